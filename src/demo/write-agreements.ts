/** Whose ideas came to something, what the house does when somebody does something, and what two relations expect. */
import { v7 as uuidv7 } from 'uuid';
import { type DemoIdea, type DemoRule, writeDemoIdea, writeDemoRules } from '#services/demo/demo-agreements.ts';
import { type DemoHouse, findDemoMoment } from '#services/demo/demo-house.ts';
import { forgetDemoChanges, type writeDemoRecords } from '#services/demo/demo-records.ts';
import { createExpectation } from '#services/expectations/change-expectation.ts';
import { type DemoHistory, demoSources } from './history.ts';
import { contactOf } from './pen.ts';

const dayMs = 86_400_000;

interface DemoAnswers {
  readonly party: string;
  readonly daysAgo: number;
  readonly ofUs: string;
  readonly ofThem: string;
  readonly changed?: string;
  readonly again?: { readonly inDays: number; readonly title: string };
}

const answers: readonly DemoAnswers[] = [
  {
    party: contactOf('marktzicht'),
    daysAgo: 400,
    ofUs: 'Dat de maler het doet als de eerste gasten beneden komen.',
    ofThem: 'Een belletje zodra er iets hapert, niet pas als het stilstaat.',
  },
  {
    party: contactOf('marktzicht'),
    daysAgo: 90,
    ofUs: 'Hetzelfde, en dat jullie zelf vertellen wat er aan de hand is. Dat deden jullie deze keer.',
    ofThem: 'Laat Bram er elke vijf weken even bij.',
    changed: 'Het ontbijt begint nu om zes uur.',
    again: { inDays: 92, title: 'Vraag Hotel Marktzicht opnieuw wat we van elkaar verwachten' },
  },
];

/** The first after Lindehof, for whom nobody had thanked Yara. */
const rules = (house: DemoHouse): readonly DemoRule[] => [
  {
    rule: { trigger: 'introduction', act: 'Kaartje sturen', withinDays: 3 },
    sinceDaysAgo: 25,
    cases: [],
  },
  {
    rule: { trigger: 'first-order', act: 'Kaartje met de tweede zak mee', withinDays: 14 },
    sinceDaysAgo: 200,
    cases: [
      { partyId: house.idOf('pothuys'), daysAgo: 177, doneAfterDays: 9 },
      { partyId: house.idOf('lindehof'), daysAgo: 35, doneAfterDays: 19 },
    ],
  },
];

type Within = Parameters<typeof writeDemoRecords>[0];

export async function writeAgreements(ctx: Within, house: DemoHouse, { ideas }: DemoHistory): Promise<void> {
  const batchId = uuidv7();
  const within = { ...ctx, batchId };
  const momentOf = (key: string | undefined, source: keyof typeof demoSources) =>
    key === undefined
      ? null
      : findDemoMoment(ctx, { sourceNumber: house.sourceNumberOf(demoSources[source]), sourceKey: key });
  for (const { party, colleague, cameMs, cameIn, made, ...words } of ideas) {
    const idea: DemoIdea = {
      ...words,
      ...{
        partyId: house.idOf(party),
        colleagueId: house.idOf(colleague),
        cameAt: new Date(cameMs),
        cameBy: 'meeting',
      },
      ...{ deliveredIn: made?.in ?? null, deliveredOn: made ? new Date(made.onMs).toISOString().slice(0, 10) : null },
      ...{ toldAt: made ? new Date(made.onMs) : null, toldBy: made ? 'mail' : null },
      ...{ thankedAt: made ? new Date(made.thankedMs) : null, thankedBy: made ? 'mail' : null },
      cameIn: await momentOf(cameIn, 'diary'),
      toldIn: await momentOf(made?.toldIn, 'mail'),
      thankedIn: await momentOf(made?.thankedIn, 'mail'),
    };
    await writeDemoIdea(within, idea);
  }
  await writeDemoRules(within, rules(house));
  for (const { party, daysAgo, again, ...said } of answers) {
    const nowMs = ctx.now().getTime();
    const at = new Date(nowMs - daysAgo * dayMs);
    const on = again && new Date(nowMs + again.inDays * dayMs).toISOString().slice(0, 10);
    const askAgain = again && on ? { on, title: again.title } : null;
    await createExpectation({ ...within, now: () => at }, { ...said, partyId: house.idOf(party), askAgain });
  }
  await forgetDemoChanges(ctx, batchId);
}
