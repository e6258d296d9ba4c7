/** An event as a file for other calendars: to be sent to those who are asked to come. */
import { findEvent } from '#store/agenda.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { getUserRow } from '../user-row.ts';
import { getOwn } from './change-event.ts';
import { occurrenceOf } from './occurrences.ts';

export async function writeInvitation(
  ctx: Context,
  input: { eventId: string },
): Promise<{ fileName: string; text: string; addresses: string[] }> {
  const row = await transact(ctx.db, async (tx) => getOwn(ctx, await findEvent(tx, input.eventId)));
  const { timeZone } = await getFirm(ctx.db);
  const { name, email } = await getUserRow(ctx.db, row.ownerUserId);
  const organiser = { name, address: email, answer: 'yes' as const };
  const occurrence = { ...occurrenceOf(row), organiser: row.organiser ?? organiser };
  const told = [{ recurrenceId: '', occurrence: { ...occurrence, recurrenceId: '' } }];
  const text = await ctx.ports.calendars.write({
    ...{ uid: row.uid, raw: null, told, at: ctx.now(), timeZone, isInvitation: true },
  });
  const addresses = row.attendees.flatMap(({ address }) => (address === null || address === email ? [] : [address]));
  return { fileName: 'uitnodiging.ics', text, addresses };
}
