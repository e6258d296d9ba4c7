/** Telling the customer: on the page, solved with what and why, or closed; each is what it is in the log of the tie too. */
import { v7 as uuidv7 } from 'uuid';
import type { InteractionInput } from '#contract/interactions.ts';
import type { Report } from '#contract/reports.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { findPromise } from '#store/promises.ts';
import type { ReportRow } from '#store/reports.ts';
import { transact } from '#store/transact.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { createPromise, settlePromise } from '../promises/promises.ts';
import { describeReport } from './describe-report.ts';
import { publishedOf } from './published.ts';
import { openReport, writeReport } from './write-report.ts';

type Channel = InteractionInput['channel'];

/** What is done for it in one go is undone in one go. */
function together(
  ctx: Context,
  reportId: string,
  act: (within: Context, tx: Tx, row: Allowed<ReportRow>) => Promise<ReportRow>,
): Promise<Report> {
  return transact(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx, batchId: ctx.batchId ?? uuidv7() };
    const row = await openReport(within, tx, reportId);
    return describeReport(within, tx, await act(within, tx, row));
  });
}

export function publishReport(ctx: Context, input: { reportId: string }): Promise<Report> {
  return together(ctx, input.reportId, async (within, tx, row) => {
    const promiseId = await promiseNext(within, tx, row);
    return putOnPage(within, tx, row, { promiseId });
  });
}

/** Puts what is written now, with these changes, on the page. */
export function putOnPage(
  ctx: Context,
  tx: Tx,
  row: Allowed<ReportRow>,
  changed: Partial<ReportRow> = {},
): Promise<Allowed<ReportRow>> {
  const now: ReportRow = { ...row, ...changed };
  return writeReport(ctx, tx, row, { ...changed, published: publishedOf(now), publishedAt: ctx.now() });
}

/** What we say we will do next, by when, is a promise: kept when it is solved, overdue when it is not. */
async function promiseNext(ctx: Context, tx: Tx, row: ReportRow): Promise<string | null> {
  const open = await findOpenPromise(tx, row);
  const { next, nextDueAt } = row;
  const isSame = open !== null && open.text === next && open.dueAt.getTime() === nextDueAt?.getTime();
  if (isSame) return open.id;
  if (open) await settlePromise(ctx, { promiseId: open.id, outcome: 'withdrawn' });
  if (!next || nextDueAt === null) return null;
  const promised = { partyId: row.partyId, owedBy: 'ours' as const, text: next, dueAt: nextDueAt.toISOString() };
  return (await createPromise(ctx, promised)).id;
}

async function findOpenPromise(tx: Tx, { promiseId }: ReportRow) {
  const found = promiseId === null ? undefined : await findPromise(tx, promiseId);
  return found && found.settledAt === null ? found : null;
}

export function solveReport(ctx: Context, input: { reportId: string; channel: Channel }): Promise<Report> {
  return together(ctx, input.reportId, async (within, tx, row) => {
    refuseUntold(row);
    const open = await findOpenPromise(tx, row);
    if (open) await settlePromise(within, { promiseId: open.id, outcome: 'kept' });
    const text = [row.whatWeDid, row.why].join('\n\n');
    const told = { kind: row.kind === 'complaint' ? ('complaint-told' as const) : ('message' as const), text };
    // Told twice it counts once.
    const toldInteractionId = row.toldInteractionId ?? (await record(within, row, { ...told, channel: input.channel }));
    return putOnPage(within, tx, row, { status: 'solved', solvedAt: ctx.now(), toldInteractionId });
  });
}

/** To be told means to be told what, and why. */
function refuseUntold({ whatWeDid, why }: ReportRow): void {
  const missing = Object.entries({ whatWeDid, why }).filter(([, said]) => !said?.trim());
  if (missing.length === 0) return;
  const problems = missing.map(([name]) => ({ path: `body.${name}`, code: 'not-told', message: 'not-told' }));
  throw new AppError('bad-input', { problems });
}

export function closeReport(ctx: Context, input: { reportId: string }): Promise<Report> {
  return together(ctx, input.reportId, async (within, tx, row) => {
    const isSilent = row.kind === 'complaint' && row.toldInteractionId === null && row.status !== 'closed';
    if (isSilent) await record(within, row, { kind: 'complaint-closed', channel: 'ticket', text: null });
    return putOnPage(within, tx, row, { status: 'closed' });
  });
}

interface Said {
  readonly kind: InteractionInput['kind'];
  readonly channel: Channel;
  readonly text: string | null;
}

/** From the colleague whom it was told to: between these two it waited. */
async function record(ctx: Context, row: ReportRow, { kind, channel, text }: Said): Promise<string> {
  const { id } = await recordInteraction(ctx, {
    ...{
      kind,
      channel,
      text,
      subject: row.subject,
      asked: true,
      answers: [],
      benefits: [],
      valence: null,
      order: null,
    },
    at: ctx.now().toISOString(),
    from: { partyId: row.colleagueId },
    to: [{ partyId: row.partyId }],
  });
  return id;
}
