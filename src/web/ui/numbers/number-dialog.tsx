import { type ReactNode, Suspense } from 'react';
import { Dialog } from '../dialog.tsx';

interface Props {
  readonly title: string;
  readonly account: () => ReactNode;
  readonly onClose: () => void;
}

/** What a number opens to: fetched with the first one that is opened. */
export function NumberDialog({ title, account, onClose }: Props) {
  return (
    <Dialog title={title} size="lg" onClose={onClose}>
      <Suspense>{account()}</Suspense>
    </Dialog>
  );
}
