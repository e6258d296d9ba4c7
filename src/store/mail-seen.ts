/** What was read here. At the mailbox everything stays as it is. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Tx } from './database.ts';

/** Not read yet again: the newest that came in. */
export async function markThread(
  tx: Tx,
  thread: Allowed<{ readonly id: string }>,
  { isSeen }: { isSeen: boolean },
): Promise<void> {
  const which = isSeen
    ? sql`not is_seen`
    : sql`id = (select m.id from mails m where m.thread_id = ${thread.id}::uuid and m.direction = 'in'
        order by m.sent_at desc, m.id desc limit 1)`;
  await sql`update mails set is_seen = ${isSeen} where thread_id = ${thread.id}::uuid and ${which}`.execute(tx);
  await sql`
    update mail_threads set unread_count =
      (select count(*)::int from mails m where m.thread_id = mail_threads.id and not m.is_seen)
    where id = ${thread.id}::uuid`.execute(tx);
}
