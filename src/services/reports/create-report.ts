/** A complaint or question becomes a report: of a contact moment that is there, or written down anew as one. */
import { v7 as uuidv7 } from 'uuid';
import type { InteractionInput } from '#contract/interactions.ts';
import type { Report } from '#contract/reports.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import { findReportEnding, findReportOfInteraction, insertReport, type ReportEnding } from '#store/reports.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { correctInteraction, getInteraction } from '../interactions/change-interaction.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { describeReport } from './describe-report.ts';
import { noteReport } from './note-report.ts';
import { dueAtOf, getReportRow } from './write-report.ts';

interface NewReport {
  readonly partyId: string;
  readonly kind: 'complaint' | 'question';
  readonly subject: string;
  readonly text: string | null;
  readonly channel: InteractionInput['channel'];
  readonly at?: string;
}

export async function createReport(ctx: Context, input: NewReport): Promise<Report> {
  return transact(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx, batchId: ctx.batchId ?? uuidv7() };
    const [party] = await findPartiesById(tx, [input.partyId]);
    const { isOwn } = allow(ctx.actor, 'edit', party);
    const colleagueId = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
    if (isOwn || colleagueId === null) throw new AppError('not-allowed');
    const { id: interactionId } = await recordInteraction(within, momentOf(input, colleagueId, ctx.now()));
    const { at: reportedAt } = await getInteraction(within, { interactionId });
    return insert(within, tx, { ...input, colleagueId, interactionId, reportedAt: new Date(reportedAt) });
  });
}

/** What a customer said stays what it was; that it is a complaint is noted with it, so that it counts as one. */
export async function createReportFrom(ctx: Context, input: { interactionId: string }): Promise<Report> {
  return transact(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx, batchId: ctx.batchId ?? uuidv7() };
    const { interactionId } = input;
    const moment = await getInteraction(within, { interactionId });
    const known = await findReportOfInteraction(tx, interactionId);
    if (known) return describeReport(within, tx, allow(ctx.actor, 'see', known));
    const parties = await findPartiesById(tx, [moment.from, ...moment.to]);
    const customer = parties.find(({ partyId }) => partyId === moment.from);
    const colleague = parties.find(({ partyId, isOwn }) => isOwn && moment.to.includes(partyId));
    // Only what somebody outside said to one of us is a report of theirs.
    if (!customer || customer.isOwn || !colleague || moment.textWithheld) throw new AppError('not-allowed');
    allow(ctx.actor, 'edit', customer);
    if (moment.kind === 'message') await correctInteraction(within, { interactionId, kind: 'complaint' });
    const between = { partyId: customer.partyId, colleagueId: colleague.partyId };
    return insert(within, tx, {
      ...between,
      kind: 'complaint',
      channel: moment.channel,
      subject: (moment.subject ?? moment.snippet ?? '…').replace(/^(re|fw|fwd|antw)\s*:\s*/i, '').slice(0, 300) || '…',
      text: moment.snippet?.slice(0, 4000) ?? null,
      interactionId,
      reportedAt: new Date(moment.at),
      ending: await findReportEnding(tx, { ...between, since: new Date(moment.at) }),
    });
  });
}

function momentOf(input: NewReport, colleagueId: string, now: Date): InteractionInput {
  const { kind, channel, subject, text } = input;
  return {
    ...{ channel, subject, text, asked: null, answers: [], benefits: [], valence: null, order: null },
    at: input.at ?? now.toISOString(),
    kind: kind === 'complaint' ? 'complaint' : 'message',
    from: { partyId: input.partyId },
    to: [{ partyId: colleagueId }],
  };
}

interface Inserted extends Omit<NewReport, 'at' | 'channel'> {
  readonly channel: string;
  readonly colleagueId: string;
  readonly interactionId: string;
  readonly reportedAt: Date;
  /** It was told or closed before it became a report. */
  readonly ending?: ReportEnding | undefined;
}

async function insert(ctx: Context, tx: Tx, given: Inserted): Promise<Report> {
  const id = uuidv7();
  const { partyId, colleagueId, interactionId, kind, channel, subject, text, reportedAt } = given;
  const plain = { whatWeDid: null, why: null, next: null, nextDueAt: null, note: null };
  const fresh = { ...endingOf(given.ending), heardAt: reportedAt, publishedAt: null, published: null };
  await insertReport(tx, {
    ...{ id, partyId, colleagueId, interactionId, kind, channel, subject, text, reportedAt, ...plain, ...fresh },
    ...{ keeperId: colleagueId, promiseId: null },
    dueAt: dueAtOf({ ...plain, ...fresh }),
    createdBy: userOf(ctx.actor),
    createdAt: ctx.now(),
  });
  const now = await getReportRow(tx, id);
  await noteReport(ctx, tx, { act: 'create', now });
  return describeReport(ctx, tx, now);
}

/** What was told once is not told again by making a report of it. */
function endingOf(ending: ReportEnding | undefined) {
  if (!ending) return { status: 'received' as const, solvedAt: null, toldInteractionId: null };
  if (!ending.isTold) return { status: 'closed' as const, solvedAt: null, toldInteractionId: null };
  return { status: 'solved' as const, solvedAt: ending.at, toldInteractionId: ending.interactionId };
}
