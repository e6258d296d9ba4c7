/** What a reading comes to: when it is read again, whether silence means something, and who is told of trouble. */
import type { ConnectionKind, ConnectionProblem } from '#contract/connection-kinds.ts';
import type { Allowed } from '#store/allowed.ts';
import { type ConnectionRow, updateConnection } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import { closeCoverage, listSources, markTiesOfSourceStale, openCoverage } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { askRun, lockRun, type Run } from './lease.ts';
import { readerOf } from './reach.ts';
import type { ReaderProblem } from './reader.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** These do not mend by trying again: a person must do something, and trying may lock the account. */
const forPeople: ReadonlySet<ConnectionProblem> = new Set([
  'wrong-password',
  'revoked',
  'not-allowed',
  'refused-address',
]);
/** Passing trouble is told when it lasts. */
const toldAfterFailures = 4;
/** Shorter than this, nobody was silent: it was only not read for a moment. */
const deafAfterMs = hourMs;

export async function endRun(
  ctx: Context,
  run: Run,
  trouble: ReaderProblem | null,
  how: 'ended' | 'stopped',
): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = await lockRun(ctx, tx, run);
    if (how === 'stopped') return release(tx, row, { nextRunAt: ctx.now() });
    if (trouble) return noteTrouble(ctx, tx, row, trouble);
    await noteSuccess(ctx, tx, row, run);
  });
}

async function release(
  tx: Tx,
  row: Allowed<ConnectionRow>,
  values: Parameters<typeof updateConnection>[2],
): Promise<void> {
  await updateConnection(tx, row, { ...values, lease: null, leasedUntil: null });
}

async function noteSuccess(ctx: Context, tx: Tx, row: Allowed<ConnectionRow>, run: Run): Promise<void> {
  const now = ctx.now();
  const { everySeconds } = readerOf(ctx, row.kind as ConnectionKind);
  // Somebody asked meanwhile: what came in behind the cursor is read at once.
  const isAsked = row.nextRunAt !== null && row.nextRunAt <= now;
  const nextRunAt = isAsked ? now : new Date(now.getTime() + everySeconds * 1000);
  const fine = { problem: null, problemDetail: null, problemSince: null, failures: 0 };
  await release(tx, row, { ...fine, succeededAt: run.startedAt, nextRunAt });
  if (isAsked) await askRun(ctx, tx, row);
  if (row.sourceNumber === null) return;
  const since = (row.settings as { since?: string | null }).since;
  const from = since ? new Date(since) : run.startedAt;
  const isNew = await openCoverage(tx, row.sourceNumber, { from, until: run.startedAt });
  if (isNew) await markTiesOfSourceStale(tx, { sourceNumber: row.sourceNumber, at: now });
  const isFirst = row.succeededAt === null;
  if (isNew || isFirst) await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
}

async function noteTrouble(ctx: Context, tx: Tx, row: Allowed<ConnectionRow>, trouble: ReaderProblem): Promise<void> {
  const now = ctx.now();
  // What was right once was taken back, or has ended.
  const isRevoked = trouble.problem === 'wrong-password' && row.succeededAt !== null;
  const problem = isRevoked ? 'revoked' : trouble.problem;
  const failures = row.failures + 1;
  const waitMs = problem === 'throttled' ? 15 * minuteMs : Math.min(hourMs, minuteMs * 2 ** (failures - 1));
  const againMs = Math.max(now.getTime() + minuteMs, trouble.retryAtMs ?? now.getTime() + waitMs);
  await release(tx, row, {
    problem,
    problemDetail: trouble.detail,
    problemSince: row.problemSince ?? now,
    failures,
    nextRunAt: forPeople.has(problem) ? null : new Date(Math.min(againMs, now.getTime() + 24 * hourMs)),
  });
  await stopHearing(ctx, tx, row);
  const toldId = row.ownerUserId ?? row.createdBy;
  if (toldId === null || (!forPeople.has(problem) && failures < toldAfterFailures)) return;
  const key = `connection-trouble ${row.id} ${(row.problemSince ?? now).toISOString()} ${problem}`;
  const word = { kind: 'connection-trouble', noun: 'connection', recordId: row.id, partyId: null } as const;
  await notify({ ...ctx, actor: { kind: 'system' } }, tx, { ...word, userId: toldId, key });
}

/** Silence after the last good reading says nothing any more. */
async function stopHearing(ctx: Context, tx: Tx, row: ConnectionRow): Promise<void> {
  const { sourceNumber, succeededAt } = row;
  if (sourceNumber === null || succeededAt === null || ctx.now().getTime() - succeededAt.getTime() < deafAfterMs)
    return;
  const source = (await listSources(tx)).find(({ number }) => number === sourceNumber);
  if (!source?.isLive) return;
  await closeCoverage(tx, sourceNumber, { from: succeededAt, until: succeededAt });
  await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
}
