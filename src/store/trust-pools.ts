/**
 * What is known of each party from all its ties: as the one who acts, and as the one who trusts. Of the facets that the
 * engine lets into pools (sharedFacets: benevolence and integrity).
 */
import { sql } from 'kysely';
import { lowestExponent } from '#engine/trace.ts';
import type { Db, Tx } from './database.ts';

export interface TrustPool {
  readonly partyId: string;
  readonly tauMs: number;
  readonly actorGood: number;
  readonly actorBad: number;
  readonly trusterGood: number;
  readonly trusterBad: number;
}

export async function listTrustPools(db: Db, partyIds: readonly string[]): Promise<Map<string, TrustPool>> {
  const { rows } = await sql<TrustPool>`
    select party_id as "partyId", tau_ms as "tauMs", actor_good as "actorGood", actor_bad as "actorBad",
      truster_good as "trusterGood", truster_bad as "trusterBad"
    from trust_pools where party_id = any(${[...partyIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.partyId, row]));
}

/** The latest instant at which pools were summed; null when they never were. */
export async function findPoolsAtMs(db: Db): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`select max(tau_ms) as at from trust_pools`.execute(db);
  return rows[0]?.at ?? null;
}

/** Sums all pools anew in one go, read at `atMs`; who has given and got no evidence needs none. */
export async function refreshTrustPools(tx: Tx, input: { atMs: number; trustRate: number }): Promise<void> {
  await sql`
    with evidence as (
      select t.party_a, t.party_b, s.direction, (s.benevolence_good + s.integrity_good) * f.part as good,
        (s.benevolence_bad + s.integrity_bad) * f.part as bad
      from tie_states s join ties t on t.id = s.tie_id
      cross join lateral (select exp(greatest(${lowestExponent}::float8,
        ${input.trustRate}::float8 * greatest(0, ${input.atMs}::float8 - s.tau_ms))) as part) f
      where s.benevolence_count + s.integrity_count > 0
    ), told as (
      select case when direction = 0 then party_a else party_b end as id, true as trusts, good, bad from evidence
      union all
      select case when direction = 0 then party_b else party_a end, false, good, bad from evidence
    ), gone as (
      delete from trust_pools p where not exists (select from told where told.id = p.party_id)
    )
    insert into trust_pools as p (party_id, tau_ms, actor_good, actor_bad, truster_good, truster_bad)
    select id, ${input.atMs}, coalesce(sum(good) filter (where not trusts), 0),
      coalesce(sum(bad) filter (where not trusts), 0), coalesce(sum(good) filter (where trusts), 0),
      coalesce(sum(bad) filter (where trusts), 0)
    from told group by id order by id
    on conflict (party_id) do update set tau_ms = excluded.tau_ms, actor_good = excluded.actor_good,
      actor_bad = excluded.actor_bad, truster_good = excluded.truster_good, truster_bad = excluded.truster_bad`.execute(
    tx,
  );
}
