/** Daily mails: one a user and a day. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

interface DigestDay {
  readonly userId: string;
  readonly day: string;
}

/** False where it was sent, or somebody is sending it. What was begun and not ended, by a program that was killed, is begun anew. */
export async function claimDigest(db: Db, claim: DigestDay & { at: Date; abandonedBefore: Date }): Promise<boolean> {
  const { rows } = await sql`
    insert into digests (user_id, day, claimed_at) values (${claim.userId}, ${claim.day}, ${claim.at})
    on conflict (user_id, day) do update set claimed_at = excluded.claimed_at
      where digests.sent_at is null and digests.claimed_at < ${claim.abandonedBefore}
    returning user_id`.execute(db);
  return rows.length > 0;
}

export async function markDigestSent(db: Db, { userId, day, at }: DigestDay & { at: Date }): Promise<void> {
  await sql`update digests set sent_at = ${at} where user_id = ${userId} and day = ${day}`.execute(db);
}

export async function unclaimDigest(db: Db, { userId, day }: DigestDay): Promise<void> {
  await sql`delete from digests where user_id = ${userId} and day = ${day} and sent_at is null`.execute(db);
}

/** When this user last had one. */
export async function findLastDigestAt(db: Db, userId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select sent_at as at from digests where user_id = ${userId} and sent_at is not null order by day desc limit 1`.execute(
    db,
  );
  return rows[0]?.at;
}
