/** Links of calendars that follow along, and what stands in them. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isVisibleTo } from './party-rows.ts';

export interface FeedRow {
  readonly userId: string;
  readonly sealed: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

const columns = sql.raw('c.user_id as "userId", c.sealed, c.created_at as "createdAt", c.read_at as "readAt"');

export async function findFeed(db: Db, userId: string): Promise<FeedRow | undefined> {
  const { rows } = await sql<FeedRow>`select ${columns} from calendar_feeds c where c.user_id = ${userId}`.execute(db);
  return rows[0];
}

/** Of somebody who may still come in. */
export async function findFeedByHash(db: Db, tokenHash: Buffer): Promise<FeedRow | undefined> {
  const { rows } = await sql<FeedRow>`
    select ${columns} from calendar_feeds c join users u on u.id = c.user_id and u.removed_at is null
    where c.token_hash = ${tokenHash}`.execute(db);
  return rows[0];
}

/** The link before stops working. */
export async function putFeed(
  db: Db,
  row: { userId: string; tokenHash: Buffer; sealed: string; createdAt: Date },
): Promise<void> {
  await sql`
    insert into calendar_feeds (user_id, token_hash, sealed, created_at)
    values (${row.userId}, ${row.tokenHash}, ${row.sealed}, ${row.createdAt})
    on conflict (user_id) do update set token_hash = excluded.token_hash, sealed = excluded.sealed,
      created_at = excluded.created_at, read_at = null`.execute(db);
}

export async function deleteFeed(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('calendar_feeds').where('user_id', '=', userId).execute();
}

export async function markFeedRead(db: Db, { userId, at }: { userId: string; at: Date }): Promise<void> {
  await sql`update calendar_feeds set read_at = ${at} where user_id = ${userId}`.execute(db);
}

export interface BirthdayRow {
  readonly partyId: string;
  readonly name: string;
  readonly birthday: string;
}

/** Of people whom this user knows, or keeps in touch with. */
export async function listBirthdays(db: Db, find: { userId: string; limit: number }): Promise<BirthdayRow[]> {
  const { rows } = await sql<BirthdayRow>`
    select p.id as "partyId", p.name, p.birthday from users u
    join parties p on p.birthday is not null and p.deleted_at is null and p.id is distinct from u.party_id
    where u.id = ${find.userId} and ${isVisibleTo(find.userId, 'p')} and not 'ignore' = any(p.roles)
      and (p.is_own
        or exists (select from ties t
          where t.party_a = least(p.id, u.party_id) and t.party_b = greatest(p.id, u.party_id))
        or exists (select from keep_in_touch r where r.party_id = p.id and r.user_id = u.id and r.deleted_at is null))
    order by p.sort_name, p.id limit ${find.limit}`.execute(db);
  return rows;
}

export interface QuietRow {
  readonly partyId: string;
  readonly name: string;
  readonly at: Date;
}

/** The days on which relations of this user would grow quiet, when nobody speaks. */
export async function listQuietDays(
  db: Db,
  find: { userId: string; from: Date; until: Date; limit: number },
): Promise<QuietRow[]> {
  const { rows } = await sql<QuietRow>`
    select p.id as "partyId", p.name, f.quiet_at as at from users u
    join ties t on u.party_id in (t.party_a, t.party_b)
    join parties p on p.id = case when t.party_a = u.party_id then t.party_b else t.party_a end
    join party_figures f on f.party_id = p.id
    where u.id = ${find.userId} and f.quiet_at between ${find.from} and ${find.until} and f.status_rank >= 2
      and p.deleted_at is null and not p.is_own and ${isVisibleTo(find.userId, 'p')}
      and not p.roles && '{ignore,colleague}'::text[] and p.contact_wish is distinct from 'rather-not'
    order by f.quiet_at, p.id limit ${find.limit}`.execute(db);
  return rows;
}
