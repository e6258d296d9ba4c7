import ical from 'ical.js';
import type { IdentityRef } from '#services/imports/connector.ts';
import type { AddressDraft } from '#services/parties/addresses.ts';
import { normaliseAddress } from '../mail/mail-addresses.ts';
import type { ParseContext, ParseOutcome } from '../parsing/parse-protocol.ts';
import { countryCode, finishParty, type PartyDraft, parseBirthday } from '../parties/party-draft.ts';
import { normalisePhone } from '../rows/identity-cell.ts';
import { makeLine } from '../storable-text.ts';

/** One property as jCard has it: name, parameters, type, values. */
interface CardProperty {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
}

/** One card, BEGIN to END, to a party. Runs in the child process. */
export function readCard(raw: Uint8Array, { defaultCountry }: ParseContext): ParseOutcome {
  const text = new TextDecoder().decode(raw);
  if (/^VERSION:2\.1\s*$/im.test(text) || /^[^:\r\n]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/im.test(text)) {
    return { type: 'failed', problem: 'card-version-too-old' };
  }
  try {
    const properties = parseProperties(text);
    if (readText(properties, 'kind')?.toLowerCase() === 'group') return { type: 'failed', problem: 'card-is-group' };
    const party = finishParty(draftParty(properties, defaultCountry));
    return party ? { type: 'party', record: party } : { type: 'failed', problem: 'card-without-name' };
  } catch (error) {
    return {
      type: 'failed',
      problem: `card-unreadable: ${makeLine(error instanceof Error ? error.message : String(error), 200) ?? ''}`,
    };
  }
}

function parseProperties(text: string): CardProperty[] {
  const card: unknown = ical.parse(text);
  if (!Array.isArray(card) || card[0] !== 'vcard' || !Array.isArray(card[1])) throw new Error('no card');
  return card[1].map((property: unknown) => {
    const [name, parameters, , ...values] = property as [string, Record<string, unknown>, string, ...unknown[]];
    return { name, parameters, values };
  });
}

function draftParty(properties: readonly CardProperty[], defaultCountry: string): PartyDraft {
  const [familyName, givenName, middle] = readStructured(properties, 'n');
  const [organisation] = readStructured(properties, 'org');
  const isOrganisation =
    readText(properties, 'kind')?.toLowerCase() === 'org' ||
    /^company$/i.test(readText(properties, 'x-abshowas') ?? '');
  return {
    sourceId: readText(properties, 'uid'),
    isOrganisation,
    name: readText(properties, 'fn'),
    givenName: givenName || null,
    familyName: [middle, familyName].filter(Boolean).join(' ') || null,
    organisationName: organisation || null,
    jobTitle: readText(properties, 'title'),
    identities: [...listMails(properties), ...listPhones(properties, defaultCountry)],
    addresses: properties.filter(({ name }) => name === 'adr').map(readAddress),
    birthday: parseBirthday(readText(properties, 'bday') ?? ''),
    note: properties
      .filter(({ name }) => name === 'note')
      .flatMap(({ values }) => values.map(String))
      .join('\n'),
    roleWords: properties.filter(({ name }) => name === 'categories').flatMap(({ values }) => values.map(String)),
  };
}

function readText(properties: readonly CardProperty[], wanted: string): string | null {
  const value = properties.find(({ name }) => name === wanted)?.values[0];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** N and ORG: an array, or plain text where the card did not divide it. */
function readStructured(properties: readonly CardProperty[], wanted: string): string[] {
  const value = properties.find(({ name }) => name === wanted)?.values[0];
  return (Array.isArray(value) ? value : [value]).map((part) =>
    typeof part === 'string' ? part.trim() : Array.isArray(part) ? part.join(' ') : '',
  );
}

/** The preferred one first, as the card says it (PREF=1 or TYPE=pref). */
function listByPreference(
  properties: readonly CardProperty[],
  wanted: string,
): { written: string; label: string | null }[] {
  const rank = ({ parameters }: CardProperty): number => {
    if (typeof parameters['pref'] === 'string') return Number(parameters['pref']) || 100;
    return [parameters['type']].flat().some((type) => String(type).toLowerCase() === 'pref') ? 0 : 100;
  };
  return properties
    .filter(({ name }) => name === wanted)
    .sort((left, right) => rank(left) - rank(right))
    .flatMap(({ values, parameters }) =>
      values.map((value) => ({ written: String(value).trim(), label: labelOf(parameters) })),
    )
    .filter(({ written }) => written !== '');
}

function listMails(properties: readonly CardProperty[]): IdentityRef[] {
  return listByPreference(properties, 'email').flatMap(({ written, label }) => {
    const value = normaliseAddress(written);
    return value === null ? [] : [{ kind: 'mail', value, displayName: null, label } as const];
  });
}

function listPhones(properties: readonly CardProperty[], defaultCountry: string): IdentityRef[] {
  const phones = properties.filter(
    ({ parameters }) => ![parameters['type']].flat().some((type) => /^fax$/i.test(String(type))),
  );
  return listByPreference(phones, 'tel').flatMap(({ written, label }) => {
    const value = normalisePhone(written.replace(/^tel:/i, '').replace(/;.*$/, ''), defaultCountry);
    return value === null ? [] : [{ kind: 'phone', value, displayName: null, label } as const];
  });
}

function readAddress({ values, parameters }: CardProperty): AddressDraft {
  const parts = (Array.isArray(values[0]) ? values[0] : values).map((part) =>
    (Array.isArray(part) ? part.join(' ') : String(part)).replace(/\s+/g, ' ').trim(),
  );
  const [box = '', extra = '', street = '', city = '', region = '', postcode = '', country = ''] = parts;
  const label = labelOf(parameters);
  const code = countryCode(country);
  // Boxes and regions have no part of their own.
  if (code !== undefined && !box && !extra && !region) return { label, street, postcode, city, country: code };
  const lines = [box, extra, street, `${postcode} ${city}`.trim(), region, country];
  return { label, text: lines.filter((part) => part !== '').join(', ') };
}

/** What the card calls it, as this house does. */
function labelOf(parameters: CardProperty['parameters']): string | null {
  const types = [parameters['type']].flat().map((type) => String(type).toLowerCase());
  const known = [
    ['cell', 'mobile'],
    ['work', 'work'],
    ['home', 'home'],
  ] as const;
  return known.find(([type]) => types.includes(type))?.[1] ?? null;
}
