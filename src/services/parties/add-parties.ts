/** People and organisations from a file: met before by any of their addresses, or made. */
import { v7 as uuidv7 } from 'uuid';
import { lockNewParties } from '#store/advisory-locks.ts';
import type { Tx } from '#store/database.ts';
import { addPrivateViewers, findPartiesByIdentity, insertIdentities, type NewIdentity } from '#store/identities.ts';
import { insertParties, insertRelations, type NewParty, type NewRelation, plainParty } from '#store/new-parties.ts';
import type { Actor } from '../context.ts';
import { getFirm } from '../firm.ts';
import type { IdentityRef, PartyRecord } from '../imports/connector.ts';
import { searchTextOf, sortNameOf } from './names.ts';
import { normaliseIdentity } from './normalise-identity.ts';

interface AddInput {
  readonly records: readonly PartyRecord[];
  readonly importId: string;
  readonly actor: Actor;
  readonly at: Date;
}

interface Identity {
  readonly kind: IdentityRef['kind'];
  readonly value: string;
}

interface Writing {
  readonly parties: NewParty[];
  readonly identities: NewIdentity[];
  readonly relations: NewRelation[];
}

const shownRoles: readonly string[] = ['customer', 'supplier', 'partner', 'colleague', 'private', 'ignore'];

export interface AddedCounts {
  readonly stored: number;
  readonly duplicates: number;
  readonly newParties: number;
}

/** Known ones get the addresses they did not have yet; nothing that is there already is written over. */
export async function addParties(tx: Tx, input: AddInput): Promise<AddedCounts> {
  await lockNewParties(tx);
  const { defaultCountry } = await getFirm(tx);
  const all = input.records.map((record) => ({ record, keys: keysOf(record, defaultCountry) }));
  const employers = all.flatMap(({ record }) => (record.organisationName ? [nameKey(record.organisationName)] : []));
  const known = await findPartiesByIdentity(tx, distinct([...all.flatMap(({ keys }) => keys), ...employers]));
  const partyOf = new Map(known.map((row) => [keyText(row as Identity), row.partyId]));
  const writing: Writing = { parties: [], identities: [], relations: [] };
  const hidden: { partyId: string; userId: string }[] = [];
  let [stored, duplicates] = [0, 0];
  for (const { record, keys } of all) {
    const there = keys.map((key) => partyOf.get(keyText(key))).find((id) => id !== undefined);
    const partyId = there ?? uuidv7();
    if (there === undefined) {
      stored += 1;
      writing.parties.push(partyFrom(record, { id: partyId, keys, input }));
      if (isPrivate(record) && input.actor.kind === 'user') hidden.push({ partyId, userId: input.actor.userId });
    } else duplicates += 1;
    link(writing, { partyId, keys, partyOf, hasPrimary: there !== undefined });
    if (record.organisationName && record.kind === 'person') {
      addEmployer(writing, { partyId, name: record.organisationName, partyOf, importId: input.importId });
    }
  }
  await insertParties(tx, writing.parties, input.at);
  await insertIdentities(tx, writing.identities, input.at);
  await insertRelations(tx, writing.relations, input.at);
  await addPrivateViewers(tx, hidden);
  return { stored, duplicates, newParties: writing.parties.length };
}

function keysOf(record: PartyRecord, defaultCountry: string): Identity[] {
  const keys = record.identities.map((ref) => normaliseIdentity(ref, defaultCountry)).filter((key) => key !== null);
  // Without an address the name is all there is to know them by.
  return distinct(keys.length > 0 ? keys : [nameKey(record.name)]);
}

function nameKey(name: string): Identity {
  return { kind: 'name', value: name.trim().toLowerCase() };
}

function keyText({ kind, value }: Identity): string {
  return `${kind} ${value}`;
}

function distinct(keys: readonly Identity[]): Identity[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}

function isPrivate(record: PartyRecord): boolean {
  return record.roles.includes('private');
}

function partyFrom(record: PartyRecord, made: { id: string; keys: readonly Identity[]; input: AddInput }): NewParty {
  const { kind, name } = record;
  const roles = record.roles.filter((role) => shownRoles.includes(role));
  return {
    ...plainParty,
    id: made.id,
    kind,
    name,
    sortName: sortNameOf(name, kind),
    searchText: searchTextOf({ name, identities: made.keys }),
    givenName: record.givenName,
    familyName: record.familyName,
    jobTitle: record.jobTitle,
    birthday: record.birthday,
    note: record.note,
    addresses: record.addresses,
    roles,
    visibility: isPrivate(record) ? 'private' : 'firm',
    triagedAt: roles.length > 0 ? made.input.at : null,
    importId: made.input.importId,
  };
}

function link(
  writing: Writing,
  found: { partyId: string; keys: readonly Identity[]; partyOf: Map<string, string>; hasPrimary: boolean },
): void {
  for (const [place, key] of found.keys.entries()) {
    if (found.partyOf.has(keyText(key))) continue;
    found.partyOf.set(keyText(key), found.partyId);
    const isPrimary = place === 0 && !found.hasPrimary;
    writing.identities.push({ ...key, id: uuidv7(), partyId: found.partyId, label: null, isPrimary });
  }
}

function addEmployer(
  writing: Writing,
  input: { partyId: string; name: string; partyOf: Map<string, string>; importId: string },
): void {
  const key = nameKey(input.name);
  let employerId = input.partyOf.get(keyText(key));
  if (employerId === undefined) {
    employerId = uuidv7();
    const { name, importId } = input;
    const texts = { sortName: sortNameOf(name, 'organisation'), searchText: searchTextOf({ name, identities: [] }) };
    writing.parties.push({ ...plainParty, ...texts, id: employerId, kind: 'organisation', name, importId });
    link(writing, { partyId: employerId, keys: [key], partyOf: input.partyOf, hasPrimary: false });
  }
  if (employerId === input.partyId) return;
  const relation = { typeKey: 'works-at', fromParty: input.partyId, toParty: employerId, source: 'file' };
  writing.relations.push({ id: uuidv7(), ...relation });
}
