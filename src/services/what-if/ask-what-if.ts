/** Asking what a blow would do. Every question is kept; one about a colleague is told to that colleague. */
import { v7 as uuidv7 } from 'uuid';
import type { WhatIfQuestion, WhatIfRun, WhatIfScope } from '#contract/what-if-runs.ts';
import type { Tx } from '#store/database.ts';
import { findParty } from '#store/parties.ts';
import { transact } from '#store/transact.ts';
import { listUserRows } from '#store/users.ts';
import { insertWhatIfRun } from '#store/what-if-runs.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { yearWeeks } from '../figures/weeks.ts';
import { getFirm } from '../firm.ts';
import { dayNumberOf, startOfDayMs } from '../firm-days.ts';
import { notify } from '../notifications/notify.ts';
import { describeRun } from './describe-run.ts';
import { getRunRow, noteRun } from './note-run.ts';
import { runShock } from './run-shock.ts';

interface AskInput {
  readonly question: WhatIfQuestion;
  readonly scope: WhatIfScope;
  readonly asOn?: string;
}

export async function askWhatIf(ctx: Context, input: AskInput): Promise<WhatIfRun> {
  const { question, scope } = input;
  const askedBy = userOf(ctx.actor);
  const colleagueId = await allowQuestion(ctx, question);
  // One relation that is somebody's private affair is not looked at: what is kept is the firm's.
  if (scope.kind === 'party') allow(ctx.actor, 'see', await findFirmParty(ctx, scope.partyId));
  const asOf = await readMoment(ctx, input.asOn);
  const { totals, hurt } = await runShock(ctx, { question, scope, asOf, isNow: input.asOn === undefined });
  return transact(ctx.db, async (tx) => {
    const id = uuidv7();
    const row = { id, askedBy, askedAt: ctx.now(), asOf, question, scope, colleagueId, totals, hurt };
    await insertWhatIfRun(tx, row);
    const kept = await getRunRow(tx, id);
    await noteRun(ctx, tx, { act: 'create', now: kept });
    if (colleagueId !== null) await tellColleague(ctx, tx, { runId: id, colleagueId });
    return describeRun({ ...ctx, db: tx }, kept);
  });
}

/** What hangs on a colleague may be asked by who answers for the firm, and by that colleague. */
async function allowQuestion(ctx: Context, question: WhatIfQuestion): Promise<string | null> {
  if (question.kind === 'contact-leaves') {
    const contact = allow(ctx.actor, 'see', await findFirmParty(ctx, question.contactId));
    if (contact.isOwn || contact.kind !== 'person') throw notFound();
  }
  if (question.kind !== 'colleague-away') return null;
  const colleague = allow(ctx.actor, 'see', await findFirmParty(ctx, question.colleagueId));
  if (!colleague.isOwn || colleague.kind !== 'person') throw notFound();
  const isSelf = ctx.actor.kind === 'user' && ctx.actor.partyId === colleague.id;
  allow(ctx.actor, isSelf ? 'see' : 'govern', colleague);
  return colleague.id;
}

async function findFirmParty(ctx: Context, partyId: string) {
  const party = await findParty(ctx.db, partyId);
  return party?.isPrivate === false && party.deletedAt === null ? party : undefined;
}

async function readMoment(ctx: Context, asOn: string | undefined): Promise<Date> {
  if (asOn === undefined) return ctx.now();
  const { timeZone } = await getFirm(ctx.db);
  const today = dayNumberOf(ctx.now().getTime(), timeZone);
  const day = Date.parse(`${asOn}T00:00:00Z`) / 86_400_000;
  if (day > today || day < today - (yearWeeks - 1) * 7) {
    throw new AppError('bad-input', {
      problems: [{ path: 'body.asOn', code: 'outside-the-year', message: 'within the last year' }],
    });
  }
  return new Date(startOfDayMs(day, timeZone));
}

/** Whoever it is about sees that it was asked; once a day for the same asker. */
async function tellColleague(ctx: Context, tx: Tx, asked: { runId: string; colleagueId: string }): Promise<void> {
  const user = (await listUserRows(tx)).find(({ partyId }) => partyId === asked.colleagueId);
  if (!user) return;
  const key = `what-if-asked ${userOf(ctx.actor)} ${ctx.now().toISOString().slice(0, 10)}`;
  const about = { noun: 'what-if-run' as const, recordId: asked.runId, partyId: null };
  await notify(ctx, tx, { userId: user.id, kind: 'what-if-asked', key, ...about });
}
