import type { IdentityRef, PartyRecord } from '#services/imports/connector.ts';
import type { AddressDraft } from '#services/parties/addresses.ts';
import { normaliseAddress } from '../mail/mail-addresses.ts';
import { normalisePhone } from '../rows/identity-cell.ts';
import { RowProblem } from '../rows/row-values.ts';
import { findPartyColumn, type PartyColumn } from './party-columns.ts';
import { countryCode, finishParty, parseBirthday } from './party-draft.ts';

/** One row to a party. Throws a RowProblem when the row names nobody or holds what cannot be. */
export function makeParty(cells: Readonly<Record<string, string>>, defaultCountry: string): PartyRecord {
  const byColumn = groupCells(cells);
  const all = (column: PartyColumn): readonly string[] => byColumn.get(column) ?? [];
  const first = (column: PartyColumn): string | null => all(column)[0] ?? null;
  const phones = all('phone')
    .flatMap((cell) => cell.split(/\s*(?::::|[;\n])\s*/))
    .map((written) => ({ written, value: normalisePhone(written, defaultCountry) }));
  const unreadable = phones
    .filter(({ value, written }) => value === null && written !== '')
    .map(({ written }) => `Tel: ${written}`);
  const sourceId = first('id');
  const party = finishParty({
    sourceId,
    isOrganisation: isOrganisationWord(first('kind')),
    name: first('name'),
    givenName: first('given'),
    familyName: [first('middle'), first('family')].filter(Boolean).join(' ') || null,
    organisationName: first('organisation'),
    jobTitle: first('job'),
    identities: [...listMails(all('mail')), ...toPhones(phones), ...toKey(sourceId)],
    addresses: [...all('address').map((text) => ({ text })), makeAddress(first)],
    birthday: readBirthday(first('birthday')),
    note: [...all('note'), ...unreadable].join('\n'),
    roleWords: all('role')
      .flatMap((cell) => cell.split(/\s*(?::::|[;,])\s*/))
      .map((word) => word.replace(/^\*\s*/, '')),
    more: {
      registrations: readRegistrations(first),
      salutation: first('salutation'),
      pronouns: first('pronouns'),
      metHow: first('met'),
      otherCells: pickOthers(cells),
    },
  });
  if (party === null) throw new RowProblem('row-without-name');
  return party;
}

function groupCells(cells: Readonly<Record<string, string>>): Map<PartyColumn, string[]> {
  const byColumn = new Map<PartyColumn, string[]>();
  for (const [heading, value] of Object.entries(cells)) {
    const column = findPartyColumn(heading);
    if (column !== null && value.trim() !== '') byColumn.set(column, [...(byColumn.get(column) ?? []), value.trim()]);
  }
  return byColumn;
}

function isOrganisationWord(written: string | null): boolean {
  return /^(?:organi[sz]ation|organisatie|company|bedrijf|firma|zakelijk)$/i.test(written ?? '');
}

function listMails(cells: readonly string[]): IdentityRef[] {
  return cells
    .flatMap((cell) => cell.split(/\s*(?::::|[;,])\s*|\s+/))
    .filter((written) => written !== '')
    .map((written) => {
      const value = normaliseAddress(written);
      if (value === null) throw new RowProblem('row-address-unreadable', written);
      return { kind: 'mail', value, displayName: null };
    });
}

function toPhones(phones: readonly { readonly value: string | null }[]): IdentityRef[] {
  return phones.flatMap(({ value }) => (value === null ? [] : [{ kind: 'phone', value, displayName: null } as const]));
}

/** A number of one's own (customer number) is a key: rows of interactions can name the party by it. */
function toKey(sourceId: string | null): IdentityRef[] {
  return sourceId === null ? [] : [{ kind: 'key', value: sourceId.toLowerCase().slice(0, 400), displayName: null }];
}

type First = (column: PartyColumn) => string | null;

/** Of a country that is not known by its name everything is kept as one text. */
function makeAddress(first: First): AddressDraft {
  const country = countryCode(first('country'));
  const [street, houseNumber, addition] = [first('street'), first('houseNumber'), first('addition')];
  const [postcode, city] = [first('postal'), first('city')];
  if (country !== undefined) return { street, houseNumber, addition, postcode, city, country };
  const line = [street, houseNumber, addition].filter(Boolean).join(' ');
  const place = [postcode, city].filter(Boolean).join(' ');
  return { text: [line, place, first('country')].filter(Boolean).join(', ') };
}

function readRegistrations(first: First): PartyRecord['registrations'] {
  const columns = { kvkNumber: 'kvk', branchNumber: 'branch', vatId: 'vat', iban: 'iban' } as const;
  const found = Object.entries(columns).flatMap(([name, column]) => {
    const written = first(column);
    return written === null ? [] : [[name, written.slice(0, 60)]];
  });
  return Object.fromEntries(found);
}

/** Perhaps the names of own fields: the house knows those, a connector does not. */
function pickOthers(cells: Readonly<Record<string, string>>): Record<string, string> {
  const others = Object.entries(cells).filter(([heading, value]) => findPartyColumn(heading) === null && value.trim());
  return Object.fromEntries(others.slice(0, 100).map(([heading, value]) => [heading, value.trim().slice(0, 2000)]));
}

function readBirthday(written: string | null): string | null {
  if (written === null) return null;
  const birthday = parseBirthday(written);
  if (birthday === null) throw new RowProblem('row-birthday-unreadable', written);
  return birthday;
}
