/** Puts an event back to how it was. */
import { findEvent } from '#store/agenda.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { type EventFields, getOwn, removeEvent, restoreEvent, writeFields } from './change-event.ts';
import type { WantedPerson } from './event-people.ts';
import { eventFieldsOf } from './note-event.ts';

interface KeptPerson {
  readonly id: string | null;
  readonly name: string | null;
  readonly address: string | null;
}

export const eventReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findEvent(tx, recordId, { lock: true });
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'edit', row) ? eventFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = getOwn(ctx, await findEvent(tx, recordId, { lock: true }));
    const { people, ...kept } = values as Omit<EventFields, 'people'> & { people?: readonly KeptPerson[] };
    // Of moments or days one side is empty: it follows from the other.
    const fields = Object.fromEntries(
      Object.entries(kept).filter(([name, value]) => value !== null || name === 'location' || name === 'description'),
    );
    const days = 'startsAt' in fields && row.startsOn !== null ? { startsOn: null, endsOn: null } : {};
    await writeFields(ctx, tx, row, { ...fields, ...days, ...(people && { people: people.flatMap(wantedOf) }) });
  },
  async remove(ctx, _tx, recordId) {
    await removeEvent(ctx, { eventId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await restoreEvent(ctx, { eventId: recordId });
  },
};

function wantedOf({ id, address }: KeptPerson): WantedPerson[] {
  if (id !== null) return [{ partyId: id }];
  return address === null ? [] : [{ address }];
}
