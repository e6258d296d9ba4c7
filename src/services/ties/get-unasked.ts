/** What we sent a relation unasked, per channel: how much there is now, and how much of it seems welcome. */
import type { PartyUnasked } from '#contract/ties.ts';
import type { LoggedEvent } from '#engine/explain.ts';
import { type PressureChannel, pressureChannels } from '#engine/tie-event.ts';
import { computeDecay } from '#engine/trace.ts';
import { idealNameOf, learnIdeals, leastTries, listUnaskedTries, type UnaskedTry } from '#engine/unasked-ideal.ts';
import { listTold } from '#store/interactions.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getParameters } from '../parameters/parameters.ts';
import { getParty } from '../parties/get-party.ts';
import { loadTies } from './load-ties.ts';

/** Of a channel, behind its numbers. */
const mostShown = 20;

/** Through whichever of us it went: for who receives it, it all comes from the firm. */
export async function getUnasked(ctx: Context, input: { partyId: string }): Promise<PartyUnasked> {
  const nowMs = ctx.now().getTime();
  const parameters = await getParameters(ctx.db);
  const { events, heardUntilMs } = await gather(ctx, input.partyId, nowMs);
  const tries = listUnaskedTries({ events, ours: 'ab', parameters, heardUntilMs });
  const learnt = learnIdeals({ ties: [tries], parameters, least: leastTries.tie });
  const shownOf = (channel: PressureChannel) => latestOf(tries, channel).slice(0, mostShown);
  const ids = pressureChannels.flatMap((channel) => shownOf(channel).map(({ ref }) => ref));
  const told = await listTold(ctx.db, { ids, viewer: viewerOf(ctx.actor) });
  const left = (atMs: number) => computeDecay(Math.max(0, nowMs - atMs), parameters.halfLifePressureDays);
  return {
    channels: pressureChannels.flatMap((channel) => {
      const [last] = latestOf(tries, channel);
      if (!last) return [];
      return {
        channel,
        inForce: parameters[idealNameOf(channel)],
        now: last.load * left(last.atMs),
        learnt: learnt[channel],
        least: leastTries.tie,
        count: latestOf(tries, channel).length,
        latest: shownOf(channel).map(({ ref, atMs, load, answered }) => ({
          ...{ interactionId: ref, at: new Date(atMs).toISOString(), load, remaining: left(atMs), answered },
          ...{ kind: told.get(ref)?.kind ?? null, subject: told.get(ref)?.subject ?? null },
        })),
      };
    }),
  };
}

function latestOf(tries: readonly UnaskedTry<string>[], channel: PressureChannel): UnaskedTry<string>[] {
  return tries.filter((one) => one.channel === channel).toReversed();
}

/** All ties of a relation with us as one, turned so that we are side a; heard as far as each of them was. */
async function gather(ctx: Context, partyId: string, nowMs: number) {
  const tieIds = (await getParty(ctx, { partyId })).strands.map(({ tieId }) => tieId);
  const ties = await loadTies(ctx.db, tieIds, nowMs);
  const logged = await listTieEvents(ctx.db, tieIds);
  const events: LoggedEvent<string>[] = [];
  let heardUntilMs = nowMs;
  for (const { id, context } of ties.values()) {
    // Between others, or between colleagues, nothing is unasked.
    if (context.ours === null) continue;
    heardUntilMs = Math.min(heardUntilMs, context.coveredUntilMs ?? nowMs);
    const outward = context.ours === 'a' ? 'ab' : 'ba';
    for (const { ref, direction, event } of logged.get(id) ?? []) {
      events.push({ ref, event, direction: direction === outward ? 'ab' : 'ba' });
    }
  }
  return { events, heardUntilMs };
}
