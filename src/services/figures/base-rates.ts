/** Where trust starts in each direction of a tie: from what is known of both sides through everybody else. */
import { evidenceWithout, pickSharedEvidence, readBaseRate } from '#engine/base-rate.ts';
import type { TieState } from '#engine/direction-state.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import type { BothWays } from '#engine/reading.ts';
import { computeDecay } from '#engine/trace.ts';
import { type Evidence, readEvidence } from '#engine/trust.ts';
import type { Db } from '#store/database.ts';
import { listTrustPools, type TrustPool } from '#store/trust-pools.ts';

export type BaseRates = BothWays;

interface Pair {
  readonly id: string;
  readonly a: { readonly id: string };
  readonly b: { readonly id: string };
}

interface BaseRateInput {
  readonly rows: readonly Pair[];
  readonly states: ReadonlyMap<string, TieState>;
  readonly parameters: ModelParameters;
  readonly nowMs: number;
}

/** Of whom nobody showed or gave anything yet. */
const noPool = { tauMs: -Infinity, actorGood: 0, actorBad: 0, trusterGood: 0, trusterBad: 0 };

/** Pools are as of the last refresh, faded to now: what others found changes slowly, and no page waits for a sum over all. */
export async function listBaseRates(db: Db, input: BaseRateInput): Promise<Map<string, BaseRates>> {
  const { parameters } = input;
  const partyIds = new Set(input.rows.flatMap((row) => [row.a.id, row.b.id]));
  const pools = await listTrustPools(db, [...partyIds]);
  const rates = new Map<string, BaseRates>();
  for (const { id, a, b } of input.rows) {
    const [poolA, poolB, state] = [pools.get(a.id) ?? noPool, pools.get(b.id) ?? noPool, input.states.get(id)];
    if (!state || (poolA === noPool && poolB === noPool)) continue;
    const nowMs = Math.max(input.nowMs, poolA.tauMs, poolB.tauMs, state.ab.tauMs, state.ba.tauMs);
    const ab = pickSharedEvidence(readEvidence(state.ab, [], nowMs, parameters));
    const ba = pickSharedEvidence(readEvidence(state.ba, [], nowMs, parameters));
    const fadedA = fade(poolA, nowMs, parameters);
    const fadedB = fade(poolB, nowMs, parameters);
    const tenantRate = parameters.trustBaseRate;
    rates.set(id, {
      ab: readBaseRate(
        {
          tenantRate,
          actor: evidenceWithout(fadedB.actor, ab),
          truster: evidenceWithout(fadedA.truster, ab),
          opposite: ba,
        },
        parameters,
      ),
      ba: readBaseRate(
        {
          tenantRate,
          actor: evidenceWithout(fadedA.actor, ba),
          truster: evidenceWithout(fadedB.truster, ba),
          opposite: ab,
        },
        parameters,
      ),
    });
  }
  return rates;
}

function fade(
  pool: Omit<TrustPool, 'partyId'>,
  atMs: number,
  parameters: ModelParameters,
): { actor: Evidence; truster: Evidence } {
  const left = pool.tauMs === -Infinity ? 1 : computeDecay(atMs - pool.tauMs, parameters.halfLifeTrustDays);
  return {
    actor: { good: pool.actorGood * left, bad: pool.actorBad * left },
    truster: { good: pool.trusterGood * left, bad: pool.trusterBad * left },
  };
}
