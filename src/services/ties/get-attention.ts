/** Attention given and received in one tie. */
import type { TieAttention } from '#contract/ties.ts';
import { type AttentionSide, readAttention, type Turn } from '#engine/attention.ts';
import { type Channel, channelTable } from '#engine/channels.ts';
import type { Expectation } from '#engine/reading.ts';
import { listTieTurns, type TieTurnRow } from '#store/tie-turns.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getLoadedTie } from './get-tie.ts';
import { readableMs } from './read-tie-at.ts';

const yearMs = 365 * 86_400_000;
/** Of a year; a pair that writes more than this is read as far back as it reaches. */
const mostTurns = 5_000;
/** Behind one number. */
const mostShown = 20;

export async function getTieAttention(ctx: Context, input: { tieId: string }): Promise<TieAttention> {
  const tie = await getLoadedTie(ctx, ctx.db, input.tieId);
  const nowMs = readableMs(tie, ctx.now().getTime());
  const sinceMs = nowMs - yearMs;
  const viewer = viewerOf(ctx.actor);
  const rows = await listTieTurns(ctx.db, { tieId: tie.id, sinceMs, viewer, most: mostTurns });
  const found = readAttention({ turns: rows.map(turnOf), expectations: tie.context.expectations, sinceMs, nowMs });
  const told = new Map(rows.map((row) => [row.ref, row]));
  const show = (turns: readonly Turn<string>[]) => ({
    count: turns.length,
    latest: turns.slice(0, mostShown).map(({ ref, atMs }) => ({
      interactionId: ref,
      at: new Date(atMs).toISOString(),
      ...tell(told.get(ref)),
    })),
  });
  const sideOf = ({ began, answered, lookedAfter, asked, met }: AttentionSide<string>) => {
    const waited = { count: asked.length, met, latest: asked.slice(0, mostShown).map(describeAsked) };
    return { began: show(began), answered: show(answered), lookedAfter: show(lookedAfter), asked: waited };
  };
  return {
    since: new Date(sinceMs).toISOString(),
    asOf: new Date(nowMs).toISOString(),
    isWhole: rows.length < mostTurns,
    ab: sideOf(found.ab),
    ba: sideOf(found.ba),
    together: show(found.together),
  };
}

function turnOf(row: TieTurnRow): Turn<string> {
  const traits = row.channel in channelTable ? channelTable[row.channel as Channel] : null;
  return {
    ...{ ref: row.ref, direction: row.direction === 0 ? 'ab' : 'ba', atMs: row.atMs },
    ...{ contact: row.contact, benefit: row.benefit, isAnswer: row.isAnswer },
    isTogether: traits?.bothWays === true && traits.family !== 'purchase',
    isPurchase: traits?.family === 'purchase' || row.kind === 'order' || row.kind === 'payment',
  };
}

function describeAsked({ kind, dueMs, settledMs }: Expectation) {
  const settledAt = settledMs === null ? null : new Date(settledMs).toISOString();
  return { kind: kind === 'complaint' ? kind : ('answer' as const), dueAt: new Date(dueMs).toISOString(), settledAt };
}

function tell(row: TieTurnRow | undefined) {
  return { channel: row?.channel ?? null, kind: row?.kind ?? null, subject: row?.subject ?? null };
}
