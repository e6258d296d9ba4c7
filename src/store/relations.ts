/** Declared links between parties, with a verb for each direction. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface RelationRow {
  readonly id: string;
  readonly typeKey: string;
  readonly verb: string;
  readonly isForward: boolean;
  readonly isShipped: boolean;
  readonly other: { readonly id: string; readonly name: string; readonly kind: 'person' | 'organisation' };
  readonly title: string | null;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly version: number;
}

export function selectRelations({ partyId, viewer }: { partyId: string; viewer: Viewer }): RawBuilder<RelationRow> {
  return sql<RelationRow>`
    select r.id, k.key as "typeKey", case when r.from_party = ${partyId}::uuid then k.verb_forward else k.verb_backward end as verb,
      r.from_party = ${partyId}::uuid as "isForward", k.is_shipped as "isShipped", r.title, r.version,
      json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as other, r.from_on as "fromOn", r.until_on as "untilOn"
    from relations r join relation_types k on k.id = r.type_id
    join parties o on o.id = case when r.from_party = ${partyId}::uuid then r.to_party else r.from_party end
    where (r.from_party = ${partyId}::uuid or r.to_party = ${partyId}::uuid) and o.deleted_at is null and ${isVisibleTo(viewer, 'o')}
    order by r.until_on is not null, k.key, o.sort_name, r.from_on desc nulls last, r.id limit 500`;
}

export interface RelationEnds {
  readonly id: string;
  readonly typeKey: string;
  readonly fromParty: string;
  readonly toParty: string;
}

export interface RelationRecord extends RelationEnds {
  readonly title: string | null;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly version: number;
}

const recordColumns = sql.raw(`r.id, k.key as "typeKey", r.from_party as "fromParty", r.to_party as "toParty", r.title,
  r.from_on as "fromOn", r.until_on as "untilOn", r.version`);

export async function findRelation(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<RelationRecord | undefined> {
  const { rows } = await sql<RelationRecord>`
    select ${recordColumns} from relations r join relation_types k on k.id = r.type_id
    where r.id = ${id} ${options.lock ? sql`for no key update of r` : sql``}`.execute(db);
  return rows[0];
}

interface LinkSpan {
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/** The same link between the same two, as far as it holds in (a part of) this time. The latest first. */
export async function listSameRelations(db: Db, same: Omit<RelationEnds, 'id'> & LinkSpan): Promise<RelationRecord[]> {
  const { rows } = await sql<RelationRecord>`
    select ${recordColumns} from relations r join relation_types k on k.id = r.type_id
    where k.key = ${same.typeKey} and r.from_party = ${same.fromParty}::uuid and r.to_party = ${same.toParty}::uuid
      and daterange(r.from_on, r.until_on) && daterange(${same.fromOn}::date, ${same.untilOn}::date)
    order by r.from_on desc nulls last for update of r`.execute(db);
  return rows;
}

/** Null: there is no such type. */
export async function insertRelation(
  tx: Tx,
  row: RelationEnds & Pick<RelationRecord, 'title' | 'fromOn' | 'untilOn'> & { at: Date },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into relations (id, type_id, from_party, to_party, title, from_on, until_on, source, created_at)
    select ${row.id}, id, ${row.fromParty}, ${row.toParty}, ${row.title}, ${row.fromOn}::date, ${row.untilOn}::date,
      'hand', ${row.at}
    from relation_types where key = ${row.typeKey} and removed_at is null
    returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export async function updateRelation(
  tx: Tx,
  row: Allowed<RelationRecord>,
  fields: Pick<RelationRecord, 'title' | 'fromOn' | 'untilOn'>,
): Promise<void> {
  await sql`
    update relations set title = ${fields.title}, from_on = ${fields.fromOn}::date, until_on = ${fields.untilOn}::date,
      version = version + 1
    where id = ${row.id}`.execute(tx);
}

export async function deleteRelation(tx: Tx, row: Allowed<RelationEnds>): Promise<void> {
  await tx.deleteFrom('relations').where('id', '=', row.id).execute();
}
