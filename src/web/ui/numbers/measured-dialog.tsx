import { Dialog } from '../dialog.tsx';
import { useNumberWords } from '../words-of/numbers.ts';
import type { Measured } from './measured-number.tsx';
import { PartyAccount } from './party-account.tsx';
import type { Figure } from './reckoned-with.ts';
import { TieAccount } from './tie-account.tsx';

interface Props {
  readonly of: Measured;
  readonly figure: Figure;
  readonly onClose: () => void;
}

export function MeasuredDialog({ of, figure, onClose }: Props) {
  const { titles } = useNumberWords();
  return (
    <Dialog title={titles[figure]} size="lg" onClose={onClose}>
      {'tieId' in of ? (
        <TieAccount tieId={of.tieId} figure={figure} />
      ) : (
        <PartyAccount partyId={of.partyId} figure={figure} />
      )}
    </Dialog>
  );
}
