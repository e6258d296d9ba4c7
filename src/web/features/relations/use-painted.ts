/** What can wait until the reader sees the answer: known to be painted a moment after it was. */
import { startTransition, useEffect, useState } from 'react';

interface Painted {
  /** This very thing has been on the screen. */
  readonly isPainted: boolean;
  /** That, or what stood there before it. */
  readonly wasPainted: boolean;
}

export function usePainted(shown: unknown): Painted {
  const [painted, setPainted] = useState<unknown>(undefined);
  useEffect(() => {
    let timer = 0;
    // The frame after the one it is drawn in, and then whatever the browser still has to do for it.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => startTransition(() => setPainted(shown)));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [shown]);
  return { isPainted: painted === shown && shown !== undefined, wasPainted: painted !== undefined };
}

/** True when something has been so for a while: what is over sooner need not be shown at all. */
export function useLasting(isSo: boolean, afterMs: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return setLasts(false);
    const timer = window.setTimeout(() => setLasts(true), afterMs);
    return () => window.clearTimeout(timer);
  }, [isSo, afterMs]);
  return isSo && lasts;
}
