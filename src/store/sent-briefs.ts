/** Who has the brief of a meeting mailed, and what was mailed: one a meeting. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export type BriefMail = 'never' | 'hour-before' | 'evening-before';

export async function findBriefMail(db: Db, userId: string): Promise<BriefMail> {
  const { rows } = await sql<{ mail: BriefMail }>`select mail from brief_settings where user_id = ${userId}`.execute(
    db,
  );
  return rows[0]?.mail ?? 'never';
}

export async function putBriefMail(db: Db, { userId, mail }: { userId: string; mail: BriefMail }): Promise<void> {
  await sql`
    insert into brief_settings (user_id, mail) values (${userId}, ${mail})
    on conflict (user_id) do update set mail = excluded.mail`.execute(db);
}

export interface DueBrief {
  readonly eventId: string;
  readonly userId: string;
  readonly startsAt: Date;
}

/** Meetings with somebody that begin between these moments, of those who want their brief so, and who have not had it. */
export async function listDueBriefs(
  db: Db,
  ask: { mail: BriefMail; after: Date; until: Date; limit: number },
): Promise<DueBrief[]> {
  const { rows } = await sql<DueBrief>`
    select e.id as "eventId", e.owner_user_id as "userId", e.starts_at as "startsAt"
    from brief_settings s join users u on u.id = s.user_id and u.removed_at is null
    join calendar_events e on e.owner_user_id = s.user_id
    where s.mail = ${ask.mail} and e.deleted_at is null and e.status <> 'cancelled' and not e.is_private
      and e.starts_at > ${ask.after} and e.starts_at <= ${ask.until}
      and exists (select from parties p where p.id = any(e.party_ids) and not p.is_own)
      and not exists (select from sent_briefs b where b.event_id = e.id and b.user_id = s.user_id
        and b.starts_at = e.starts_at and b.sent_at is not null)
    order by e.starts_at, e.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** False where it was sent, or somebody is sending it. What a killed program began is never sent twice: it is given up. */
export async function claimBrief(db: Db, brief: DueBrief & { at: Date }): Promise<boolean> {
  const { rows } = await sql`
    insert into sent_briefs (event_id, user_id, starts_at, claimed_at)
    values (${brief.eventId}, ${brief.userId}, ${brief.startsAt}, ${brief.at})
    on conflict do nothing returning event_id`.execute(db);
  return rows.length > 0;
}

export async function markBriefSent(db: Db, brief: DueBrief & { at: Date }): Promise<void> {
  await sql`
    update sent_briefs set sent_at = ${brief.at}
    where event_id = ${brief.eventId} and user_id = ${brief.userId} and starts_at = ${brief.startsAt}`.execute(db);
}

/** It certainly did not go out: it may be tried again. */
export async function unclaimBrief(db: Db, brief: DueBrief): Promise<void> {
  await sql`
    delete from sent_briefs where event_id = ${brief.eventId} and user_id = ${brief.userId}
      and starts_at = ${brief.startsAt} and sent_at is null`.execute(db);
}
