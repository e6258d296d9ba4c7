/** When relations ordered: the days a model of buying looks at. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isMomentSeenBy } from './mail-sharing.ts';
import type { Viewer } from './party-rows.ts';

export interface OrderRow {
  readonly partyId: string;
  readonly interactionId: string;
  readonly atMs: number;
  readonly sourceNumber: number;
}

/** More orders of one relation say nothing new about whether it still buys. */
const mostEach = 400;

/**
 * Orders of these parties, each as one of `members` placed it, oldest first. `onlyWith` as in get-party: of somebody
 * private what one colleague has with them.
 */
export async function listOrders(
  db: Db,
  ask: {
    readonly members: readonly { readonly partyId: string; readonly memberId: string }[];
    readonly until: Date;
    readonly viewer: Viewer;
    readonly onlyWith: string | null;
  },
): Promise<OrderRow[]> {
  const { members, until, viewer, onlyWith } = ask;
  const { rows } = await sql<OrderRow>`
    select m.party_id as "partyId", o.id as "interactionId", o.source_number as "sourceNumber",
      (extract(epoch from o.happened_at) * 1000)::float8 as "atMs"
    from unnest(${members.map((row) => row.partyId)}::uuid[], ${members.map((row) => row.memberId)}::uuid[])
      as m(party_id, member_id)
    cross join lateral (
      select i.id, i.happened_at, i.source_number from interactions i
      where i.from_party = m.member_id and i.kind = 'order' and i.twin_of is null and i.happened_at <= ${until}
        and ${isMomentSeenBy(viewer, 'i')} and (${onlyWith}::uuid is null or ${onlyWith}::uuid = any(i.to_parties))
      order by i.happened_at desc limit ${mostEach}
    ) o order by o.happened_at, o.id`.execute(db);
  return rows;
}

/**
 * Relations outside the firm, so many at most, in an order that has nothing to do with who they are: whom a model is
 * fitted on. Who works somewhere counts for that organisation.
 */
export async function pickCustomers(db: Db, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from parties p
    where not p.is_own and p.deleted_at is null and p.visibility = 'firm' and not exists (
      select from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      join parties o on o.id = r.to_party and o.deleted_at is null
      where r.from_party = p.id and r.until_on is null
    ) order by md5(p.id::text) limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
