import { CatchBoundary } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useState } from 'react';

const firstScreenMs = 500;

/** What can come a moment after the first screen, with its code: it does not stand in the way of what one came for. */
export function Later({ children, afterMs = firstScreenMs }: { children: ReactNode; afterMs?: number }) {
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setTime(true), afterMs);
    return () => clearTimeout(waiting);
  }, [afterMs]);
  if (!isTime) return null;
  // Without a connection its code may not come; the page stands without it.
  return (
    <CatchBoundary getResetKey={() => 'later'} errorComponent={Nothing}>
      <Suspense>{children}</Suspense>
    </CatchBoundary>
  );
}

function Nothing() {
  return null;
}
