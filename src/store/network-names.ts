/** What a network is shown with: names, ties behind its links, and how strong those were. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface NamedParty {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  readonly isOwn: boolean;
  readonly isUnshown: boolean;
}

/** As they are now, whatever the network in memory still says: only those that this viewer may see. */
export async function listNamedParties(
  db: Db,
  find: { ids: readonly string[]; viewer: Viewer },
): Promise<Map<string, NamedParty>> {
  if (find.ids.length === 0) return new Map();
  const { rows } = await sql<NamedParty>`
    select p.id, p.name, p.kind, p.is_own as "isOwn",
      exists (select from unshown_introducers h where h.party_id = p.id) as "isUnshown"
    from unnest(${[...find.ids]}::uuid[]) as x(id) join parties p on p.id = x.id
    where p.deleted_at is null and ${isVisibleTo(find.viewer, 'p')}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface PairTie {
  readonly a: string;
  readonly b: string;
  readonly tieId: string;
  readonly bond: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** The ties of these pairs (a < b), with since when and until when something was heard in them. */
export async function listPairTies(
  db: Db,
  pairs: readonly { readonly a: string; readonly b: string }[],
): Promise<PairTie[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<PairTie>`
    select t.party_a as a, t.party_b as b, t.id as "tieId", coalesce(f.bond, 0) as bond, f.last_at as "lastAt",
      (select to_timestamp(min(s.first_ms) / 1000) from tie_states s where s.tie_id = t.id) as "firstAt"
    from unnest(${pairs.map((pair) => pair.a)}::uuid[], ${pairs.map((pair) => pair.b)}::uuid[]) as k(a, b)
    join ties t on t.party_a = k.a and t.party_b = k.b left join tie_figures f on f.tie_id = t.id`.execute(db);
  return rows;
}

export interface NamedLink {
  readonly from: string;
  readonly to: string;
  readonly typeKey: string;
  readonly verb: string;
}

/** What is written down between these pairs, either way round. */
export async function listPairLinks(
  db: Db,
  find: { pairs: readonly { readonly a: string; readonly b: string }[]; on: string },
): Promise<NamedLink[]> {
  if (find.pairs.length === 0) return [];
  const { rows } = await sql<NamedLink>`
    with pair as (
      select * from unnest(${find.pairs.map((pair) => pair.a)}::uuid[], ${find.pairs.map((pair) => pair.b)}::uuid[]) as k(a, b)
    ), ways as (select a, b from pair union all select b, a from pair)
    select r.from_party as "from", r.to_party as "to", k.key as "typeKey", k.verb_forward as verb
    from ways w join relations r on r.from_party = w.a and r.to_party = w.b
    join relation_types k on k.id = r.type_id
    where (r.from_on is null or r.from_on <= ${find.on}::date) and (r.until_on is null or r.until_on > ${find.on}::date)
    order by k.key`.execute(db);
  return rows;
}

/** Our colleagues on whom relations hang: as the list under `dependencyOn` shows them. */
export async function listLeaning(db: Db): Promise<{ id: string; name: string; count: number }[]> {
  const { rows } = await sql<{ id: string; name: string; count: number }>`
    select c.id, c.name, count(*)::int as count
    from party_figures f join parties p on p.id = f.party_id join parties c on c.id = f.dependency_on
    where f.dependency > 0.5 and p.kind = 'organisation' and p.deleted_at is null and p.visibility = 'firm'
      and not p.roles && '{private,ignore,colleague}'::text[]
    group by c.id, c.name order by count desc, c.name limit 200`.execute(db);
  return rows;
}

/** Organisations with figures that everybody may see: of how many the lines above are a part. */
export async function countFigured(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from party_figures f join parties p on p.id = f.party_id
    where p.kind = 'organisation' and p.deleted_at is null and p.visibility = 'firm' and f.bond > 0
      and not p.roles && '{private,ignore,colleague}'::text[]`.execute(db);
  return rows[0]?.count ?? 0;
}
