import { CatchBoundary } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTimePassed } from './use-time-passed.ts';

const firstScreenMs = 500;

/** What can come a moment after the first screen, with its code: it does not stand in the way of what one came for. */
export function Later({ children, afterMs = firstScreenMs }: { children: ReactNode; afterMs?: number }) {
  if (!useTimePassed(afterMs)) return null;
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
