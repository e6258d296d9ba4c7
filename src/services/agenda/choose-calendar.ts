import { listCalendarRows } from '#store/calendar-objects.ts';
import type { Db } from '#store/database.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { refused } from './event-times.ts';

/** Null: Hecht's own agenda. Elsewhere: one's own, that can be written in. */
export async function chooseCalendar(
  ctx: Context,
  db: Db,
  calendarId = 'own',
): Promise<{ connectionId: string; place: string } | null> {
  if (calendarId === 'own') return null;
  const rows = await listCalendarRows(db, userOf(ctx.actor));
  const row = rows.find(({ connectionId, place }) => `${connectionId} ${place}` === calendarId);
  if (!row?.isWritable) throw refused('calendarId', 'not-a-choice');
  return { connectionId: row.connectionId, place: row.place };
}
