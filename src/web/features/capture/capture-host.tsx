/** Holds the quick capture for every page: opened by its key, by a button or by the palette. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { CapturingContext } from '../../ui/capturing.tsx';

const loadDialog = () => import('./capture-dialog.tsx');
const Dialog = lazy(() => loadDialog().then((loaded) => ({ default: loaded.CaptureDialog })));

export function CaptureHost({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const capturing = useMemo(() => ({ open: () => setOpen(true) }), []);
  const { partyId } = useParams({ strict: false });
  const { data: near } = useQuery({ ...queries.party(partyId ?? ''), enabled: isOpen && partyId !== undefined });
  return (
    <CapturingContext value={capturing}>
      {children}
      {isOpen && (
        <Suspense>
          <Dialog near={near && !near.isOwn ? near : null} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </CapturingContext>
  );
}
