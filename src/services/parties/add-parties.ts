/** People and organisations from a file: met before by any of their addresses, or made. */
import { v7 as uuidv7 } from 'uuid';
import { lockNewParties } from '#store/advisory-locks.ts';
import type { Tx } from '#store/database.ts';
import { type FieldValueWriting, writeFieldValues } from '#store/field-values.ts';
import { listFields } from '#store/fields.ts';
import { addPrivateViewers, findPartiesByIdentity, insertIdentities, type NewIdentity } from '#store/identities.ts';
import { insertParties, insertRelations, type NewParty, type NewRelation, plainParty } from '#store/new-parties.ts';
import type { Actor } from '../context.ts';
import { getFirm } from '../firm.ts';
import type { IdentityRef, PartyRecord } from '../imports/connector.ts';
import { type ImportedFields, readImported, readImportedFields } from './imported-facts.ts';
import { searchTextOf, sortNameOf } from './names.ts';
import { normaliseIdentity } from './normalise-identity.ts';
import { tagParties } from './tag-parties.ts';

interface AddInput {
  readonly records: readonly PartyRecord[];
  readonly importId: string;
  readonly actor: Actor;
  readonly at: Date;
}

interface Identity {
  readonly kind: IdentityRef['kind'];
  readonly value: string;
  readonly label?: string | null;
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
  const fields = await listFields(tx);
  const values: FieldValueWriting[] = [];
  const tagged: { partyId: string; name: string }[] = [];
  let [stored, duplicates] = [0, 0];
  for (const { record, keys } of all) {
    const there = keys.map((key) => partyOf.get(keyText(key))).find((id) => id !== undefined);
    const partyId = there ?? uuidv7();
    if (there === undefined) {
      stored += 1;
      const own = readImportedFields(fields, record);
      writing.parties.push(partyFrom(record, { id: partyId, keys, input, defaultCountry, own }));
      values.push(...own.values.map((value) => ({ ...value, partyId })));
      if (isPrivate(record) && input.actor.kind === 'user') hidden.push({ partyId, userId: input.actor.userId });
    } else duplicates += 1;
    tagged.push(...record.tags.map((name) => ({ partyId, name })));
    link(writing, { partyId, keys, partyOf, hasPrimary: there !== undefined });
    if (record.organisationName && record.kind === 'person') {
      addEmployer(writing, { partyId, name: record.organisationName, partyOf, importId: input.importId });
    }
  }
  await insertParties(tx, writing.parties, input.at);
  await insertIdentities(tx, writing.identities, input.at);
  await insertRelations(tx, writing.relations, input.at);
  await addPrivateViewers(tx, hidden);
  await writeFieldValues(tx, values);
  await tagParties(tx, tagged, input);
  return { stored, duplicates, newParties: writing.parties.length };
}

function keysOf(record: PartyRecord, defaultCountry: string): Identity[] {
  const keys = record.identities.flatMap((ref) => {
    const key = normaliseIdentity(ref, defaultCountry);
    return key === null ? [] : [{ ...key, label: ref.label ?? null }];
  });
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

interface Made {
  readonly id: string;
  readonly keys: readonly Identity[];
  readonly input: AddInput;
  readonly defaultCountry: string;
  /** What it says of own fields. */
  readonly own: ImportedFields;
}

function partyFrom(record: PartyRecord, made: Made): NewParty {
  const { kind, name } = record;
  const facts = readImported(record, made.defaultCountry);
  const roles = record.roles.filter((role) => shownRoles.includes(role));
  return {
    ...plainParty,
    id: made.id,
    kind,
    name,
    sortName: sortNameOf(name, kind),
    searchText: searchTextOf({ name, identities: made.keys, words: made.own.words }),
    ...facts,
    note: [facts.note, ...made.own.unread].filter(Boolean).join('\n') || null,
    givenName: record.givenName,
    familyName: record.familyName,
    jobTitle: record.jobTitle,
    birthday: record.birthday,
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
    const { kind, value, label = null } = key;
    writing.identities.push({ kind, value, label, id: uuidv7(), partyId: found.partyId, isPrimary });
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
