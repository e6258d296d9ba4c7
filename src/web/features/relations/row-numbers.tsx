/** A number in a row opens to what it stands on: one listener and one dialog for the whole table. */
import { lazy, type ReactNode, Suspense, type SyntheticEvent, useCallback, useState } from 'react';

const MeasuredDialog = lazy(() =>
  import('../../ui/numbers/measured-dialog.tsx').then(({ MeasuredDialog: loaded }) => ({ default: loaded })),
);

const rowFigures = ['bond', 'trend', 'rhythm'] as const;
export type RowFigure = (typeof rowFigures)[number];

interface Opened {
  readonly partyId: string;
  readonly figure: RowFigure;
}

export interface RowNumbers {
  /** What a click or a touch is on; true where it opened something. */
  readonly open: (event: SyntheticEvent) => boolean;
  /** The closeness of the row that the keyboard is on. */
  readonly openRow: (partyId: string) => void;
  readonly dialog: ReactNode;
}

export function useRowNumbers(): RowNumbers {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback((event: SyntheticEvent) => {
    const target = event.target as HTMLElement;
    const name = target.closest<HTMLElement>('[data-number]')?.dataset.number;
    const figure = rowFigures.find((one) => one === name);
    const partyId = target.closest('tr')?.querySelector<HTMLElement>('a[data-party]')?.dataset.party;
    if (!figure || !partyId) return false;
    event.preventDefault();
    setOpened({ partyId, figure });
    return true;
  }, []);
  const openRow = useCallback((partyId: string) => setOpened({ partyId, figure: 'bond' }), []);
  const dialog = opened && (
    <Suspense>
      <MeasuredDialog of={{ partyId: opened.partyId }} figure={opened.figure} onClose={() => setOpened(null)} />
    </Suspense>
  );
  return { open, openRow, dialog };
}
