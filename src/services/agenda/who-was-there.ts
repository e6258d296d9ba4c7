/** Who was at a meeting: whoever called it and whoever said they would come; colleagues as the people they are. */
import type { EventRow, StoredPerson } from '#store/agenda.ts';
import { listAgendaPeople } from '#store/agenda-people.ts';
import type { Db } from '#store/database.ts';
import type { IngestRecord, PartyRef } from '../interactions/ingest-record.ts';

export interface AgendaOwner {
  readonly partyId: string | null;
  readonly addresses: readonly string[];
}

/** Null where it was no meeting of the owner with anybody from elsewhere. */
export async function whoWasThere(
  db: Db,
  row: EventRow,
  owner: AgendaOwner,
): Promise<Pick<IngestRecord, 'from' | 'to'> | null> {
  if (owner.partyId === null) return null;
  const isOwner = ({ address, partyId }: StoredPerson) =>
    (partyId !== null && partyId === owner.partyId) || (address !== null && owner.addresses.includes(address));
  const { organiser, attendees } = row;
  const self = attendees.find(isOwner);
  const isOwnCall = organiser === null || isOwner(organiser);
  // Invited and never answered is not: was there.
  if (self?.answer === 'no' || (self && !isOwnCall && self.answer !== 'yes')) return null;
  // Asked from here: where nobody is asked to answer, not saying no is coming.
  const isPlannedHere = row.uid.endsWith('@hecht');
  const came = attendees.filter(({ answer }) => answer === 'yes' || (isPlannedHere && answer !== 'no'));
  const others = came.filter((person) => !isOwner(person) && !isSame(person, organiser));
  const caller = organiser && !isOwnCall ? organiser : null;
  const people = caller ? [caller, ...others] : others;
  if (people.length === 0 || !(await isAnyFromElsewhere(db, people))) return null;
  const me = { kind: 'party', partyId: owner.partyId } as const;
  const refs = others.flatMap(refOf);
  if (!caller) return refs.length === 0 ? null : { from: me, to: refs };
  const [from] = refOf(caller);
  return from ? { from, to: [me, ...refs] } : null;
}

function isSame(person: StoredPerson, other: StoredPerson | null): boolean {
  return other !== null && person.address !== null && person.address === other.address;
}

async function isAnyFromElsewhere(db: Db, people: readonly StoredPerson[]): Promise<boolean> {
  const addresses = people.flatMap(({ address }) => address ?? []);
  const partyIds = people.flatMap(({ partyId }) => partyId ?? []);
  const ours = (await listAgendaPeople(db, { viewer: null, addresses, partyIds })).filter(({ isOwn }) => isOwn);
  return people.some(
    ({ address, partyId }) =>
      !ours.some((one) => one.partyId === partyId || (address !== null && one.address === address)),
  );
}

function refOf({ address, name, partyId }: StoredPerson): PartyRef[] {
  if (partyId !== null) return [{ kind: 'party', partyId }];
  return address === null ? [] : [{ kind: 'mail', value: address, displayName: name }];
}
