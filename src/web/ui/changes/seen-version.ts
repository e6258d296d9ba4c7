/** Which version of a record stood on the screen when the field now being written was entered. What comes in meanwhile
 * is shown, but a save is weighed against what its writer saw: only so a clash is noticed. */
import { useEffect, useRef } from 'react';

const seen = new Map<string, number>();
const settleMs = 50;

export function useSeenVersion(recordId: string, version: number): void {
  const latest = useRef(version);
  latest.current = version;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      // What the field just left is being saved at this very moment, against what its writer saw.
      clearTimeout(waiting);
      waiting = setTimeout(() => seen.set(recordId, latest.current), settleMs);
    };
    document.addEventListener('focusin', remember);
    return () => {
      document.removeEventListener('focusin', remember);
      clearTimeout(waiting);
      seen.delete(recordId);
    };
  }, [recordId]);
}

export function seenVersion(recordId: string, current: number): number {
  return Math.min(seen.get(recordId) ?? current, current);
}

/** Who saved has seen what came of it. */
export function noteSeen(recordId: string, version: number): void {
  if (seen.has(recordId)) seen.set(recordId, version);
}
