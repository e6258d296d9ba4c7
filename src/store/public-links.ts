/** Secret links to public pages, kept by the hash of what makes them secret. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export type PublicLinkKind = 'report' | 'survey';

export interface PublicLinkRow {
  readonly id: string;
  readonly kind: PublicLinkKind;
  readonly recordId: string;
  readonly tokenHash: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastOpenedAt: Date | null;
}

const columns = sql.raw(`l.id, l.kind, l.record_id as "recordId", l.token_hash as "tokenHash",
  l.created_at as "createdAt", l.expires_at as "expiresAt", l.revoked_at as "revokedAt",
  l.last_opened_at as "lastOpenedAt"`);

interface NewLink {
  readonly id: string;
  readonly kind: PublicLinkKind;
  readonly recordId: string;
  readonly tokenHash: Buffer;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

export async function insertPublicLink(tx: Tx, row: NewLink): Promise<void> {
  await sql`
    insert into public_links (id, kind, record_id, token_hash, created_by, created_at, expires_at)
    values (${row.id}, ${row.kind}, ${row.recordId}, ${row.tokenHash}, ${row.createdBy}, ${row.createdAt},
      ${row.expiresAt})`.execute(tx);
}

export async function findPublicLinkByHash(db: Db, tokenHash: Buffer): Promise<PublicLinkRow | undefined> {
  const { rows } = await sql<PublicLinkRow>`
    select ${columns} from public_links l where l.token_hash = ${tokenHash}`.execute(db);
  return rows[0];
}

/** The newest link of each of these records, whether it still works or not. */
export async function listPublicLinks(
  db: Db,
  find: { kind: PublicLinkKind; recordIds: readonly string[] },
): Promise<PublicLinkRow[]> {
  if (find.recordIds.length === 0) return [];
  const { rows } = await sql<PublicLinkRow>`
    select distinct on (l.record_id) ${columns} from public_links l
    where l.kind = ${find.kind} and l.record_id = any(${[...find.recordIds]}::uuid[])
    order by l.record_id, l.created_at desc, l.id desc`.execute(db);
  return rows;
}

/** Ends what still works; from the next request on. */
export async function revokePublicLinkRows(
  tx: Tx,
  { kind, recordId, at }: { kind: PublicLinkKind; recordId: string; at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update public_links set revoked_at = ${at}
    where kind = ${kind} and record_id = ${recordId} and revoked_at is null`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function markPublicLinkOpened(db: Db, { id, at }: { id: string; at: Date }): Promise<void> {
  await sql`update public_links set last_opened_at = ${at} where id = ${id}`.execute(db);
}
