/** Changed on both sides: a person says which version stays. The other is in the history, or comes back by undo. */
import type { AgendaEvent } from '#contract/agenda.ts';
import { findEvent } from '#store/agenda.ts';
import { findObject, listEventsOfObjects, overrule, settleObject } from '#store/calendar-objects.ts';
import { transact } from '#store/transact.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import type { CalendarObject } from './calendars.ts';
import { getOwn } from './change-event.ts';
import { describeEvent } from './describe-event.ts';
import { dropObjects, writeOccurrences } from './keep-calendars.ts';
import { noteEvent } from './note-event.ts';

/** Null: theirs was that it is gone. */
export async function settleEvent(
  ctx: Context,
  input: { eventId: string; keep: 'mine' | 'theirs' },
): Promise<AgendaEvent | null> {
  return transact(ctx.db, async (tx) => {
    const row = getOwn(ctx, await findEvent(tx, input.eventId, { lock: true }), { alsoDeleted: true });
    const object = row.objectId === null ? undefined : await findObject(tx, row.objectId, { lock: true });
    if (object?.pushState !== 'clash') throw new AppError('conflict');
    if (input.keep === 'mine') {
      await overrule(tx, { id: object.id, at: ctx.now() });
      await ctx.enqueue({ name: 'push-events', data: { connectionId: object.connectionId } }, tx);
    } else if (object.theirRaw === null) {
      await noteEvent(ctx, tx, { act: 'remove', now: row });
      await dropObjects(ctx, tx, [object]);
      return null;
    } else {
      const { timeZone } = await getFirm(tx);
      const occurrences = object.theirEvents as CalendarObject['occurrences'];
      const theirs = { uid: object.uid, raw: object.theirRaw, isRecurring: object.isRecurring, occurrences };
      await settleObject(tx, { id: object.id, href: object.href, etag: object.theirEtag, ...theirs });
      const rows = await listEventsOfObjects(tx, [object.id]);
      await writeOccurrences(
        ctx,
        tx,
        { ownerUserId: row.ownerUserId, timeZone },
        { objectId: object.id, object: theirs, rows },
      );
    }
    const now = await findEvent(tx, row.id);
    if (!now) return null;
    await noteEvent(ctx, tx, { act: 'update', was: row, now });
    return now.deletedAt === null ? describeEvent({ ...ctx, db: tx }, now) : null;
  });
}
