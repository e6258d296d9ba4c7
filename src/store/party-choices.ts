/** Orders in which somebody chose among offers with prices, and what the model read from them. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface OfferedOrder {
  readonly buyerId: string;
  /** What was on offer and at which price, in hundredths. */
  readonly offers: Readonly<Record<string, number>>;
  readonly chosen: string;
}

/** The latest so many, in the order in which they were made; of a person who works somewhere they are that firm's. */
export async function listOfferedOrders(db: Db, most: number): Promise<OfferedOrder[]> {
  const { rows } = await sql<OfferedOrder>`
    with latest as (
      select i.from_party, i.happened_at, i.id, i.order_line from interactions i
      where (i.order_line -> 'offers') is not null and (i.order_line -> 'offers') <> '{}'::jsonb and i.twin_of is null
      order by i.happened_at desc limit ${most}
    )
    select coalesce(w.to_party, l.from_party) as "buyerId", l.order_line -> 'offers' as offers,
      coalesce(l.order_line ->> 'brand', l.order_line ->> 'product') as chosen
    from latest l join parties p on p.id = l.from_party and not p.is_own and p.deleted_at is null
    left join lateral (
      select r.to_party from relations r
      where r.from_party = l.from_party and r.until_on is null and p.visibility = 'firm'
        and r.type_id = (select id from relation_types where key = 'works-at') limit 1
    ) w on true
    where coalesce(l.order_line ->> 'brand', l.order_line ->> 'product') is not null
    order by l.happened_at, l.id`.execute(db);
  return rows;
}

export interface PartyChoicesRow {
  readonly partyId: string;
  readonly shares: Readonly<Record<string, number>>;
  readonly n: number;
}

export async function listPartyChoices(db: Db, partyIds: readonly string[]): Promise<Map<string, PartyChoicesRow>> {
  const { rows } = await sql<PartyChoicesRow>`
    select party_id as "partyId", shares, n from party_choices
    where party_id = any(${[...partyIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.partyId, row]));
}

/** All at once: who no longer chooses among offers is not in it any more. */
export async function replacePartyChoices(tx: Tx, rows: readonly PartyChoicesRow[], at: Date): Promise<void> {
  await sql`delete from party_choices`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into party_choices (party_id, shares, n, as_of)
    select "partyId", shares, n, ${at} from json_to_recordset(${JSON.stringify(rows)}::json)
      as r("partyId" uuid, shares jsonb, n int)`.execute(tx);
}
