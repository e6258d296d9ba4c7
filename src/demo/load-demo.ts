/** Moves Branderij De Overkant into an empty house, through the same use cases as everything a user does. */

import { fitBuyingOfFirm } from '#services/buying/fit-buying.ts';
import { runCheck } from '#services/check/run-check.ts';
import type { Context } from '#services/context.ts';
import { writeDemoDebts } from '#services/demo/demo-debts.ts';
import { closeDemoHouse, type DemoHouse, type DemoPartyInput, fillDemoHouse } from '#services/demo/demo-house.ts';
import { writeDemoRecords } from '#services/demo/demo-records.ts';
import { refreshFigures } from '#services/figures/refresh-figures.ts';
import { measureHouse } from '#services/measure-house.ts';
import { firmKey, firmName } from './cast.ts';
import { type DemoParty, type DemoRelation, demoSources } from './history.ts';
import { demoRecords } from './records.ts';
import { writeAgreements } from './write-agreements.ts';
import { writeFoundations } from './write-foundations.ts';
import { writeHistory } from './write-history.ts';
import { writeMoments } from './write-moments.ts';
import { writeNotes } from './write-notes.ts';
import { writeReports } from './write-reports.ts';
import { writeSurveys } from './write-surveys.ts';
import { writeTasks } from './write-tasks.ts';
import { writeWhatIfs } from './write-what-ifs.ts';

export async function loadDemo(ctx: Context, { now }: { now: Date }): Promise<void> {
  const history = writeHistory(now.getTime());
  const house = {
    firmName,
    firmKey,
    userKey: 'joris',
    parties: history.parties.map(describeParty),
    relations: history.relations.map(describeRelation),
    sourceLabels: Object.values(demoSources),
    heardFrom: new Date(history.moments[0]?.atMs ?? now.getTime()),
  };
  let known: Pick<DemoHouse, 'idOf'> | null = null;
  await fillDemoHouse(ctx, house, async (within, made) => {
    known = made;
    await writeMoments(within, { moments: history.moments, house: made });
    await writeDemoDebts(within, made, history);
    await writeDemoRecords(within, made, demoRecords);
    await writeNotes(within, made);
    await writeTasks(within, made);
    await writeAgreements(within, made, history);
    await writeReports(within, made, history.reports);
    await writeSurveys(within, made, { now });
  });
  await measureHouse(ctx);
  // Read once everything is there: who opens the first page finds figures, not promises of them.
  await refreshFigures(ctx);
  if (known) await writeFoundations(ctx, known, { history, now });
  await writeWhatIfs(ctx, { now });
  await fitBuyingOfFirm(ctx);
  await runCheck(ctx);
}

export async function removeDemo(ctx: Context): Promise<void> {
  await closeDemoHouse(ctx);
}

function describeParty(party: DemoParty): DemoPartyInput {
  const mail = party.mail === undefined ? [] : [{ kind: 'mail' as const, value: party.mail }];
  const phone = party.phone === undefined ? [] : [{ kind: 'phone' as const, value: party.phone }];
  return {
    key: party.key,
    kind: party.kind,
    name: party.name,
    role: party.role,
    isOwn: party.isOwn ?? false,
    jobTitle: party.jobTitle ?? null,
    note: party.note ?? null,
    // A number rings at the firm; the person there has the mail address.
    identities: party.kind === 'organisation' ? [...mail, ...phone] : mail,
    wish: party.wish ?? null,
    closures: party.closures ?? [],
    personalFoundation: party.personalFoundation ?? false,
  };
}

function describeRelation({ type, from, to, fromMs, untilMs }: DemoRelation) {
  return { type, from, to, fromOn: dateOf(fromMs), untilOn: dateOf(untilMs) };
}

function dateOf(atMs: number | undefined): string | null {
  return atMs === undefined ? null : new Date(atMs).toISOString().slice(0, 10);
}
