/** What the history of a relation keeps of each change to it. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { PartyRecordRow } from '#store/parties.ts';
import { pickPlainFacts } from '#store/plain-facts.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { writtenValue } from '../fields/read-field-values.ts';

/** The fields that people write, by the names of the contract. */
export function partyFieldsOf(row: PartyRecordRow): FieldValues {
  return {
    name: row.name,
    givenName: row.givenName,
    familyName: row.familyName,
    jobTitle: row.jobTitle,
    birthday: row.birthday,
    note: row.note,
    addresses: row.addresses,
    ...pickPlainFacts(row),
    formOfAddress: row.formOfAddress,
    metOn: row.metOn,
    metThrough: row.metThrough,
    preferences: row.preferences,
    roles: row.roles,
    contactWish: row.contactWish,
    closures: row.closures,
    personalFoundation: row.personalFoundation,
    identities: row.identities.map(({ kind, value, label, isPrimary }) => ({ kind, value, label, isPrimary })),
    tags: row.tags,
    groups: row.groups,
    // Each own field is a field like any other: two colleagues who change two of them are not in each other's way.
    ...Object.fromEntries(row.fieldValues.map((value) => [`fields.${value.key}`, writtenValue(value)])),
  };
}

/** Back into the shape that is sent. */
export function nestFields(values: FieldValues): FieldValues {
  const own = Object.entries(values).filter(([name]) => name.startsWith('fields.'));
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('fields.')));
  if (own.length === 0) return rest;
  return { ...rest, fields: Object.fromEntries(own.map(([name, value]) => [name.slice('fields.'.length), value])) };
}

/** What is being written, by the same names as the history has it. */
export function flattenFields({ fields, ...rest }: FieldValues & { readonly fields?: unknown }): FieldValues {
  const own = Object.entries((fields ?? {}) as FieldValues).map(([key, value]) => [`fields.${key}`, value]);
  return { ...rest, ...Object.fromEntries(own) };
}

interface NotedParty {
  readonly act: ChangeAct;
  /** As it was before an update. */
  readonly was?: PartyRecordRow;
  /** As it is (for a removal: as it was until now). */
  readonly now: PartyRecordRow;
}

export async function noteParty(ctx: Context, tx: Tx, { act, was, now }: NotedParty): Promise<void> {
  const fields = partyFieldsOf(now);
  const sides = act === 'update' && was ? { before: partyFieldsOf(was), after: fields } : {};
  const { id: recordId, name: label, version } = now;
  await noteChange(ctx, tx, { noun: 'party', recordId, partyId: recordId, act, label, version, ...sides });
}
