import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface OAuthStart {
  readonly stateHash: Buffer;
  readonly userId: string;
  readonly sessionHash: Buffer;
  readonly provider: string;
  readonly connectionId: string | null;
  readonly wanted: unknown;
  readonly verifier: string;
  readonly expiresAt: Date;
}

/** Of one who begins again and again only the last few stand. */
const mostPerUser = 10;

export async function insertOAuthStart(tx: Tx, row: OAuthStart): Promise<void> {
  await sql`
    delete from oauth_starts where user_id = ${row.userId} and state_hash in (
      select state_hash from oauth_starts where user_id = ${row.userId} order by expires_at desc offset ${mostPerUser - 1})`.execute(
    tx,
  );
  await sql`
    insert into oauth_starts (state_hash, user_id, session_hash, provider, connection_id, wanted, verifier, expires_at)
    values (${row.stateHash}, ${row.userId}, ${row.sessionHash}, ${row.provider}, ${row.connectionId},
      ${row.wanted === null ? null : JSON.stringify(row.wanted)}::jsonb, ${row.verifier}, ${row.expiresAt})`.execute(
    tx,
  );
}

/** Once: who asks a second time finds nothing. */
export async function takeOAuthStart(db: Db, stateHash: Buffer): Promise<OAuthStart | undefined> {
  const { rows } = await sql<OAuthStart>`
    delete from oauth_starts where state_hash = ${stateHash}
    returning state_hash as "stateHash", user_id as "userId", session_hash as "sessionHash", provider,
      connection_id as "connectionId", wanted, verifier, expires_at as "expiresAt"`.execute(db);
  return rows[0];
}

export async function sweepOAuthStarts(db: Db, before: Date): Promise<void> {
  await sql`delete from oauth_starts where expires_at < ${before}`.execute(db);
}
