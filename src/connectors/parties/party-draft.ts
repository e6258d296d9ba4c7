import { createHash } from 'node:crypto';
import type { IdentityRef, PartyRecord } from '#services/imports/connector.ts';
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
  readonly addresses: readonly string[];
  readonly birthday: string | null;
  readonly note: string | null;
  readonly roleWords: readonly string[];
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
    addresses: [...new Set(draft.addresses.flatMap((address) => makeLine(address, 500) ?? []))].slice(0, 20),
    birthday: draft.birthday,
    note: cutText(makeStorable(draft.note ?? '').trim(), 10_000) || null,
    roles: findRoles(draft.roleWords),
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

/** Only the words for roles a relation can have here; other labels are no roles. */
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
