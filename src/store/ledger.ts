/** What each side gave the other, line by line, and month by month. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { gotForItOf } from './give-and-take.ts';
import { isTextReadBy } from './mail-sharing.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface LedgerRow {
  readonly interactionId: string;
  readonly tieId: string;
  readonly direction: 0 | 1;
  readonly kind: string;
  readonly weight: number;
  readonly atMs: number;
  readonly channel: string;
  readonly what: string | null;
  readonly nameA: string;
  readonly nameB: string;
  readonly gotForIt: 'yes' | 'no' | null;
  readonly step: 'brought' | 'bought' | null;
  readonly newcomer: { readonly id: string; readonly name: string } | null;
}

interface LedgerPage {
  readonly tieIds: readonly string[];
  readonly viewer: Viewer;
  readonly after: { atMs: number; interactionId: string; kind: string } | null;
  readonly limit: number;
}

/** Newest first; the key is what a cursor goes on from. */
export async function listLedger(db: Db, { tieIds, viewer, after, limit }: LedgerPage): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select g.interaction_id as "interactionId", g.tie_id as "tieId", g.direction, g.kind, g.weight, g.at_ms as "atMs",
      i.channel, case when ${isTextReadBy(viewer, 'i')} then coalesce(i.subject, left(i.snippet, 200)) end as what,
      a.name as "nameA", b.name as "nameB", ${gotForItOf} as "gotForIt", brought.step,
      case when n.id is null then null else json_build_object('id', n.id, 'name', n.name) end as newcomer
    from benefits g join interactions i on i.id = g.interaction_id
    join ties t on t.id = g.tie_id join parties a on a.id = t.party_a join parties b on b.id = t.party_b
    left join lateral (select step, newcomer_id from introduced_benefits m where m.interaction_id = i.id limit 1) brought
      on g.kind in ('introduction', 'referral')
    left join parties n on n.id = brought.newcomer_id and n.deleted_at is null and ${isVisibleTo(viewer, 'n')}
    where g.tie_id = any(${[...tieIds]}::uuid[])
      and ${
        after === null
          ? sql`true`
          : sql`(g.at_ms, g.interaction_id, g.kind) < (${after.atMs}, ${after.interactionId}::uuid, ${after.kind}::text)`
      }
    order by g.at_ms desc, g.interaction_id desc, g.kind desc limit ${limit}`.execute(db);
  return rows;
}

/** How many lines there are of each tie and side. */
export async function countLedger(
  db: Db,
  tieIds: readonly string[],
): Promise<{ tieId: string; direction: 0 | 1; count: number }[]> {
  const { rows } = await sql<{ tieId: string; direction: 0 | 1; count: number }>`
    select tie_id as "tieId", direction, count(*)::int as count from benefits
    where tie_id = any(${[...tieIds]}::uuid[]) group by tie_id, direction`.execute(db);
  return rows;
}

/** What a side gave within one stretch, as it stood at the end of it. */
interface GivenInStretch {
  readonly tieId: string;
  readonly direction: 0 | 1;
  readonly family: number;
  /** Which stretch: 0 is all before the first end. */
  readonly stretch: number;
  readonly left: number;
}

/** `endsMs`, ascending: the last is now. `ratesPerMs`: by family, the share that fades in a millisecond as an exponent of 2. */
export async function sumGivenByStretch(
  db: Db,
  find: { tieIds: readonly string[]; endsMs: readonly number[]; halfLivesMs: readonly number[] },
): Promise<GivenInStretch[]> {
  const { rows } = await sql<GivenInStretch>`
    with ends as (select ${[...find.endsMs]}::float8[] as at), lives as (select ${[...find.halfLivesMs]}::float8[] as ms)
    select e.tie_id as "tieId", e.direction, e.family, place.stretch,
      sum(e.benefit * power(2, greatest(-500, -(ends.at[place.stretch + 1] - e.at_ms) / lives.ms[e.family + 1]))) as left
    from tie_events e cross join ends cross join lives
    cross join lateral (select (select count(*)::int from unnest(ends.at) as end_at where end_at < e.at_ms) as stretch) place
    where e.tie_id = any(${[...find.tieIds]}::uuid[]) and e.benefit > 0 and place.stretch < cardinality(ends.at)
    group by e.tie_id, e.direction, e.family, place.stretch, ends.at`.execute(db);
  return rows;
}
