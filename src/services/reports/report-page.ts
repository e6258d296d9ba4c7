/** The page of a report: made for a customer who wants it, opened by its link, answered there, ended at once. */
import { v7 as uuidv7 } from 'uuid';
import { answerMaxLength, type PublishedReport, type Report, readPublished } from '#contract/reports.ts';
import type { Db, Tx } from '#store/database.ts';
import {
  countReportAnswersSince,
  findReport,
  insertReportAnswer,
  listReportAnswers,
  type ReportRow,
} from '#store/reports.ts';
import { transact } from '#store/transact.ts';
import { listUserRows } from '#store/users.ts';
import { allow } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import { ensureHandSource } from '../interactions/hand-source.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import { noteInteraction } from '../interactions/note-interaction.ts';
import { notify } from '../notifications/notify.ts';
import { makePublicLink, revokePublicLink } from '../public-links/public-links.ts';
import { getActorOfUser } from '../user-row.ts';
import { describeReport } from './describe-report.ts';
import { publishedOf } from './published.ts';
import { putOnPage } from './tell-report.ts';
import { getReportRow, isThere, openReport, openReportByLink, writeReport } from './write-report.ts';

const dayMs = 86_400_000;
/** A page that nobody renewed ends by itself: complaints are kept for two years. */
const linkDays = 365;
const answersADay = 20;

export async function makeReportLink(
  ctx: Context,
  input: { reportId: string; customerWants: true },
): Promise<{ url: string; report: Report }> {
  return transact(ctx.db, async (tx) => {
    const row = await openReport(ctx, tx, input.reportId);
    const now = row.published === null ? await putOnPage(ctx, tx, row) : row;
    const expiresAt = new Date(ctx.now().getTime() + linkDays * dayMs);
    const { url } = await makePublicLink(ctx, tx, { kind: 'report', recordId: row.id, expiresAt });
    return { url, report: await describeReport(ctx, tx, now) };
  });
}

/** What was given out cannot be called back, so this is not undone: a new link can be made. */
export async function endReportLink(ctx: Context, input: { reportId: string }): Promise<Report> {
  return transact(ctx.db, async (tx) => {
    const row = await openReport(ctx, tx, input.reportId);
    await revokePublicLink(ctx, tx, { kind: 'report', recordId: row.id });
    return describeReport(ctx, tx, row);
  });
}

/** The customer wants the page no more: it is gone at once. */
export async function withdrawReportPage(ctx: Context, input: { reportId: string }): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = await openReportByLink(ctx, tx, input.reportId);
    await revokePublicLink(ctx, tx, { kind: 'report', recordId: row.id });
  });
}

export interface ReportPageContent {
  readonly shown: PublishedReport;
  readonly publishedAt: Date | null;
  readonly answers: readonly { readonly text: string; readonly at: Date }[];
}

/** What whoever has the link sees: what was published, and what they answered themselves; nothing else is even read on. */
export async function readReportPage(ctx: Context, input: { reportId: string }): Promise<ReportPageContent> {
  const row = await findReport(ctx.db, input.reportId);
  const shown = row && isThere(row) ? readPublished(row.published) : null;
  if (!row || shown === null) throw notFound();
  return { shown, publishedAt: row.publishedAt, answers: await answersOf(ctx.db, row) };
}

/** What they would see if it were published now. */
export async function previewReportPage(ctx: Context, input: { reportId: string }): Promise<ReportPageContent> {
  const row = allow(ctx.actor, 'see', await findReport(ctx.db, input.reportId));
  if (!isThere(row)) throw notFound();
  return { shown: publishedOf(row), publishedAt: ctx.now(), answers: await answersOf(ctx.db, row) };
}

async function answersOf(db: Db, { id }: ReportRow): Promise<ReportPageContent['answers']> {
  return (await listReportAnswers(db, id)).map(({ text, at }) => ({ text, at }));
}

/** The customer's own words: a contact moment, word to who looks after it, and the report waits for us again. */
export async function answerReport(ctx: Context, input: { reportId: string; text: string }): Promise<void> {
  const text = input.text.trim();
  if (text === '') throw refused('empty');
  if (text.length > answerMaxLength) throw refused('too-long');
  await transact(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx, batchId: uuidv7() };
    const row = await openReportByLink(within, tx, input.reportId);
    const at = ctx.now();
    const since = new Date(at.getTime() - dayMs);
    if ((await countReportAnswersSince(tx, { reportId: row.id, since })) >= answersADay) throw refused('too-many');
    const id = uuidv7();
    const interactionId = await keepMoment(within, tx, row, { id, text });
    await insertReportAnswer(tx, { id, reportId: row.id, text, at, interactionId });
    const isDone = row.status === 'solved' || row.status === 'closed';
    const again = isDone ? { status: 'working' as const, nextDueAt: null } : {};
    await writeReport(within, tx, row, { heardAt: at, ...again });
    await tellKeeper(within, tx, row, id);
  });
}

async function keepMoment(
  ctx: Context,
  tx: Tx,
  row: ReportRow,
  { id, text }: { id: string; text: string },
): Promise<string | null> {
  const source = await ensureHandSource(tx, ctx.now());
  // A private relation is known to those who keep it so, the house is not one of them.
  const { visibleTo } = await getReportRow(tx, row.id);
  const [knows] = visibleTo ?? [];
  const actor = knows === undefined ? ctx.actor : await getActorOfUser(tx, knows);
  const { stored, tieIds, ownParties } = await ingestInteractions(tx, {
    source: { number: source.number, ownerUserId: null },
    records: [
      {
        ...{ sourceKey: `report answer ${id}`, atMs: ctx.now().getTime(), channel: 'ticket', kind: 'message' },
        from: { kind: 'party', partyId: row.partyId },
        to: [{ kind: 'party', partyId: row.colleagueId }],
        ...{ subject: row.subject, snippet: text, answers: [], mailClass: 'person', asked: null, valence: null },
        ...{ benefits: [], order: null },
      },
    ],
    ...{ actor, at: ctx.now(), importId: null, isNews: true },
  });
  refreshSoon(tx, { tieIds, now: ctx.now });
  for (const now of stored) await noteInteraction(ctx, tx, { act: 'create', now, ownParties });
  return stored[0]?.id ?? null;
}

async function tellKeeper(ctx: Context, tx: Tx, row: ReportRow, answerId: string): Promise<void> {
  const users = await listUserRows(tx);
  const keeper = users.find(({ partyId }) => partyId === row.keeperId);
  const userId = keeper?.id ?? row.createdBy;
  if (userId === null) return;
  const about = { noun: 'report' as const, recordId: row.id, partyId: row.partyId };
  await notify(ctx, tx, { userId, kind: 'report-answered', key: `report-answered ${answerId}`, ...about });
}

function refused(code: string): AppError {
  return new AppError('bad-input', { problems: [{ path: 'body.text', code, message: code }] });
}
