/** Customers as books know them: found by registration, mail domain or name, among what everybody in the firm may see. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface FoundCustomer {
  /** kvk, vat, iban, name; or works-at: whom the person `value` works for. */
  readonly by: string;
  readonly value: string;
  readonly partyId: string;
  readonly kind: 'person' | 'organisation';
  readonly isOwn: boolean;
}

interface Asked {
  readonly kvk: readonly string[];
  readonly vat: readonly string[];
  readonly iban: readonly string[];
  readonly sortNames: readonly string[];
}

/** The own organisation too, so that a bill to ourselves is known for one. Where two answer to one name, neither does; of one registration the oldest. */
export async function findCustomers(db: Db, { kvk, vat, iban, sortNames }: Asked): Promise<FoundCustomer[]> {
  const { rows } = await sql<FoundCustomer>`
    with seen as (
      select id, kind, is_own, sort_name, kvk_number, vat_id, iban from parties
      where deleted_at is null and visibility = 'firm' and (kvk_number = any(${[...kvk]}::text[])
        or vat_id = any(${[...vat]}::text[]) or iban = any(${[...iban]}::text[])
        or sort_name = any(${[...sortNames]}::text[]))
    )
    (select distinct on (kvk_number) 'kvk' as by, kvk_number as value, id as "partyId", kind, is_own as "isOwn" from seen
      where kvk_number = any(${[...kvk]}::text[]) order by kvk_number, id)
    union all
    (select distinct on (vat_id) 'vat', vat_id, id, kind, is_own from seen
      where vat_id = any(${[...vat]}::text[]) order by vat_id, id)
    union all
    (select distinct on (iban) 'iban', iban, id, kind, is_own from seen
      where iban = any(${[...iban]}::text[]) order by iban, id)
    union all
    (select 'name', kind || ' ' || sort_name, min(id::text)::uuid, kind, bool_or(is_own) from seen
      where sort_name = any(${[...sortNames]}::text[]) group by kind, sort_name having count(*) = 1)`.execute(db);
  return rows;
}

/** What kind these are. */
export async function listKinds(db: Db, ids: readonly string[]): Promise<Map<string, 'person' | 'organisation'>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; kind: 'person' | 'organisation' }>`
    select id, kind from parties where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
