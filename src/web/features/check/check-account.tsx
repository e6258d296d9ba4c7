import type { CheckOutcome } from '#contract/check.ts';
import { NumberAccount } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useCheckWords } from '../../ui/words-of/check.ts';

/** How the check was done: from where it looked back, and what the chance rests on. */
export function CheckAccount({ outcome, auc }: { outcome: CheckOutcome; auc: number | null }) {
  const { formats } = useSpoken();
  const { how } = useCheckWords();
  const { calibration } = outcome.continuation;
  const figure = (key: 'ties' | 'brier' | 'rate' | 'gap' | 'auc', value: number | null, digits: number) =>
    value === null ? [] : [{ key, what: how[key], value: formats.number(value, digits) }];
  return (
    <NumberAccount
      says={how.says}
      events={outcome.cuts.toReversed().map((at) => ({ key: at, what: how.cuts, when: formats.date(at), weight: '1' }))}
      figures={[
        ...figure('ties', outcome.ties, 0),
        ...figure('auc', auc, 3),
        ...figure('brier', calibration?.brier ?? null, 3),
        ...figure('rate', calibration?.brierOfRate ?? null, 3),
        ...figure('gap', calibration?.meanGap ?? null, 3),
      ]}
      parameters={['continuationHalf', 'continuationSteepness', 'quietGaps', 'goneGaps', 'bondThreshold']}
      references={[how.reference]}
    />
  );
}
