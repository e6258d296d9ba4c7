/** Questions that were asked before: looking back at them, making work of them, taking them away. */
import { v7 as uuidv7 } from 'uuid';
import type { WhatIfRun, WhatIfRunLine } from '#contract/what-if-runs.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Db } from '#store/database.ts';
import { findParty } from '#store/parties.ts';
import { listOwnPeople } from '#store/shocked-parties.ts';
import { transact } from '#store/transact.ts';
import { pageWhatIfRuns, setWhatIfRunDeleted, type WhatIfRunRow } from '#store/what-if-runs.ts';
import { allow, isAllowed, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { createTask } from '../tasks/change-task.ts';
import { describeLines, describeRun } from './describe-run.ts';
import { getProducts } from './keep-products.ts';
import { getRunRow, noteRun } from './note-run.ts';

const pageSize = 20;

interface ListInput {
  readonly cursor?: string;
  readonly limit?: number;
  readonly partyId?: string;
}

export async function listWhatIfRuns(
  ctx: Context,
  input: ListInput,
): Promise<{ items: WhatIfRunLine[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  if (input.partyId !== undefined) allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const rows = await pageWhatIfRuns(ctx.db, {
    viewer: viewerOf(ctx.actor),
    viewerPartyId: ctx.actor.kind === 'user' ? ctx.actor.partyId : null,
    partyId: input.partyId ?? null,
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor([last.askedAt.toISOString(), last.id]) : null;
  return { items: await describeLines(ctx, shown), nextCursor };
}

export async function getWhatIfRun(ctx: Context, input: { runId: string }): Promise<WhatIfRun> {
  return describeRun(ctx, await getSeen(ctx, ctx.db, input.runId));
}

export async function removeWhatIfRun(ctx: Context, input: { runId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await getSeen(ctx, tx, input.runId, { lock: true });
    await setWhatIfRunDeleted(tx, row, ctx.now());
    await noteRun(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restoreWhatIfRun(ctx: Context, runId: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await getRunRow(tx, runId, { lock: true }));
    await setWhatIfRunDeleted(tx, row, null);
    await noteRun(ctx, tx, { act: 'restore', now: row });
  });
}

interface PlanInput {
  readonly runId: string;
  readonly items: readonly {
    readonly partyId: string;
    readonly title: string;
    readonly assigneeId?: string | undefined;
  }[];
  readonly dueOn: string | null;
}

/** Tasks of what it says to do first, all under one batch. */
export async function planWhatIf(ctx: Context, input: PlanInput): Promise<{ taskIds: string[] }> {
  return transact(ctx.db, async (tx) => {
    const { items, dueOn } = input;
    await getSeen(ctx, tx, input.runId);
    const within = { ...ctx, db: tx, batchId: ctx.batchId ?? uuidv7() };
    const taskIds: string[] = [];
    for (const { title, partyId, assigneeId } of items)
      taskIds.push((await createTask(within, { title, partyId, ...(assigneeId && { assigneeId }), dueOn })).id);
    return { taskIds };
  });
}

export async function listWhatIfColleagues(ctx: Context): Promise<{ items: { id: string; name: string }[] }> {
  const all = await listOwnPeople(ctx.db);
  if (isAllowed(ctx.actor, 'govern', {})) return { items: all };
  const own = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  return { items: all.filter(({ id }) => id === own) };
}

export async function listWhatIfProducts(ctx: Context): Promise<{ items: { product: string; buyers: number }[] }> {
  allow(ctx.actor, 'see', {});
  return { items: await getProducts(ctx) };
}

async function getSeen(
  ctx: Context,
  db: Db,
  runId: string,
  options: { lock?: boolean } = {},
): Promise<Allowed<WhatIfRunRow>> {
  const row = await getRunRow(db, runId, options);
  if (row.deletedAt !== null) throw notFound();
  const scope = row.scope as { partyId?: string };
  if (scope.partyId !== undefined) allow(ctx.actor, 'see', await findParty(db, scope.partyId));
  return allow(ctx.actor, 'edit', row);
}
