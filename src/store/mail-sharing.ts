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

/** Of a mail that several mailboxes hold, the copy this viewer sees most of: one's own, then the firm's, then what is shared. */
export function isBestCopyFor(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const i = sql.raw(alias);
  return sql`not exists (
    select from (
      select c.* from interactions c where c.twin_of = coalesce(${i}.twin_of, ${i}.id)
      union all select c.* from interactions c where c.id = ${i}.twin_of
    ) c where c.id <> ${i}.id and (${copyRank(viewer, 'c')}, c.id) < (${copyRank(viewer, alias)}, ${i}.id))`;
}

function copyRank(viewer: Viewer, alias: string): RawBuilder<number> {
  const i = sql.raw(alias);
  return sql`case when ${i}.owner_user_id = ${viewer}::uuid then 0 when ${i}.owner_user_id is null then 1
    when ${i}.sharing = 'nothing' then 5 when ${i}.shared_at is not null or ${i}.sharing = 'all' then 2
    when ${i}.sharing = 'subject' then 3 else 4 end`;
}
