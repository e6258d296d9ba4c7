/** What a file says of somebody, as far as it can be read; what cannot stays legible in the note. */
import type { FieldValue, FieldValueWriting } from '#store/field-values.ts';
import type { FieldRow } from '#store/fields.ts';
import type { NewParty } from '#store/new-parties.ts';
import { cityOf } from '#store/parties.ts';
import { noPlainFacts, type PlainFacts } from '#store/plain-facts.ts';
import { readCell } from '../fields/read-cell.ts';
import type { PartyRecord } from '../imports/connector.ts';
import { normaliseAddresses } from './addresses.ts';
import { normaliseText } from './names.ts';
import { branchNumber, iban, kvkNumber, vatId } from './registrations.ts';

const readers = { kvkNumber, branchNumber, vatId, iban } as const;
const names = { kvkNumber: 'KvK', branchNumber: 'Vestiging', vatId: 'Btw', iban: 'IBAN' } as const;
type Registration = keyof typeof readers;

type Imported = Pick<NewParty, 'addresses' | 'city' | 'note'> & PlainFacts;

export function readImported(record: PartyRecord, defaultCountry: string): Imported {
  const { addresses } = normaliseAddresses(record.addresses, { defaultCountry, path: null });
  const unread: string[] = [];
  const numbers = (Object.keys(readers) as Registration[]).map((name) => {
    const written = record.registrations[name];
    const value = written === undefined ? null : readers[name](written);
    if (written !== undefined && value === null) unread.push(`${names[name]}: ${written}`);
    return [name, value];
  });
  return {
    ...noPlainFacts,
    ...(Object.fromEntries(numbers) as Pick<Imported, Registration>),
    addresses,
    city: cityOf(addresses),
    note: [record.note, ...unread].filter(Boolean).join('\n') || null,
    salutation: record.salutation,
    pronouns: record.pronouns,
    metHow: record.metHow,
  };
}

export interface ImportedFields {
  readonly values: readonly (Omit<FieldValueWriting, 'partyId'> & { readonly value: FieldValue })[];
  /** For search. */
  readonly words: readonly string[];
  readonly unread: readonly string[];
}

/** Headings that are the name or the key of an own field. */
export function readImportedFields(fields: readonly FieldRow[], record: PartyRecord): ImportedFields {
  const read = { values: [] as ImportedFields['values'][number][], words: [] as string[], unread: [] as string[] };
  for (const [heading, cell] of Object.entries(record.otherCells)) {
    const word = normaliseText(heading);
    const field = fields.find(({ name, key, archivedAt, appliesTo }) => {
      const applies = archivedAt === null && (appliesTo === 'both' || appliesTo === record.kind);
      return applies && (normaliseText(name) === word || key === word);
    });
    if (!field) continue;
    const value = readCell(field, cell);
    if (value === null) read.unread.push(`${field.name}: ${cell}`);
    else {
      read.values.push({ fieldId: field.id, value });
      if (value.text && field.type !== 'money') read.words.push(value.text);
      const labels = field.options.filter(({ key }) => value.choices?.includes(key)).map(({ label }) => label);
      read.words.push(...labels);
    }
  }
  return read;
}
