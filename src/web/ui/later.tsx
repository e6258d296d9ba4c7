import { type ReactNode, Suspense, useEffect, useState } from 'react';

const firstScreenMs = 500;

/** What can come a moment after the first screen, with its code: it does not stand in the way of what one came for. */
export function Later({ children, afterMs = firstScreenMs }: { children: ReactNode; afterMs?: number }) {
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setTime(true), afterMs);
    return () => clearTimeout(waiting);
  }, [afterMs]);
  return isTime && <Suspense>{children}</Suspense>;
}
