/** What a block stands on: its events with their weight, age and what is left of them. */
import { explainBlock } from '#engine/explain.ts';
import type { BlockName } from '#engine/reading.ts';
import { listTold } from '#store/interactions.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getLoadedTie } from './get-tie.ts';
import { readTieAt } from './read-tie-at.ts';

/** The heaviest; the rest is counted. */
const mostShown = 100;

export async function listTieEvidence(ctx: Context, input: { tieId: string; block: BlockName }) {
  const tie = await getLoadedTie(ctx, ctx.db, input.tieId);
  const events = (await listTieEvents(ctx.db, [tie.id])).get(tie.id) ?? [];
  const { context, parameters } = tie;
  // Of the same instant as the block itself: the end of what was heard.
  const nowMs = readTieAt(tie, ctx.now().getTime()).asOfMs;
  const all = explainBlock({ events, block: input.block, context, parameters, nowMs });
  const shown = all.slice(0, mostShown);
  const ids = shown.flatMap((item) => item.ref ?? []);
  const told = await listTold(ctx.db, { ids, viewer: viewerOf(ctx.actor) });
  const items = shown.map((item) => ({
    interactionId: item.ref,
    at: new Date(item.atMs).toISOString(),
    code: item.code,
    channel: told.get(item.ref ?? '')?.channel ?? null,
    kind: told.get(item.ref ?? '')?.kind ?? null,
    subject: told.get(item.ref ?? '')?.subject ?? null,
    direction: item.direction,
    weight: item.weight,
    ageDays: item.ageDays,
    halfLifeDays: item.halfLifeDays,
    remaining: item.remaining,
    share: Math.min(1, item.share),
  }));
  return { items, left: all.length - shown.length };
}
