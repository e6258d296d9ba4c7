/** One party, whole; and its changes. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import type { StoredFieldValue } from './field-values.ts';
import type { YearlyClosure } from './firm.ts';
import { type PlainFacts, plainFactSelect, setPlainFacts } from './plain-facts.ts';

export interface StoredAddress {
  readonly label: string | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly addition: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly text: string | null;
}

export interface StoredPreference {
  readonly about: string;
  readonly choice: string | null;
  readonly words: string | null;
  readonly saidOn: string;
  /** The user who wrote it down. */
  readonly notedBy: string | null;
}

export interface PartyRecordRow extends PlainFacts {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly jobTitle: string | null;
  readonly birthday: string | null;
  readonly note: string | null;
  readonly addresses: readonly StoredAddress[];
  readonly formOfAddress: 'formal' | 'informal' | null;
  readonly metOn: string | null;
  readonly metThrough: string | null;
  readonly preferences: readonly StoredPreference[];
  readonly tags: readonly string[];
  readonly groups: readonly string[];
  readonly fieldValues: readonly StoredFieldValue[];
  readonly roles: readonly string[];
  readonly contactWish: string | null;
  readonly closures: readonly YearlyClosure[];
  readonly personalFoundation: boolean;
  readonly isOwn: boolean;
  readonly isPrivate: boolean;
  readonly visibleTo: readonly string[] | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
  readonly identities: readonly {
    readonly id: string;
    readonly kind: 'mail' | 'phone' | 'handle' | 'name' | 'key';
    readonly value: string;
    readonly label: string | null;
    readonly isPrimary: boolean;
  }[];
}

export async function findParty(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<PartyRecordRow | undefined> {
  const { rows } = await selectParty(id, options).execute(db);
  return rows[0];
}

export function selectParty(id: string, options: { lock?: boolean } = {}): RawBuilder<PartyRecordRow> {
  return sql<PartyRecordRow>`
    select p.id, p.kind, p.name, p.given_name as "givenName", p.family_name as "familyName", p.job_title as "jobTitle",
      p.birthday, p.note, p.addresses, ${factColumns}, p.roles, p.contact_wish as "contactWish", p.closures,
      p.personal_foundation as "personalFoundation", p.is_own as "isOwn", p.visibility = 'private' as "isPrivate",
      case when p.visibility = 'private' then
        coalesce((select array_agg(user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo",
      p.version, p.created_at as "createdAt", p.updated_at as "updatedAt", p.deleted_at as "deletedAt",
      coalesce((select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'label', i.label,
        'isPrimary', i.is_primary) order by i.is_primary desc, i.created_at, i.id)
        from identities i where i.party_id = p.id), '[]') as identities
    from parties p where p.id = ${id}::uuid ${options.lock ? sql`for no key update of p` : sql``}`;
}

const factColumns = sql`${plainFactSelect}, ${sql.raw(`p.form_of_address as "formOfAddress",
  p.met_on as "metOn", p.met_through as "metThrough", p.preferences,
  array(select t.name from party_tags o join tags t on t.id = o.tag_id
    where o.party_id = p.id and t.deleted_at is null order by t.key) as tags,
  array(select g.name from group_members o join groups g on g.id = o.group_id
    where o.party_id = p.id and g.deleted_at is null order by g.key) as groups,
  coalesce((select json_agg(json_build_object('key', d.key, 'type', d.type, 'text', v.text_value,
    'number', v.number_value, 'date', v.date_value, 'choices', v.choices, 'party', v.party_value) order by d.place, d.id)
    from field_values v join fields d on d.id = v.field_id
    where v.party_id = p.id and d.archived_at is null), '[]') as "fieldValues"`)}`;

/** Where a relation is, for lists: the city of its first address. */
export function cityOf(addresses: readonly StoredAddress[]): string | null {
  return addresses[0]?.city ?? null;
}

export type PartyWriting = Pick<
  PartyRecordRow,
  | 'name'
  | 'givenName'
  | 'familyName'
  | 'jobTitle'
  | 'birthday'
  | 'note'
  | 'addresses'
  | 'formOfAddress'
  | 'metOn'
  | 'metThrough'
  | 'preferences'
  | 'roles'
  | 'contactWish'
  | 'closures'
  | 'personalFoundation'
> &
  PlainFacts & { readonly sortName: string; readonly searchText: string };

export async function updateParty(
  tx: Tx,
  row: Allowed<PartyRecordRow>,
  write: { fields: PartyWriting; at: Date },
): Promise<void> {
  const { fields, at } = write;
  await sql`
    update parties set name = ${fields.name}, sort_name = ${fields.sortName}, search_text = ${fields.searchText},
      given_name = ${fields.givenName}, family_name = ${fields.familyName}, job_title = ${fields.jobTitle},
      birthday = ${fields.birthday}, note = ${fields.note},
      addresses = ${JSON.stringify(fields.addresses)}::jsonb, city = ${cityOf(fields.addresses)},
      ${setPlainFacts(fields)}, form_of_address = ${fields.formOfAddress}, met_on = ${fields.metOn}::date,
      met_through = ${fields.metThrough}::uuid, preferences = ${JSON.stringify(fields.preferences)}::jsonb,
      roles = ${[...fields.roles]}::text[], contact_wish = ${fields.contactWish},
      closures = ${JSON.stringify(fields.closures)}::jsonb, personal_foundation = ${fields.personalFoundation},
      version = version + 1, updated_at = ${at}
    where id = ${row.id}`.execute(tx);
}

/** Into the bin, or out of it: everything about them stays until it is emptied. */
export async function setPartyDeleted(
  tx: Tx,
  row: Allowed<PartyRecordRow>,
  change: { deletedAt: Date | null; at: Date },
): Promise<void> {
  await sql`
    update parties set deleted_at = ${change.deletedAt}, version = version + 1, updated_at = ${change.at}
    where id = ${row.id}`.execute(tx);
}

/**
 * Roles decide who sees a party: all but private ones everybody. Whoever has a tie of their own with somebody private
 * keeps seeing them: one colleague's word does not take away another's relation.
 */
export async function writeRoles(
  tx: Tx,
  row: Allowed<{ readonly id: string }>,
  write: { roles: readonly string[]; viewer: string; at: Date; isDecided: boolean },
): Promise<void> {
  const isPrivate = write.roles.includes('private');
  await sql`
    update parties set roles = ${[...write.roles]}::text[], triaged_at = ${write.isDecided ? write.at : null},
      visibility = ${isPrivate ? 'private' : 'firm'}, version = version + 1, updated_at = ${write.at}
    where id = ${row.id}`.execute(tx);
  if (isPrivate) {
    // Colleagues who are in contact with them keep seeing whom they know.
    await sql`
      insert into private_parties (party_id, user_id)
      select ${row.id}::uuid, ${write.viewer}::uuid
      union
      select ${row.id}::uuid, u.id from users u
      join ties t on t.party_a = least(u.party_id, ${row.id}::uuid) and t.party_b = greatest(u.party_id, ${row.id}::uuid)
      where u.removed_at is null
      on conflict do nothing`.execute(tx);
  } else await sql`delete from private_parties where party_id = ${row.id}`.execute(tx);
}

export async function deleteIdentities(tx: Tx, row: Allowed<PartyRecordRow>, ids: readonly string[]): Promise<void> {
  await sql`delete from identities where party_id = ${row.id} and id = any(${[...ids]}::uuid[])`.execute(tx);
}
