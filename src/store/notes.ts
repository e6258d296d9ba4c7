/** Notes about relations, and who is named in them. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface NoteRow {
  readonly id: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly body: object;
  readonly plainText: string;
  readonly isPrivate: boolean;
  readonly pinnedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
  /** Of the relation and of the note together; null: everybody. */
  readonly visibleTo: readonly string[] | null;
}

/** Those who may see the relation; of a private note the author alone, and only while they may. */
const visibleTo = `case
  when n.is_private and p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id and v.user_id = n.author_id), '{}')
  when n.is_private then array[n.author_id]
  when p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end`;

const columns = sql.raw(`n.id, n.party_id as "partyId", p.name as "partyName", n.author_id as "authorId",
  u.name as "authorName", n.body, n.plain_text as "plainText", n.is_private as "isPrivate",
  (select q.pinned_at from pins q where q.record_id = n.id and q.party_id = n.party_id) as "pinnedAt",
  n.version, n.created_at as "createdAt", n.updated_at as "updatedAt", n.deleted_at as "deletedAt",
  ${visibleTo} as "visibleTo"`);
const from = sql.raw('notes n join parties p on p.id = n.party_id join users u on u.id = n.author_id');

export async function findNote(db: Db, id: string, options: { lock?: boolean } = {}): Promise<NoteRow | undefined> {
  const lock = options.lock ? sql`for no key update of n` : sql``;
  const { rows } = await sql<NoteRow>`select ${columns} from ${from} where n.id = ${id}::uuid ${lock}`.execute(db);
  return rows[0];
}

/** Of a relation that the viewer may see: everybody's notes and their own private ones. */
export function isReadBy(viewer: string | null): RawBuilder<unknown> {
  return sql`n.deleted_at is null and (not n.is_private or n.author_id = ${viewer}::uuid)`;
}

interface NotePage {
  readonly partyId: string;
  readonly viewer: string | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

export async function pageNotes(db: Db, { partyId, viewer, after, limit }: NotePage): Promise<NoteRow[]> {
  const before = after === null ? sql`` : sql`and (n.created_at, n.id) < (${after.at}, ${after.id}::uuid)`;
  const { rows } = await sql<NoteRow>`
    select ${columns} from ${from}
    where n.party_id = ${partyId}::uuid and ${isReadBy(viewer)} ${before}
    order by n.created_at desc, n.id desc limit ${limit}`.execute(db);
  return rows;
}

export interface NoteWriting {
  readonly body: object;
  readonly plainText: string;
  readonly searchText: string;
  readonly isPrivate: boolean;
}

export async function insertNote(
  tx: Tx,
  note: NoteWriting & { id: string; partyId: string; authorId: string; at: Date },
): Promise<void> {
  await sql`
    insert into notes (id, party_id, author_id, body, plain_text, search_text, is_private, created_at, updated_at)
    values (${note.id}, ${note.partyId}, ${note.authorId}, ${JSON.stringify(note.body)}::jsonb, ${note.plainText},
      ${note.searchText}, ${note.isPrivate}, ${note.at}, ${note.at})`.execute(tx);
}

export async function updateNote(tx: Tx, row: Allowed<NoteRow>, write: NoteWriting & { at: Date }): Promise<void> {
  await sql`
    update notes set body = ${JSON.stringify(write.body)}::jsonb, plain_text = ${write.plainText},
      search_text = ${write.searchText}, is_private = ${write.isPrivate},
      version = version + 1, updated_at = ${write.at}
    where id = ${row.id}`.execute(tx);
}

/** Into the bin, or out of it. */
export async function setNoteDeleted(
  tx: Tx,
  row: Allowed<NoteRow>,
  change: { deletedAt: Date | null; at: Date },
): Promise<void> {
  await sql`
    update notes set deleted_at = ${change.deletedAt}, version = version + 1, updated_at = ${change.at}
    where id = ${row.id}`.execute(tx);
}

/** Who is named in it; answers those who were not before. Only who may sign in and may see the relation. */
export async function writeMentions(
  tx: Tx,
  row: { readonly id: string; readonly partyId: string },
  userIds: readonly string[],
): Promise<string[]> {
  await sql`
    delete from mentions where note_id = ${row.id} and not user_id = any(${[...userIds]}::uuid[])`.execute(tx);
  const { rows } = await sql<{ userId: string }>`
    insert into mentions (note_id, user_id)
    select ${row.id}::uuid, u.id from users u join parties p on p.id = ${row.partyId}::uuid
    where u.id = any(${[...userIds]}::uuid[]) and u.removed_at is null and (p.visibility = 'firm'
      or exists (select from private_parties v where v.party_id = p.id and v.user_id = u.id))
    on conflict do nothing
    returning user_id as "userId"`.execute(tx);
  return rows.map(({ userId }) => userId);
}

/** What was written while colleagues could read along is its author's alone from now on, in the history as well. */
export async function closeHistoryOf(tx: Tx, record: { id: string; authorId: string }): Promise<void> {
  await sql`
    update changes set private_to = ${record.authorId}::uuid
    where record_id = ${record.id}::uuid
      or record_id in (select id from files where noun = 'note' and record_id = ${record.id}::uuid)`.execute(tx);
}
