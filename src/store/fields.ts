/** Definitions of the fields that people added. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import type { FieldType } from './field-values.ts';

export interface FieldRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly appliesTo: 'person' | 'organisation' | 'both';
  readonly type: FieldType;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly place: number;
  readonly version: number;
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
}

const columns = sql.raw(`d.id, d.key, d.name, d.applies_to as "appliesTo", d.type, d.options, d.place, d.version,
  d.archived_at as "archivedAt", d.created_at as "createdAt"`);

/** Few enough to hold all: in their order, archived ones last. */
export async function listFields(db: Db): Promise<FieldRow[]> {
  const { rows } = await sql<FieldRow>`
    select ${columns} from fields d order by d.archived_at is not null, d.place, d.id`.execute(db);
  return rows;
}

export async function findField(db: Db, id: string): Promise<FieldRow | undefined> {
  const { rows } = await sql<FieldRow>`select ${columns} from fields d where d.id = ${id} for update`.execute(db);
  return rows[0];
}

export async function insertField(tx: Tx, row: FieldRow): Promise<void> {
  await sql`
    insert into fields (id, key, name, applies_to, type, options, place, version, archived_at, created_at)
    values (${row.id}, ${row.key}, ${row.name}, ${row.appliesTo}, ${row.type}, ${JSON.stringify(row.options)}::jsonb,
      ${row.place}, ${row.version}, ${row.archivedAt}, ${row.createdAt})`.execute(tx);
}

export type FieldWriting = Pick<FieldRow, 'name' | 'appliesTo' | 'options' | 'archivedAt'>;

export async function updateField(tx: Tx, row: Allowed<FieldRow>, fields: FieldWriting): Promise<void> {
  await sql`
    update fields set name = ${fields.name}, applies_to = ${fields.appliesTo},
      options = ${JSON.stringify(fields.options)}::jsonb, archived_at = ${fields.archivedAt}, version = version + 1
    where id = ${row.id}`.execute(tx);
}

export async function deleteField(tx: Tx, row: Allowed<FieldRow>): Promise<void> {
  await sql`delete from fields where id = ${row.id}`.execute(tx);
}

/** All fields in this order, the first at place 1. */
export async function placeFields(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update fields d set place = o.place from unnest(${[...ids]}::uuid[]) with ordinality as o(id, place)
    where d.id = o.id and d.place <> o.place`.execute(tx);
}
