/** Who takes part in events: chosen here by who they are, elsewhere named by their address. */
import type { AgendaEvent, EventPerson } from '#contract/agenda.ts';
import type { EventRow, StoredPerson } from '#store/agenda.ts';
import { type AgendaPersonRow, listAgendaPeople } from '#store/agenda-people.ts';
import type { Db } from '#store/database.ts';
import { findPartiesById, listReaches } from '#store/identities.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';

export type WantedPerson = { readonly partyId: string } | { readonly address: string };

/** As they are kept; who stood there already keeps the answer that was given. */
export async function gatherPeople(
  ctx: Context,
  db: Db,
  wanted: readonly WantedPerson[],
  were: readonly StoredPerson[],
): Promise<StoredPerson[]> {
  const ids = wanted.flatMap((person) => ('partyId' in person ? [person.partyId] : []));
  const known = new Map((await findPartiesById(db, ids)).map((row) => [row.partyId, row]));
  for (const id of ids) allow(ctx.actor, 'see', known.get(id));
  const reaches = await listReaches(db, ids);
  const addresses = wanted.flatMap((person) => ('address' in person ? [person.address.toLowerCase()] : []));
  const named = await listAgendaPeople(db, { viewer: viewerOf(ctx.actor), addresses, partyIds: ids });
  const people = wanted.map((person): StoredPerson => {
    if ('address' in person) {
      const address = person.address.toLowerCase();
      const was = were.find((one) => one.address === address);
      return was ?? { address, name: null, answer: 'none', partyId: null };
    }
    const address = reaches.get(person.partyId)?.find(({ kind }) => kind === 'mail')?.value ?? null;
    const was = were.find((one) => one.partyId === person.partyId || (address !== null && one.address === address));
    const name = named.find((one) => one.partyId === person.partyId)?.name ?? null;
    return { address: was?.address ?? address, name, answer: was?.answer ?? 'none', partyId: person.partyId };
  });
  const byKey = new Map(people.map((person) => [person.partyId ?? person.address, person]));
  return [...byKey.values()];
}

/** Everybody who takes part and is known here, whoever may see them. */
export async function listPartyIds(db: Db, people: readonly StoredPerson[]): Promise<string[]> {
  const found = await findPeople(db, null, people);
  return [...new Set(found.map(({ partyId }) => partyId))];
}

function findPeople(db: Db, viewer: string | null, people: readonly StoredPerson[]): Promise<AgendaPersonRow[]> {
  const addresses = [...new Set(people.flatMap(({ address }) => address ?? []))];
  const partyIds = [...new Set(people.flatMap(({ partyId }) => partyId ?? []))];
  return listAgendaPeople(db, { viewer, addresses, partyIds });
}

export type Introduce = (row: EventRow) => Pick<AgendaEvent, 'organiser' | 'people'>;

/** One look for all the people of a page of events. Whom the reader may not know of is left out, unless the event is theirs. */
export async function meetPeople(ctx: Context, rows: readonly EventRow[]): Promise<Introduce> {
  const all = rows.flatMap(({ organiser, attendees }) => [...(organiser ? [organiser] : []), ...attendees]);
  const viewer = viewerOf(ctx.actor);
  const found = await findPeople(ctx.db, viewer, all);
  const byAddress = new Map(found.flatMap((row) => (row.address === null ? [] : [[row.address, row] as const])));
  const byId = new Map(found.map((row) => [row.partyId, row]));
  const introduce = (person: StoredPerson, isMine: boolean): EventPerson[] => {
    const row =
      (person.partyId && byId.get(person.partyId)) || (person.address && byAddress.get(person.address)) || null;
    if (row && !row.isVisible && !isMine) return [];
    const isKnown = row?.isVisible === true;
    const name = (isKnown ? row.name : null) ?? person.name ?? person.address ?? '';
    const party = isKnown ? { id: row.partyId, name: row.name } : null;
    return [{ name, address: person.address, answer: person.answer, party, isOurs: row?.isOwn === true }];
  };
  return (row) => {
    const isMine = row.ownerUserId === viewer;
    return {
      organiser: row.organiser ? (introduce(row.organiser, isMine)[0] ?? null) : null,
      people: row.attendees.flatMap((person) => introduce(person, isMine)),
    };
  };
}
