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

/** Sums the pools of these parties anew from the states of all their ties, read at `atMs`. */
export async function refreshTrustPools(
  tx: Tx,
  input: { partyIds: readonly string[]; atMs: number; trustRate: number },
): Promise<void> {
  const parties = [...new Set(input.partyIds)].sort();
  await sql`
    with party as (select unnest(${parties}::uuid[]) as id), evidence as (
      select party.id, (t.party_a = party.id) = (s.direction = 0) as trusts,
        (s.benevolence_good + s.integrity_good) * f.part as good,
        (s.benevolence_bad + s.integrity_bad) * f.part as bad
      from party join ties t on t.party_a = party.id or t.party_b = party.id
      join tie_states s on s.tie_id = t.id
      cross join lateral (select exp(greatest(${lowestExponent}::float8,
        ${input.trustRate}::float8 * greatest(0, ${input.atMs}::float8 - s.tau_ms))) as part) f
      where s.benevolence_count + s.integrity_count > 0
    )
    insert into trust_pools as p (party_id, tau_ms, actor_good, actor_bad, truster_good, truster_bad)
    select party.id, ${input.atMs}, coalesce(sum(good) filter (where not trusts), 0),
      coalesce(sum(bad) filter (where not trusts), 0), coalesce(sum(good) filter (where trusts), 0),
      coalesce(sum(bad) filter (where trusts), 0)
    from party left join evidence e on e.id = party.id group by party.id order by party.id
    on conflict (party_id) do update set tau_ms = excluded.tau_ms, actor_good = excluded.actor_good,
      actor_bad = excluded.actor_bad, truster_good = excluded.truster_good, truster_bad = excluded.truster_bad`.execute(
    tx,
  );
}
