import { foundationDefaults } from '#engine/foundation.ts';
import { useSpoken } from '../words.tsx';
import { useFoundationWords } from '../words-of/foundations.ts';

/** What every share of why they are with us is reckoned with. */
export function useFoundationFigures() {
  const { account } = useFoundationWords();
  const { formats } = useSpoken();
  const { priorWeight, halfLifeDays, choiceWeight } = foundationDefaults;
  return [
    { key: 'prior', what: account.weight, value: formats.number(priorWeight, 2) },
    { key: 'half', what: account.halfLife, value: formats.number(halfLifeDays) },
    { key: 'choice', what: account.choiceWeight, value: formats.number(choiceWeight, 2) },
  ];
}
