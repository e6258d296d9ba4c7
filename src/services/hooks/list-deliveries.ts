/** What came in at a hook, and what a mapping would make of it. */
import type { HookMapping } from '#contract/hook-mapping.ts';
import type { HookDelivery, HookSight } from '#contract/hooks.ts';
import {
  findDelivery,
  type ListedDelivery,
  listDeliveryRows,
  listNewestRaw,
  type RawDelivery,
  waitAgain,
} from '#store/hook-deliveries.ts';
import { transact } from '#store/transact.ts';
import { viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { getFirm } from '../firm.ts';
import { openHook } from './hooks.ts';
import { type Leaf, listLeaves } from './list-leaves.ts';
import { parsePayload } from './parse-payload.ts';
import { mapDelivery } from './read-deliveries.ts';

const pageSize = 30;
const previewed = 5;

interface Asked {
  readonly hookId: string;
  readonly outcome?: HookDelivery['outcome'];
  readonly cursor?: string;
  readonly limit?: number;
}

export async function listDeliveries(
  ctx: Context,
  input: Asked,
): Promise<{ items: HookDelivery[]; nextCursor: string | null }> {
  await openHook(ctx, ctx.db, input.hookId);
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const after = id === undefined ? null : { at: new Date(String(at)), id: String(id) };
  const find = { hookId: input.hookId, outcome: input.outcome ?? null, viewer: viewerOf(ctx.actor), after };
  const rows = await listDeliveryRows(ctx.db, { ...find, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor([last.at.toISOString(), last.id]) : null;
  return { items: shown.map(describe), nextCursor };
}

export async function getDelivery(ctx: Context, input: { hookId: string; deliveryId: string }) {
  await openHook(ctx, ctx.db, input.hookId);
  const row = await findDelivery(ctx.db, { hookId: input.hookId, id: input.deliveryId });
  if (!row) throw notFound();
  const raw = row.raw.toString('utf8').replaceAll('\0', '');
  return { ...describe({ ...row, partyId: null, partyName: null }), raw, contentType: row.contentType };
}

/** Once the mapping is mended. */
export async function retryDeliveries(ctx: Context, input: { hookId: string }): Promise<{ waiting: number }> {
  return transact(ctx.db, async (tx) => {
    const hook = await openHook(ctx, tx, input.hookId, { lock: true });
    const waiting = await waitAgain(tx, hook.id);
    if (waiting > 0) await ctx.enqueue({ name: 'read-deliveries', data: {} }, tx);
    return { waiting };
  });
}

export async function previewHook(
  ctx: Context,
  input: { hookId: string; mapping: HookMapping; sample: string | null },
): Promise<{ sights: HookSight[]; leaves: Leaf[] }> {
  const hook = await openHook(ctx, ctx.db, input.hookId);
  const { timeZone } = await getFirm(ctx.db);
  const house = { timeZone, now: ctx.now() };
  const pasted = input.sample === null ? null : { raw: Buffer.from(input.sample), contentType: 'application/json' };
  const messages: (Pick<RawDelivery, 'raw' | 'contentType'> & Partial<RawDelivery>)[] = pasted
    ? [pasted]
    : await listNewestRaw(ctx.db, { hookId: hook.id, limit: previewed });
  const [newest] = messages;
  const payload = newest && parsePayload(newest.raw, newest.contentType);
  return {
    sights: messages.map((message) => {
      const mapped = mapDelivery(message, input.mapping, house);
      const about = { deliveryId: message.id ?? null, at: message.at?.toISOString() ?? null };
      const nothing = { problem: null, problemField: null, problemText: null, event: null };
      if (mapped.outcome === 'skipped') return { ...about, ...nothing, outcome: 'skipped' };
      if (mapped.outcome === 'event') return { ...about, ...nothing, outcome: 'kept', event: { ...mapped.event } };
      const { problem, field: problemField, written: problemText } = mapped;
      return { ...about, outcome: 'failed', problem, problemField, problemText, event: null };
    }),
    leaves: payload && 'data' in payload ? listLeaves(payload.data) : [],
  };
}

function describe(row: ListedDelivery): HookDelivery {
  const { id, at, outcome, problem, problemField, problemText, interactionId, partyId, partyName } = row;
  return {
    ...{ id, at: at.toISOString(), outcome, problemField, problemText, interactionId },
    problem: problem as HookDelivery['problem'],
    party: partyId === null ? null : { id: partyId, name: partyName ?? '' },
  };
}
