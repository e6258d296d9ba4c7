/** Why they came and why they stay, in their words; and the plan for Klaver that nobody made for Ans. */

import type { Context } from '#services/context.ts';
import { type DemoPlan, type DemoReasonGiven, writeDemoFoundations } from '#services/demo/demo-foundations.ts';
import type { DemoHouse } from '#services/demo/demo-house.ts';
import type { DemoHistory } from './history.ts';
import { contactOf, monthsAgo } from './pen.ts';
import { answeredBy } from './write-surveys.ts';

const dayMs = 86_400_000;

export async function writeFoundations(
  ctx: Context,
  house: Pick<DemoHouse, 'idOf'>,
  { history, now }: { history: DemoHistory; now: Date },
): Promise<void> {
  const at = (months: number) => now.getTime() - monthsAgo(months) * dayMs;
  const told = { reasons: listReasons(at), answered: answeredBy, plans: [planForKlaver(at, history)] };
  await writeDemoFoundations(ctx, house, told);
}

function listReasons(at: (months: number) => number): DemoReasonGiven[] {
  const [ans, klaver, barNul] = [contactOf('ans'), contactOf('klaver'), contactOf('bar-nul')];
  const said = 'said' as const;
  return [
    {
      ...{ party: ans, kind: 'personal', ground: said, face: 'lotte', atMs: at(23) },
      words: 'Ik kwam voor Lotte; die ken ik nog van de voetbal.',
    },
    {
      ...{ party: ans, kind: 'personal', ground: said, face: 'lotte', atMs: at(4) },
      words: 'Als Lotte er staat, is het goed.',
    },
    {
      ...{ party: klaver, kind: 'personal', ground: said, face: 'lotte', atMs: at(23) },
      words: 'Lotte stond er, dus ik stapte binnen.',
    },
    {
      ...{ party: klaver, kind: 'brand', ground: said, atMs: at(7) },
      words: 'Sinds Bram de molen stelt, komen gasten terug voor de espresso.',
    },
    {
      party: 'kantoorpunt',
      kind: 'price',
      ground: said,
      atMs: at(20),
      words: 'Jullie waren de goedkoopste van de drie.',
    },
    {
      party: barNul,
      kind: 'brand',
      ground: said,
      atMs: at(14),
      words: 'Gasten vragen naar de Overkant. Dan schenk je die.',
    },
  ];
}

function planForKlaver(at: (months: number) => number, history: DemoHistory): DemoPlan {
  const contact = contactOf('klaver');
  const startedMs = at(12);
  const contactsThen = history.moments.filter(
    ({ atMs, from, to }) => atMs < startedMs && [from, ...[to].flat()].includes(contact),
  ).length;
  return {
    ...{ party: 'klaver', hangsOn: 'lotte', helper: 'bram', startedMs, endedMs: at(3), contactsThen },
    goal: 'Lunchroom Klaver kent meer van ons dan Lotte',
    steps: [
      { title: 'Bram gaat een keer mee naar Lunchroom Klaver', doneMs: at(12) + 2 * dayMs },
      { title: 'Bram stelt er zelf de molen af', doneMs: at(11) },
    ],
  };
}
