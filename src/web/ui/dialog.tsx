import { lazy, Suspense } from 'react';
import type { DialogProps } from './open-dialog.tsx';

const OpenDialog = lazy(() => import('./open-dialog.tsx').then((loaded) => ({ default: loaded.OpenDialog })));

/** A dialog over the page: named by its title, closed by Escape, by its cross or beside it. Fetched when first opened. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <OpenDialog {...props} />
    </Suspense>
  );
}
