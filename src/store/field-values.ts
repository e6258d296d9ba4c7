/** Values of own fields: one row for each field that a party has something in. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export type FieldType = 'text' | 'number' | 'date' | 'choice' | 'multi-choice' | 'money' | 'link' | 'party';

/** In the column of its type; the others are null. Money: minor units and, as text, its currency. */
export interface FieldValue {
  readonly text: string | null;
  readonly number: number | null;
  readonly date: string | null;
  readonly choices: readonly string[] | null;
  readonly party: string | null;
}

export type StoredFieldValue = FieldValue & { readonly key: string; readonly type: FieldType };

export interface FieldValueWriting {
  readonly fieldId: string;
  readonly partyId: string;
  /** Null: no value any more. */
  readonly value: FieldValue | null;
}

export async function writeFieldValues(tx: Tx, rows: readonly FieldValueWriting[]): Promise<void> {
  const [kept, gone] = [rows.filter(({ value }) => value !== null), rows.filter(({ value }) => value === null)];
  if (gone.length > 0) {
    await sql`
      delete from field_values v using unnest(${gone.map((row) => row.fieldId)}::uuid[],
        ${gone.map((row) => row.partyId)}::uuid[]) as g(field_id, party_id)
      where v.field_id = g.field_id and v.party_id = g.party_id`.execute(tx);
  }
  if (kept.length === 0) return;
  await sql`
    insert into field_values (field_id, party_id, text_value, number_value, date_value, choices, party_value)
    select r."fieldId", r."partyId", r.text, r.number, r.date, r.choices, r.party
    from json_to_recordset(${JSON.stringify(kept.map(({ value, ...row }) => ({ ...row, ...value })))}::json)
      as r("fieldId" uuid, "partyId" uuid, text text, number float8, date date, choices text[], party uuid)
    order by r."fieldId", r."partyId"
    on conflict (field_id, party_id) do update set text_value = excluded.text_value,
      number_value = excluded.number_value, date_value = excluded.date_value, choices = excluded.choices,
      party_value = excluded.party_value`.execute(tx);
}

export async function hasFieldValues(db: Db, fieldId: string): Promise<boolean> {
  const { rows } = await sql`select from field_values where field_id = ${fieldId} limit 1`.execute(db);
  return rows.length > 0;
}

/** Which of these choices are chosen by somebody. */
export async function listUsedChoices(db: Db, find: { fieldId: string; keys: readonly string[] }): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from unnest(${[...find.keys]}::text[]) as key
    where exists (select from field_values v where v.field_id = ${find.fieldId} and v.choices @> array[key])`.execute(
    db,
  );
  return rows.map((row) => row.key);
}

/** A choice that is called differently is found under its new word as well. */
export async function addSearchWords(tx: Tx, add: { fieldId: string; key: string; words: string }): Promise<void> {
  await sql`
    update parties p set search_text = left(p.search_text || ' ' || ${add.words}, 4000)
    from field_values v
    where v.field_id = ${add.fieldId} and v.choices @> array[${add.key}] and p.id = v.party_id
      and position(${add.words} in p.search_text) = 0`.execute(tx);
}
