/** Texts that are written more often. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface MailTemplateRow {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string | null;
  readonly name: string;
  readonly isShared: boolean;
  readonly subject: string;
  readonly body: object;
  readonly version: number;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
  readonly visibleTo: readonly string[] | null;
}

const columns =
  sql.raw(`t.id, t.owner_id as "ownerId", u.name as "ownerName", t.name, t.is_shared as "isShared", t.subject,
  t.body, t.version, t.updated_at as "updatedAt", t.deleted_at as "deletedAt",
  case when not t.is_shared then array[t.owner_id] end as "visibleTo"`);

const mostListed = 300;

export async function listMailTemplates(db: Db, viewer: string | null): Promise<MailTemplateRow[]> {
  const { rows } = await sql<MailTemplateRow>`
    select ${columns} from mail_templates t left join users u on u.id = t.owner_id
    where t.deleted_at is null and (t.is_shared or t.owner_id = ${viewer}::uuid)
    order by lower(t.name), t.id limit ${mostListed}`.execute(db);
  return rows;
}

export async function findMailTemplate(
  db: Db,
  find: { id: string; lock?: boolean },
): Promise<MailTemplateRow | undefined> {
  const { rows } = await sql<MailTemplateRow>`
    select ${columns} from mail_templates t left join users u on u.id = t.owner_id
    where t.id = ${find.id}::uuid ${find.lock ? sql`for update of t` : sql``}`.execute(db);
  return rows[0];
}

export type MailTemplateWriting = Pick<MailTemplateRow, 'name' | 'isShared' | 'subject' | 'body'>;

export async function insertMailTemplate(
  tx: Tx,
  row: MailTemplateWriting & { readonly id: string; readonly ownerId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into mail_templates (id, owner_id, name, is_shared, subject, body, created_at, updated_at)
    values (${row.id}, ${row.ownerId}, ${row.name}, ${row.isShared}, ${row.subject}, ${JSON.stringify(row.body)}::jsonb,
      ${row.at}, ${row.at})`.execute(tx);
}

export async function updateMailTemplate(
  tx: Tx,
  row: Allowed<MailTemplateRow>,
  write: MailTemplateWriting & { readonly deletedAt: Date | null; readonly at: Date },
): Promise<void> {
  await sql`
    update mail_templates set name = ${write.name}, is_shared = ${write.isShared}, subject = ${write.subject},
      body = ${JSON.stringify(write.body)}::jsonb, deleted_at = ${write.deletedAt}, version = version + 1,
      updated_at = ${write.at}
    where id = ${row.id}`.execute(tx);
}
