/** What people write down about a relation, checked and written one way; every problem told at once, at its field. */
import type { PartyRecordRow, StoredPreference } from '#store/parties.ts';
import { type PlainFact, type PlainFacts, plainFactNames } from '#store/plain-facts.ts';
import { AppError, type Problem } from '../app-error.ts';
import { type AddressDraft, normaliseAddresses } from './addresses.ts';
import { branchNumber, iban, kvkNumber, vatId } from './registrations.ts';

export interface PreferenceDraft {
  readonly about: string;
  readonly choice: string | null;
  readonly words: string | null;
  readonly saidOn?: string | undefined;
  readonly notedBy?: string | null;
}

export interface FactDrafts extends Partial<PlainFacts> {
  readonly addresses?: readonly AddressDraft[];
  readonly birthday?: string | null;
  readonly formOfAddress?: 'formal' | 'informal' | null;
  readonly metOn?: string | null;
  readonly metThrough?: string | null;
  readonly preferences?: readonly PreferenceDraft[];
}

interface Reading {
  readonly row: PartyRecordRow;
  readonly defaultCountry: string;
  /** Who writes, and the day it is for the firm. */
  readonly userId: string | null;
  readonly today: string;
}

/** Those that are checked and written one way; the others are kept as they were written. */
const registrations: Partial<Record<PlainFact, (written: string) => string | null>> = {
  kvkNumber,
  branchNumber,
  vatId,
  iban,
};
const plainNames = ['birthday', 'formOfAddress', 'metOn', 'metThrough'] as const;

export type Facts = Pick<PartyRecordRow, 'addresses' | 'preferences' | (typeof plainNames)[number]> & PlainFacts;

/** Null empties a field; leaving it out leaves it as the row has it. */
export function readFacts(drafts: FactDrafts, reading: Reading): Facts {
  const { row, defaultCountry } = reading;
  const problems: Problem[] = [];
  const read = drafts.addresses && normaliseAddresses(drafts.addresses, { defaultCountry, path: 'body.addresses' });
  problems.push(...(read?.problems ?? []));
  const lines = plainFactNames.map((name) => {
    const written = drafts[name];
    if (written === undefined) return [name, row[name]];
    if (written === null || written.trim() === '') return [name, null];
    const check = registrations[name];
    const value = check ? check(written) : written.trim();
    if (value === null) problems.push(problemAt(`body.${name}`, `not-a-${name.replace(/[A-Z].*/, '')}`));
    return [name, value];
  });
  const preferences = drafts.preferences?.map((draft, place) => {
    const code = wrongWith(draft, reading.today);
    if (code) problems.push(problemAt(`body.preferences[${place}]`, code));
    return readPreference(draft, reading);
  });
  if (problems.length > 0) throw new AppError('bad-input', { problems });
  const plain = plainNames.map((name) => [name, drafts[name] === undefined ? row[name] : drafts[name]]);
  return {
    ...(Object.fromEntries([...lines, ...plain]) as Omit<Facts, 'addresses' | 'preferences'>),
    addresses: read?.addresses ?? row.addresses,
    preferences: preferences ?? row.preferences,
  };
}

function problemAt(path: string, code: string): Problem {
  return { path, code, message: code.replaceAll('-', ' ') };
}

const choicesAbout: Readonly<Record<string, readonly string[]>> = {
  approach: ['explain-first', 'proposal-first'],
  channel: ['call', 'mail', 'message', 'visit'],
};

function wrongWith({ about, choice, words, saidOn }: PreferenceDraft, today: string): string | null {
  if (choice === null && words === null) return 'nothing-said';
  if (choice !== null && !choicesAbout[about]?.includes(choice)) return 'choice-does-not-fit';
  return saidOn !== undefined && saidOn > today ? 'in-the-future' : null;
}

/** What stays as it was keeps who wrote it down and when. */
function readPreference(draft: PreferenceDraft, { row, userId, today }: Reading): StoredPreference {
  const { about, choice, words } = draft;
  const there = row.preferences.find((said) => {
    const isSame = said.about === about && said.choice === choice && said.words === words;
    return isSame && (draft.saidOn === undefined || draft.saidOn === said.saidOn);
  });
  const notedBy = draft.notedBy === undefined ? (there?.notedBy ?? userId) : draft.notedBy;
  return { about, choice, words, saidOn: draft.saidOn ?? there?.saidOn ?? today, notedBy };
}
