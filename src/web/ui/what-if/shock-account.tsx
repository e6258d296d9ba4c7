import type { WhatIfHurt, WhatIfTotals } from '#contract/what-if-runs.ts';
import type { ParameterName } from '#engine/parameters.ts';
import { NumberAccount } from '../numbers/open-number.tsx';
import { useSpoken } from '../words.tsx';
import { useWhatIfWords } from '../words-of/what-if.ts';

const reckonedWith: readonly ParameterName[] = [
  'shockSharePull',
  'shockPricePull',
  'shockCarried',
  'shockEndingHalf',
  'shockEndingSteepness',
  'shockHurtFrom',
];
const references = ['Guadagni & Little 1983'];

/** How one relation would feel it: each reason with how far it pulls. */
export function HurtAccount({ item }: { item: WhatIfHurt }) {
  const { formats } = useSpoken();
  const { account } = useWhatIfWords();
  const events = item.reasons.map(({ code, numbers }) => {
    const weight =
      numbers.pull === undefined ? account.weights.none : account.weights.pull(formats.number(numbers.pull, 2));
    return { key: code, what: account.reasons[code](numbers), weight };
  });
  const figures = [
    { key: 'low', what: account.low, value: formats.percent(item.endsLow) },
    { key: 'high', what: account.high, value: formats.percent(item.endsHigh) },
  ];
  const isOfPeople = item.reasons.some(({ code }) => code === 'shock-people');
  const measured = isOfPeople ? account.peopleReference : account.reference;
  const known = { parameters: reckonedWith, references: [measured, ...references] };
  return <NumberAccount says={account.says} events={events} figures={figures} {...known} />;
}

/** How many would leave: what was added up. */
export function TotalsAccount({ totals }: { totals: WhatIfTotals }) {
  const { formats } = useSpoken();
  const { account } = useWhatIfWords();
  const lines = [
    { key: 'asked', what: account.asked, weight: formats.number(totals.asked) },
    { key: 'hurt', what: account.hurt, weight: formats.number(totals.hurt) },
    { key: 'before', what: account.before, weight: formats.number(totals.leavingBefore, 1) },
    { key: 'after', what: account.after, weight: formats.number(totals.leaving, 1) },
  ];
  const figures = [
    { key: 'low', what: account.low, value: formats.number(totals.leavingLow, 1) },
    { key: 'high', what: account.high, value: formats.number(totals.leavingHigh, 1) },
  ];
  const known = { parameters: reckonedWith, references: [account.reference] };
  return <NumberAccount says={account.totalSays} events={lines} figures={figures} {...known} />;
}
