/** Relations that hang on one colleague, with contact enough to say so, and without a plan that runs. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface LeaningParty {
  readonly partyId: string;
  readonly partyName: string;
  readonly hangsOn: string;
  readonly hangsOnName: string;
  readonly dependency: number;
  readonly contacts: number;
  readonly bond: number;
}

/**
 * The first sign: more than half would go with one colleague, after five contacts (model.md 1.10). Organisations, and people
 * who stand for themselves: of somebody who works somewhere it is said of the firm.
 */
export async function pageLeaningParties(
  db: Db,
  page: {
    readonly viewer: Viewer;
    readonly partyId: string | null;
    readonly after: { readonly bond: number; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<LeaningParty[]> {
  const { after, partyId } = page;
  const { rows } = await sql<LeaningParty>`
    select p.id as "partyId", p.name as "partyName", c.id as "hangsOn", c.name as "hangsOnName", f.dependency,
      f.contact_count as contacts, f.bond
    from party_figures f join parties p on p.id = f.party_id join parties c on c.id = f.dependency_on
    where f.dependency > 0.5 and f.contact_count >= 5 and p.deleted_at is null and not p.is_own
      and not p.roles && '{private,ignore,colleague}'::text[] and ${isVisibleTo(page.viewer, 'p')}
      and p.visibility = 'firm' and not p.is_folded
      and not exists (select from plans n where n.party_id = p.id and n.ended_at is null and n.deleted_at is null)
      ${
        partyId === null
          ? sql`and (p.kind = 'organisation' or not exists (
              select from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
              where r.from_party = p.id and r.until_on is null))`
          : sql`and p.id = ${partyId}::uuid`
      }
      ${after === null ? sql`` : sql`and (f.bond, f.party_id) < (${after.bond}, ${after.id}::uuid)`}
    order by f.bond desc, f.party_id desc limit ${page.limit}`.execute(db);
  return rows;
}

export interface Helper {
  /** Null: a colleague who does not sign in; whoever makes the plan keeps the task. */
  readonly userId: string | null;
  readonly id: string;
  readonly name: string;
  readonly relationId: string;
  readonly strength: number;
}

/** Who of us could come along: those with a tie of their own there first, to the firm or to one of its people. */
export async function listHelpers(
  db: Db,
  input: {
    readonly partyIds: readonly string[];
    /** Whom it hangs on: somebody else is to come along. */
    readonly hangsOn: readonly string[];
    readonly most: number;
    /** Also those who no longer work here. */
    readonly hasLeft: boolean;
  },
): Promise<Map<string, Helper[]>> {
  const { rows } = await sql<Helper>`
    with works as (select id from relation_types where key = 'works-at'),
    colleague as (
      select c.id, c.name, u.id as user_id from parties c
      left join lateral (select id from users where party_id = c.id and removed_at is null limit 1) u on true
      where c.is_own and c.kind = 'person' and c.deleted_at is null and (${input.hasLeft} or u.id is not null or exists (
        select from relations r, works where r.from_party = c.id and r.type_id = works.id and r.until_on is null))
      order by c.created_at, c.id limit 100
    ), theirs as (
      select a.party_id, a.hangs_on, a.party_id as member_id
      from unnest(${[...input.partyIds]}::uuid[], ${[...input.hangsOn]}::uuid[]) as a(party_id, hangs_on)
      union all
      select a.party_id, a.hangs_on, r.from_party
      from unnest(${[...input.partyIds]}::uuid[], ${[...input.hangsOn]}::uuid[]) as a(party_id, hangs_on), works, relations r
      join parties p on p.id = r.from_party and p.visibility = 'firm' and p.deleted_at is null
      where r.to_party = a.party_id and r.type_id = works.id and r.until_on is null
    ), best as (
      select t.party_id, e.other_id, max(g.bond) as bond from theirs t cross join lateral (
        select id, party_b as other_id from ties where party_a = t.member_id
        union all select id, party_a from ties where party_b = t.member_id offset 0
      ) e cross join lateral (select bond from tie_figures where tie_id = e.id offset 0) g group by t.party_id, e.other_id
    )
    select c.user_id as "userId", c.id, c.name, a.party_id as "relationId", least(1, coalesce(b.bond, 0)) as strength
    from unnest(${[...input.partyIds]}::uuid[], ${[...input.hangsOn]}::uuid[]) as a(party_id, hangs_on)
    join colleague c on c.id <> a.hangs_on
    left join best b on b.party_id = a.party_id and b.other_id = c.id
    order by a.party_id, strength desc, c.user_id is null, c.name`.execute(db);
  const found = new Map<string, Helper[]>();
  for (const row of rows) {
    const list = found.get(row.relationId) ?? [];
    if (list.length < input.most) found.set(row.relationId, [...list, row]);
  }
  return found;
}
