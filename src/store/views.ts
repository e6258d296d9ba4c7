/** Lists kept under a name. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface ViewRow {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string | null;
  readonly name: string;
  readonly isShared: boolean;
  readonly definition: unknown;
  readonly version: number;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
}

const columns = sql.raw(`v.id, v.owner_id as "ownerId", u.name as "ownerName", v.name, v.is_shared as "isShared",
  v.definition, v.version, v.updated_at as "updatedAt", v.deleted_at as "deletedAt"`);

const mostListed = 200;

export async function listViews(db: Db, viewer: string | null): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    select ${columns} from views v left join users u on u.id = v.owner_id
    where v.deleted_at is null and (v.is_shared or v.owner_id = ${viewer}::uuid)
    order by v.owner_id is distinct from ${viewer}::uuid, v.created_at, v.id limit ${mostListed}`.execute(db);
  return rows;
}

export async function findView(db: Db, id: string, options: { lock?: boolean } = {}): Promise<ViewRow | undefined> {
  const { rows } = await sql<ViewRow>`
    select ${columns} from views v left join users u on u.id = v.owner_id
    where v.id = ${id}::uuid ${options.lock ? sql`for update of v` : sql``}`.execute(db);
  return rows[0];
}

export type ViewWriting = Pick<ViewRow, 'name' | 'isShared' | 'definition'>;

export async function insertView(
  tx: Tx,
  row: ViewWriting & { readonly id: string; readonly ownerId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into views (id, owner_id, name, is_shared, definition, created_at, updated_at)
    values (${row.id}, ${row.ownerId}, ${row.name}, ${row.isShared}, ${JSON.stringify(row.definition)}::jsonb,
      ${row.at}, ${row.at})`.execute(tx);
}

export async function updateView(
  tx: Tx,
  row: Allowed<ViewRow>,
  write: ViewWriting & { readonly deletedAt: Date | null; readonly at: Date },
): Promise<void> {
  await sql`
    update views set name = ${write.name}, is_shared = ${write.isShared},
      definition = ${JSON.stringify(write.definition)}::jsonb, deleted_at = ${write.deletedAt},
      version = version + 1, updated_at = ${write.at}
    where id = ${row.id}`.execute(tx);
}
