import { lazy, type ReactNode, Suspense, useState } from 'react';
import classes from './numbers.module.css';
import type { Figure } from './reckoned-with.ts';

export type Measured = { readonly partyId: string } | { readonly tieId: string };

interface Props {
  /** A relation as a whole, or one tie of it. */
  readonly of: Measured;
  readonly figure: Figure;
  readonly children: ReactNode;
}

const MeasuredDialog = lazy(() =>
  import('./measured-dialog.tsx').then(({ MeasuredDialog: loaded }) => ({ default: loaded })),
);

/** A figure of a tie or a relation, or a sentence around it, opening to what it stands on: see OpenNumber. */
export function MeasuredNumber({ of, figure, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.number}
        data-number={figure}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {isOpen && (
        <Suspense>
          <MeasuredDialog of={of} figure={figure} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
