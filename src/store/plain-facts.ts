/**
 * What is known of a relation as one line of text each, under the name of the contract, with its column. A fact that is added
 * here is read, written, noted and put back with the others.
 */
import { type RawBuilder, sql } from 'kysely';

export const plainFacts = {
  salutation: 'salutation',
  pronouns: 'pronouns',
  metHow: 'met_how',
  legalForm: 'legal_form',
  kvkNumber: 'kvk_number',
  branchNumber: 'branch_number',
  vatId: 'vat_id',
  iban: 'iban',
} as const;

export type PlainFact = keyof typeof plainFacts;
export type PlainFacts = Readonly<Record<PlainFact, string | null>>;

export const plainFactNames = Object.keys(plainFacts) as PlainFact[];

export const noPlainFacts = Object.fromEntries(plainFactNames.map((name) => [name, null])) as Record<PlainFact, null>;

/** Only these of a row that has more. */
export function pickPlainFacts(row: PlainFacts): Record<PlainFact, string | null> {
  return Object.fromEntries(plainFactNames.map((name) => [name, row[name]])) as Record<PlainFact, string | null>;
}

const listed = (write: (name: PlainFact) => string) => sql.raw(plainFactNames.map(write).join(', '));

/** For `select ... from parties p`. */
export const plainFactSelect = listed((name) => `p.${plainFacts[name]} as "${name}"`);
/** For `insert into parties (...) select ... from json_to_recordset(...) as r(...)`. */
export const plainFactColumns = listed((name) => plainFacts[name]);
export const plainFactNamesQuoted = listed((name) => `"${name}"`);
export const plainFactTypes = listed((name) => `"${name}" text`);

/** For `update parties set ...`. */
export function setPlainFacts(facts: PlainFacts): RawBuilder<unknown> {
  return sql.join(plainFactNames.map((name) => sql`${sql.raw(plainFacts[name])} = ${facts[name]}`));
}
