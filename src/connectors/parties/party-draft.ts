import { createHash } from 'node:crypto';
import type { IdentityRef, PartyRecord } from '#services/imports/connector.ts';
import type { AddressDraft } from '#services/parties/addresses.ts';
import { cutText, makeLine, makeStorable } from '../storable-text.ts';

/** What a card or row says about someone, as written; `finishParty` makes it storable. */
export interface PartyDraft {
  readonly sourceId: string | null;
  readonly isOrganisation: boolean;
  readonly name: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly organisationName: string | null;
  readonly jobTitle: string | null;
  readonly identities: readonly IdentityRef[];
  readonly addresses: readonly AddressDraft[];
  readonly birthday: string | null;
  readonly note: string | null;
  /** Roles and other labels, mixed as address books have them. */
  readonly roleWords: readonly string[];
  readonly more?: Partial<Pick<PartyRecord, 'registrations' | 'salutation' | 'pronouns' | 'metHow' | 'otherCells'>>;
}

/** Null when there is nothing to call this party by. */
export function finishParty(draft: PartyDraft): PartyRecord | null {
  const givenName = makeLine(draft.givenName, 100);
  const familyName = makeLine(draft.familyName, 150);
  const organisationName = makeLine(draft.organisationName, 300);
  const personName = makeLine(draft.name, 300) ?? makeLine([givenName, familyName].filter(Boolean).join(' '), 300);
  const isOrganisation = draft.isOrganisation || (personName === null && organisationName !== null);
  const identities = dropDoubles(draft.identities);
  const name = (isOrganisation ? (organisationName ?? personName) : personName) ?? identities[0]?.value ?? null;
  if (name === null) return null;
  return {
    sourceKey: makeLine(draft.sourceId, 400) ?? hashParty([name, organisationName ?? '', identities[0]?.value ?? '']),
    kind: isOrganisation ? 'organisation' : 'person',
    name,
    givenName: isOrganisation ? null : givenName,
    familyName: isOrganisation ? null : familyName,
    organisationName: isOrganisation ? null : organisationName,
    jobTitle: makeLine(draft.jobTitle, 200),
    identities,
    addresses: draft.addresses.map(cleanAddress).slice(0, 20),
    birthday: draft.birthday,
    note: cutText(makeStorable(draft.note ?? '').trim(), 10_000) || null,
    roles: findRoles(draft.roleWords),
    tags: findTags(draft.roleWords),
    registrations: draft.more?.registrations ?? {},
    salutation: makeLine(draft.more?.salutation ?? null, 200),
    pronouns: makeLine(draft.more?.pronouns ?? null, 60),
    metHow: makeLine(draft.more?.metHow ?? null, 1000),
    otherCells: draft.more?.otherCells ?? {},
  };
}

function dropDoubles(identities: readonly IdentityRef[]): IdentityRef[] {
  return [...new Map(identities.map((identity) => [`${identity.kind}:${identity.value}`, identity])).values()].slice(
    0,
    30,
  );
}

function hashParty(parts: readonly string[]): string {
  return `sha256:${createHash('sha256').update(parts.join('\n').toLowerCase().toWellFormed()).digest('hex')}`;
}

const roleByWord: Readonly<Record<string, string>> = {
  customer: 'customer',
  client: 'customer',
  klant: 'customer',
  klanten: 'customer',
  customers: 'customer',
  debiteur: 'customer',
  supplier: 'supplier',
  suppliers: 'supplier',
  vendor: 'supplier',
  leverancier: 'supplier',
  leveranciers: 'supplier',
  crediteur: 'supplier',
  partner: 'partner',
  partners: 'partner',
  colleague: 'colleague',
  colleagues: 'colleague',
  collega: 'colleague',
  "collega's": 'colleague',
  private: 'private',
  privé: 'private',
  prive: 'private',
  family: 'private',
  familie: 'private',
  friends: 'private',
  vrienden: 'private',
};

const partLengths = {
  label: 50,
  street: 200,
  houseNumber: 20,
  addition: 20,
  postcode: 20,
  city: 120,
  text: 500,
} as const;

/** A house number that stands behind its street is taken apart; what is too long is cut. */
function cleanAddress(draft: AddressDraft): AddressDraft {
  const [, street, houseNumber, addition] =
    draft.houseNumber == null ? (/^(\D+?)\s+(\d{1,5})\s*[-/]?\s*([a-z0-9]{0,4})$/i.exec(draft.street ?? '') ?? []) : [];
  const whole = street ? { ...draft, street, houseNumber: houseNumber ?? null, addition: addition || null } : draft;
  const parts = Object.entries(partLengths).map(([name, most]) => {
    return [name, makeLine(whole[name as keyof typeof partLengths] ?? null, most)];
  });
  return { ...Object.fromEntries(parts), country: whole.country ?? null };
}

/** Names and codes of countries as address books write them: those next door; a code as it is. */
export function countryCode(written: string | null): string | null | undefined {
  const word = (written ?? '').trim().toLowerCase();
  if (word === '') return null;
  if (/^[a-z]{2}$/.test(word)) return word.toUpperCase();
  return countries[word];
}

const countries: Readonly<Record<string, string>> = {
  nederland: 'NL',
  'the netherlands': 'NL',
  netherlands: 'NL',
  holland: 'NL',
  belgië: 'BE',
  belgie: 'BE',
  belgium: 'BE',
  duitsland: 'DE',
  germany: 'DE',
  deutschland: 'DE',
  frankrijk: 'FR',
  france: 'FR',
  'verenigd koninkrijk': 'GB',
  'united kingdom': 'GB',
};

/** What address books put there themselves says nothing about anybody. */
const noTags = /^(?:mycontacts|my contacts|contacts|starred|mijn contacten|contacten|met ster)$/i;

function findTags(words: readonly string[]): string[] {
  const tags = words.flatMap((word) => makeLine(word, 60) ?? []);
  return [...new Set(tags)].filter((tag) => !(tag.toLowerCase() in roleByWord) && !noTags.test(tag)).slice(0, 50);
}

/** Only the words for roles a relation can have here; other labels become tags. */
function findRoles(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => roleByWord[word.trim().toLowerCase()] ?? []))];
}

/** YYYY-MM-DD, or --MM-DD where the year is not told. Null for a day that does not exist. */
export function parseBirthday(written: string): string | null {
  const text = written.trim();
  const found =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?$/.exec(text) ??
    /^(--)-?(\d{2})-?(\d{2})$/.exec(text) ??
    turnDayFirst(/^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text)) ??
    turnDayFirst(/^(1[3-9]|2\d|3[01])[/.](\d{1,2})[/.](\d{4})$/.exec(text));
  if (!found) return null;
  const [, year = '', month = '', day = ''] = found;
  const hasYear = /^\d{4}$/.test(year) && year !== '1604';
  const date = new Date(Date.UTC(hasYear ? Number(year) : 2000, Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return `${hasYear ? `${year}-` : '--'}${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function turnDayFirst(found: RegExpExecArray | null): readonly string[] | null {
  return found && ['', found[3] ?? '', found[2] ?? '', found[1] ?? ''];
}
