/** What people write down about a relation: addresses, how to speak to them, how we met, numbers, own fields, tags. */
import { z } from 'zod';
import { currencies } from './currencies.ts';
import { calendarDate, id, instant, line, text } from './values.ts';

const part = (max: number) => line(max).nullable().default(null);

/** In parts where it can be; `text` where it cannot (abroad, or as somebody wrote it). */
export const addressInput = z.strictObject({
  label: part(50),
  street: part(200),
  houseNumber: part(20),
  addition: part(20),
  /** Dutch ones are checked and written as `1234 AB`. */
  postcode: part(20),
  city: part(120),
  /** Two letters; left out: the firm's own country. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  text: text(500).nullable().default(null),
});
export const address = z.object({
  label: z.string().nullable(),
  street: z.string().nullable(),
  houseNumber: z.string().nullable(),
  addition: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  text: z.string().nullable(),
});
export type Address = z.infer<typeof address>;

export const identityKind = z.enum(['mail', 'phone', 'handle', 'name', 'key']);

export const identity = z.object({
  id,
  kind: identityKind,
  value: z.string(),
  /** work, home, mobile, or a word of one's own. */
  label: z.string().nullable(),
  isPrimary: z.boolean(),
});

export const identityInput = z.strictObject({
  kind: identityKind,
  value: line(500),
  label: text(100).nullable().default(null),
  /** The first of its kind to be used; left out: as it was. */
  isPrimary: z.boolean().optional(),
});

function isBirthday(value: string): boolean {
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const date = new Date(Date.UTC(year === '-' ? 2000 : Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && year !== '0000';
}
/** YYYY-MM-DD, or --MM-DD where the year is not known. */
export const birthday = z.string().refine(isBirthday, 'not-a-birthday');

export const preferenceAbout = z.enum(['approach', 'channel', 'time', 'other']);
export const preferenceChoice = z.enum(['explain-first', 'proposal-first', 'call', 'mail', 'message', 'visit']);

/** What they said about how they like to be dealt with, in their own words. */
export const preferenceInput = z.strictObject({
  about: preferenceAbout,
  choice: preferenceChoice.nullable().default(null),
  words: line(300).nullable().default(null),
  /** Left out: today. */
  saidOn: calendarDate.optional(),
});
export const preference = z.object({
  about: preferenceAbout,
  choice: preferenceChoice.nullable(),
  words: z.string().nullable(),
  saidOn: calendarDate,
  notedBy: z.string().nullable(),
});
export type Preference = z.infer<typeof preference>;

export const money = z.object({ amountMinor: z.int(), currency: z.string() });

/** A value of an own field: text, link and date as text; a choice by its key; several choices; money; a relation by its id. */
export const fieldInput = z.union([
  text(2000),
  z.number().min(-1e15).max(1e15),
  z.array(line(60)).max(100),
  z.strictObject({ amountMinor: z.int().min(-1e15).max(1e15), currency: z.enum(currencies) }),
  z.null(),
]);
export type FieldInput = z.infer<typeof fieldInput>;
export const fieldOutput = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  money,
  z.object({ id, name: z.string() }),
]);
export type FieldOutput = z.infer<typeof fieldOutput>;

const word = (max: number) => text(max).trim().nullable().optional();

/** Facts of one line of text each, by how long they may be. */
const plainLengths = {
  /** How a letter begins: "Beste Ans". */
  salutation: 200,
  pronouns: 60,
  metHow: 1000,
  legalForm: 60,
  kvkNumber: 30,
  branchNumber: 30,
  vatId: 30,
  iban: 60,
} as const;
type PlainFact = keyof typeof plainLengths;

function forPlainFacts<T>(write: (max: number) => T): Record<PlainFact, T> {
  return Object.fromEntries(Object.entries(plainLengths).map(([name, max]) => [name, write(max)])) as Record<
    PlainFact,
    T
  >;
}

/** What can be written, beside the name. A field left out stays; null empties it. */
export const factFields = {
  addresses: z.array(addressInput).max(20).optional(),
  birthday: birthday.nullable().optional(),
  /** formal: u; informal: je. */
  formOfAddress: z.enum(['formal', 'informal']).nullable().optional(),
  ...forPlainFacts(word),
  metOn: calendarDate.nullable().optional(),
  /** The relation who brought us together. */
  metThrough: id.nullable().optional(),
  preferences: z.array(preferenceInput).max(12).optional(),
  /** Names; new ones are made. The whole set. */
  tags: z.array(line(60)).max(50).optional(),
  groups: z.array(line(100)).max(50).optional(),
  /** Own fields by key (see /fields); those left out stay. */
  fields: z.record(line(60), fieldInput).optional(),
};

export const factOutputs = {
  addresses: z.array(address),
  ...forPlainFacts(() => z.string().nullable()),
  birthday: z.string().nullable(),
  formOfAddress: z.enum(['formal', 'informal']).nullable(),
  metOn: calendarDate.nullable(),
  metThrough: z.object({ id, name: z.string() }).nullable(),
  preferences: z.array(preference),
  tags: z.array(z.string()),
  groups: z.array(z.string()),
  fields: z.record(z.string(), fieldOutput),
  /** What stayed with us of the last contact of which somebody kept it. */
  keptLine: z.object({ interactionId: id, text: z.string(), at: instant }).nullable(),
};

/** A declared link as the page of one of the two shows it. */
export const partyRelation = z.object({
  id,
  typeKey: z.string(),
  /** As its type has it; shipped types are worded by their key. */
  verb: z.string(),
  isForward: z.boolean(),
  isShipped: z.boolean(),
  other: z.object({ id, name: z.string(), kind: z.enum(['person', 'organisation']) }),
  /** Of an employment: the job there. */
  title: z.string().nullable(),
  fromOn: calendarDate.nullable(),
  untilOn: calendarDate.nullable(),
  version: z.int(),
});
