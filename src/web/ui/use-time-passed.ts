import { useEffect, useState } from 'react';

/** Whether so long has passed since it was drawn; with 0, whether it stands on the screen. */
export function useTimePassed(ms: number): boolean {
  const [hasPassed, setPassed] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(waiting);
  }, [ms]);
  return hasPassed;
}
