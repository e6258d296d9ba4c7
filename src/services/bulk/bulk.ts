/** One act on many relations: a few at once, thousands as a job that one can leave and find again. */
import { v7 as uuidv7 } from 'uuid';
import type { BulkAct, BulkRun, bulkSelection } from '#contract/bulk.ts';
import type { Shape } from '#contract/values.ts';
import {
  type BulkActRow,
  findBulkAct,
  insertBulkAct,
  listBulkActs,
  listBulkParties,
  writeBulkProgress,
} from '#store/bulk-acts.ts';
import type { Db, Tx } from '#store/database.ts';
import { listFields } from '#store/fields.ts';
import { listPartyIds } from '#store/party-counts.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readFieldValues } from '../fields/read-field-values.ts';
import { mostFound } from '../parties/list-parties.ts';
import { type ListSelection, readFilter } from '../parties/read-list.ts';
import { wordsOf } from '../parties/read-words.ts';
import { findParties } from '../parties/search-parties.ts';
import { applyAct } from './apply-act.ts';

type Selection = Shape<typeof bulkSelection>;

/** So many are done while one waits for the answer, and so many in each stretch of a job. */
const mostAtOnce = 2_000;

export async function startBulk(ctx: Context, input: { selection: Selection; act: BulkAct }): Promise<BulkRun> {
  return transact(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    if (input.act.kind === 'set-field') await checkValue(within, tx, input.act);
    const partyIds = await resolve(within, input.selection);
    const row = { id: uuidv7(), userId: userOf(ctx.actor), act: input.act, batchId: ctx.batchId ?? uuidv7() };
    await insertBulkAct(tx, { ...row, partyIds, createdAt: ctx.now() });
    if (partyIds.length <= mostAtOnce) await runStretch(within, row.id);
    else await ctx.enqueue({ name: 'run-bulk', data: { bulkId: row.id, userId: row.userId } }, tx);
    return describe(await getOwn(within, tx, row.id));
  });
}

/** What cannot be is said at once, not by a job later on. */
async function checkValue(ctx: Context, tx: Tx, { field: key, value }: Extract<BulkAct, { kind: 'set-field' }>) {
  const field = (await listFields(tx)).find((one) => one.key === key);
  const kind = field?.appliesTo === 'organisation' ? 'organisation' : 'person';
  await readFieldValues(ctx, tx, { kind, fields: { [key]: value } });
}

/** The job: stretch after stretch, each kept with how far it is, so that a restart goes on where it was. */
export async function runBulk(ctx: Context, input: { bulkId: string }, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const isDone = await transact(ctx.db, (tx) => runStretch({ ...ctx, db: tx }, input.bulkId));
    if (isDone) return;
  }
}

/** Answers whether that was the last of it. */
async function runStretch(ctx: Context, id: string): Promise<boolean> {
  const tx = ctx.db as Parameters<typeof applyAct>[1];
  const row = allow(ctx.actor, 'use-own', await findGuarded(tx, id, { lock: true }));
  if (row.status === 'done' || row.status === 'failed') return true;
  const partyIds = await listBulkParties(tx, row, mostAtOnce);
  const within = { ...ctx, batchId: row.batchId };
  const changed = partyIds.length === 0 ? 0 : await applyAct(within, tx, { act: row.act as BulkAct, partyIds });
  const isDone = row.seen + partyIds.length >= row.total;
  const status = isDone ? 'done' : 'running';
  await writeBulkProgress(tx, row, { seen: partyIds.length, changed, status, at: ctx.now() });
  return isDone;
}

export async function listBulk(ctx: Context): Promise<{ items: BulkRun[] }> {
  return { items: (await listBulkActs(ctx.db, userOf(ctx.actor))).map(describe) };
}

export async function getBulk(ctx: Context, input: { bulkId: string }): Promise<BulkRun> {
  return describe(await getOwn(ctx, ctx.db, input.bulkId));
}

async function getOwn(ctx: Context, db: Db, id: string): Promise<BulkActRow> {
  return allow(ctx.actor, 'use-own', await findGuarded(db, id));
}

async function findGuarded(db: Db, id: string, options: { lock?: boolean } = {}) {
  const row = await findBulkAct(db, id, options);
  if (!row) throw notFound();
  return { ...row, ownerUserId: row.userId };
}

async function resolve(ctx: Context, selection: Selection): Promise<string[]> {
  if ('ids' in selection) return [...new Set(selection.ids)].sort();
  const { list, except } = selection;
  const filter = await readFilter(ctx, present(list), 'body.selection.list.filter');
  const words = wordsOf(list.q ?? '');
  if (words.length === 0) return listPartyIds(ctx.db, { viewer: viewerOf(ctx.actor), filter, except });
  const found = await findParties(ctx, { words, filter, ours: false, limit: mostFound });
  return found.flatMap(({ id }) => (except.includes(id) ? [] : [id])).sort();
}

/** A key that was left out is not there. */
function present(list: object): ListSelection {
  return Object.fromEntries(Object.entries(list).filter(([, value]) => value !== undefined));
}

function describe(row: BulkActRow): BulkRun {
  return {
    id: row.id,
    act: row.act as BulkAct,
    status: row.status,
    total: row.total,
    seen: row.seen,
    changed: row.changed,
    changeId: row.changed > 0 ? row.changeId : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
