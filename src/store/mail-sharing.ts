/** What colleagues see of one's mail: the one place in SQL (decision 014). */
import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from './party-rows.ts';

/** All, the subject and that and when, only that and when, or nothing at all. */
export type SharingLevel = 'all' | 'subject' | 'when' | 'nothing';

/** That it was, and when. `alias` is a row of interactions. */
export function isMomentSeenBy(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const i = sql.raw(alias);
  return sql`(${i}.sharing is distinct from 'nothing' or ${i}.owner_user_id is null
    or ${i}.owner_user_id = ${viewer}::uuid)`;
}

export function isSubjectReadBy(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const i = sql.raw(alias);
  return sql`(${i}.owner_user_id is null or ${i}.owner_user_id = ${viewer}::uuid
    or ${i}.sharing is distinct from 'nothing' and (${i}.shared_at is not null or ${i}.sharing in ('all', 'subject')))`;
}

/** Its words, and what hangs on it. */
export function isTextReadBy(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const i = sql.raw(alias);
  return sql`(${i}.owner_user_id is null or ${i}.owner_user_id = ${viewer}::uuid
    or ${i}.sharing is distinct from 'nothing' and (${i}.shared_at is not null or ${i}.sharing = 'all'))`;
}

/** Of a thread `t` in the mailbox `c`: what this viewer sees of it. */
export function threadLevel(viewer: Viewer): RawBuilder<SharingLevel> {
  return sql`case when c.owner_user_id is null or c.owner_user_id = ${viewer}::uuid then 'all'
    else coalesce(t.sharing, c.sharing) end`;
}

/** Of a mail of that thread, with its record `i` where it has one: a mail may have been shared by itself. */
export function mailLevel(viewer: Viewer): RawBuilder<SharingLevel> {
  return sql`case when c.owner_user_id is null or c.owner_user_id = ${viewer}::uuid then 'all'
    when coalesce(t.sharing, c.sharing) = 'nothing' then 'nothing' when i.shared_at is not null then 'all'
    else coalesce(t.sharing, c.sharing) end`;
}
