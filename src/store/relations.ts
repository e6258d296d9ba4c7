/** Declared links between parties, with a verb for each direction. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface RelationRow {
  readonly id: string;
  readonly typeKey: string;
  readonly verb: string;
  readonly other: { readonly id: string; readonly name: string; readonly kind: 'person' | 'organisation' };
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

export function selectRelations({ partyId, viewer }: { partyId: string; viewer: Viewer }): RawBuilder<RelationRow> {
  return sql<RelationRow>`
    select r.id, k.key as "typeKey", case when r.from_party = ${partyId}::uuid then k.verb_forward else k.verb_backward end as verb,
      json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as other, r.from_on as "fromOn", r.until_on as "untilOn"
    from relations r join relation_types k on k.id = r.type_id
    join parties o on o.id = case when r.from_party = ${partyId}::uuid then r.to_party else r.from_party end
    where (r.from_party = ${partyId}::uuid or r.to_party = ${partyId}::uuid) and o.deleted_at is null and ${isVisibleTo(viewer, 'o')}
    order by r.until_on is not null, k.key, o.sort_name, r.id limit 500`;
}

export interface RelationTypeRow {
  readonly id: string;
  readonly key: string;
  readonly verbForward: string;
  readonly verbBackward: string;
  readonly isShipped: boolean;
}

export async function listRelationTypes(db: Db): Promise<RelationTypeRow[]> {
  const { rows } = await sql<RelationTypeRow>`
    select id, key, verb_forward as "verbForward", verb_backward as "verbBackward", is_shipped as "isShipped"
    from relation_types order by key`.execute(db);
  return rows;
}

export interface RelationEnds {
  readonly id: string;
  readonly typeKey: string;
  readonly fromParty: string;
  readonly toParty: string;
}

export interface RelationRecord extends RelationEnds {
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly version: number;
}

const recordColumns = sql.raw(`r.id, k.key as "typeKey", r.from_party as "fromParty", r.to_party as "toParty",
  r.from_on as "fromOn", r.until_on as "untilOn", r.version`);

export async function findRelation(db: Db, id: string): Promise<RelationRecord | undefined> {
  const { rows } = await sql<RelationRecord>`
    select ${recordColumns} from relations r join relation_types k on k.id = r.type_id where r.id = ${id}`.execute(db);
  return rows[0];
}

/** The same link between the same two, when there is one. */
export async function findSameRelation(db: Db, ends: Omit<RelationEnds, 'id'>): Promise<RelationRecord | undefined> {
  const { rows } = await sql<RelationRecord>`
    select ${recordColumns} from relations r join relation_types k on k.id = r.type_id
    where k.key = ${ends.typeKey} and r.from_party = ${ends.fromParty}::uuid and r.to_party = ${ends.toParty}::uuid
    for update of r`.execute(db);
  return rows[0];
}

/** The same link again is the same row, with its dates as they were said last. */
export async function upsertRelation(
  tx: Tx,
  row: RelationEnds & { fromOn: string | null; untilOn: string | null; at: Date },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into relations (id, type_id, from_party, to_party, from_on, until_on, source, created_at)
    select ${row.id}, id, ${row.fromParty}, ${row.toParty}, ${row.fromOn}::date, ${row.untilOn}::date, 'hand', ${row.at}
    from relation_types where key = ${row.typeKey}
    on conflict (type_id, from_party, to_party) do update
      set from_on = excluded.from_on, until_on = excluded.until_on, version = relations.version + 1
    returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function deleteRelation(tx: Tx, row: Allowed<RelationEnds>): Promise<void> {
  await tx.deleteFrom('relations').where('id', '=', row.id).execute();
}
