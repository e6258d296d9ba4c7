/** A stretch of relations whose own field is set: what is there, and what is written of the relation itself. */
import { sql } from 'kysely';
import type { BulkStamp } from './bulk-parties.ts';
import type { Tx } from './database.ts';
import type { StoredFieldValue } from './field-values.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface BulkParty {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  readonly fieldValues: readonly StoredFieldValue[];
}

/** Others' private relations, ourselves and who lies in the bin are passed by. */
export async function lockBulkParties(
  tx: Tx,
  find: { partyIds: readonly string[]; viewer: Viewer },
): Promise<BulkParty[]> {
  const { rows } = await sql<BulkParty>`
    select p.id, p.name, p.kind,
      coalesce((select json_agg(json_build_object('kind', i.kind, 'value', i.value)
          order by i.is_primary desc, i.created_at, i.id)
        from identities i where i.party_id = p.id), '[]') as identities,
      coalesce((select json_agg(json_build_object('key', d.key, 'type', d.type, 'text', v.text_value,
          'number', v.number_value, 'date', v.date_value, 'choices', v.choices, 'party', v.party_value) order by d.place, d.id)
        from field_values v join fields d on d.id = v.field_id
        where v.party_id = p.id and d.archived_at is null), '[]') as "fieldValues"
    from unnest(${[...find.partyIds]}::uuid[]) as n(id) join parties p on p.id = n.id
    where p.deleted_at is null and not p.is_own and ${isVisibleTo(find.viewer, 'p')}
    for no key update of p`.execute(tx);
  return rows;
}

/** Answers the version that each has now. */
export async function writeBulkParties(
  tx: Tx,
  rows: readonly { readonly id: string; readonly searchText: string }[],
  { at }: Pick<BulkStamp, 'at'>,
): Promise<Map<string, number>> {
  const written = await sql<{ id: string; version: number }>`
    update parties p set search_text = r."searchText", version = p.version + 1, updated_at = ${at}, is_folded = false
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "searchText" text)
    where p.id = r.id returning p.id, p.version`.execute(tx);
  return new Map(written.rows.map(({ id, version }) => [id, version]));
}
