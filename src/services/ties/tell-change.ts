/** What changed in a tie since four weeks ago, and which events did it. */
import { type Cause, explainChange, type TieChange } from '#engine/what-changed.ts';
import { listTold } from '#store/interactions.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getLoadedTie } from './get-tie.ts';
import { readableMs } from './read-tie-at.ts';

const monthMs = 28 * 86_400_000;
/** Less than half a point out of a hundred is not told as a cause. */
const leastEffect = 0.005;
const mostTold = 8;

export async function getTieChange(ctx: Context, input: { tieId: string }) {
  const tie = await getLoadedTie(ctx, ctx.db, input.tieId);
  const events = (await listTieEvents(ctx.db, [tie.id])).get(tie.id) ?? [];
  const nowMs = readableMs(tie, ctx.now().getTime());
  const { context, parameters } = tie;
  const change = explainChange({ events, context, parameters, fromMs: nowMs - monthMs, nowMs });
  const told = change.causes.filter(({ effect }) => Math.abs(effect) >= leastEffect);
  const shown = told.slice(0, mostTold);
  const ids = shown.flatMap(({ ref }) => ref ?? []);
  const known = await listTold(ctx.db, { ids, viewer: viewerOf(ctx.actor) });
  return {
    from: describeEnd(change.from),
    to: describeEnd(change.to),
    causes: shown.map((cause) => ({ ...describeCause(cause), ...describeTold(known.get(cause.ref ?? '')) })),
    left: told.length - shown.length,
  };
}

function describeEnd({ atMs, reading }: TieChange['from']) {
  const { bond, used, level } = reading;
  return { at: new Date(atMs).toISOString(), bond, level, ...used };
}

function describeCause({ code, ref, atMs, count, effect, block }: Cause) {
  const at = atMs === null ? null : new Date(atMs).toISOString();
  return { code, interactionId: ref, at, count, effect, block };
}

function describeTold(told: { channel: string; kind: string; subject: string | null } | undefined) {
  return { channel: told?.channel ?? null, kind: told?.kind ?? null, subject: told?.subject ?? null };
}
