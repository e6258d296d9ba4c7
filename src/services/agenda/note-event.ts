/** What the history keeps of each change to an event: an agenda is its owner's, and so is its history. */
import type { EventRow } from '#store/agenda.ts';
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

/** The fields that people write, by the names of the contract. */
export function eventFieldsOf(row: EventRow): FieldValues {
  const moments = { startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
  return {
    title: row.title,
    location: row.location,
    description: row.description,
    startsAt: row.startsOn === null ? moments.startsAt : null,
    endsAt: row.startsOn === null ? moments.endsAt : null,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    isBusy: row.isBusy,
    isPrivate: row.isPrivate,
    people: row.attendees.map(({ partyId, name, address }) => ({ id: partyId, name, address: name ? null : address })),
  };
}

export async function noteEvent(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: EventRow; now: EventRow },
): Promise<void> {
  const { id: recordId, version } = now;
  const label = now.title.slice(0, 200);
  const sides = act === 'update' && was ? { before: eventFieldsOf(was), after: eventFieldsOf(now) } : {};
  const about = { noun: 'event', recordId, partyId: null, privateTo: now.ownerUserId };
  await noteChange(ctx, tx, { ...about, act, label, version, ...sides });
}
