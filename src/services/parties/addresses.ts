/** Addresses in parts: Dutch ones checked and written one way, what cannot be taken apart kept as it was written. */
import type { StoredAddress } from '#store/parties.ts';
import type { Problem } from '../app-error.ts';

export type AddressDraft = Partial<StoredAddress>;

const partNames = ['label', 'street', 'houseNumber', 'addition', 'postcode', 'city', 'country', 'text'] as const;

/** Never given out, so that no two letters are read wrongly. */
const neverLetters = new Set(['SA', 'SD', 'SS']);

/** `1234 AB`, or null when no Dutch postcode is written so. */
export function dutchPostcode(written: string): string | null {
  const [, digits = '', letters = ''] = /^([1-9]\d{3})\s*([a-z]{2})$/i.exec(written.trim()) ?? [];
  if (digits === '' || neverLetters.has(letters.toUpperCase())) return null;
  return `${digits} ${letters.toUpperCase()}`;
}

/** "Brink 12-b, 7411 BT Deventer" in its parts; null when it is not written so. */
export function readDutchAddress(written: string): AddressDraft | null {
  const found =
    /^([^\d,][^,]*?)\s+(\d{1,5})\s*[-/]?\s*([a-z0-9]{0,4})\s*[,\n]\s*([1-9]\d{3}\s*[a-z]{2})\s*,?\s+([^,\d]+?)(?:\s*[,\n]\s*(?:nederland|the netherlands|netherlands|nl))?$/i.exec(
      written.trim(),
    );
  const postcode = found && dutchPostcode(found[4] ?? '');
  if (!found || !postcode) return null;
  const [, street = '', houseNumber = '', addition = '', , city = ''] = found;
  return { street, houseNumber, addition: addition || null, postcode, city: city.trim(), country: 'NL' };
}

interface Reading {
  readonly defaultCountry: string;
  /** Where the list stands in the input. Null: nobody can mend it, keep what is wrong as text. */
  readonly path: string | null;
}

/** Empty ones fall away. Answers what is wrong with each beside what they became. */
export function normaliseAddresses(
  drafts: readonly AddressDraft[],
  { defaultCountry, path }: Reading,
): { addresses: StoredAddress[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const addresses = drafts.flatMap((draft, place) => {
    const address = completeAddress(draft);
    const { label, country, text, ...rest } = address;
    const isEmpty = Object.values(rest).every((value) => value === null);
    if (isEmpty && text === null) return [];
    if (isEmpty) return { ...address, ...(readDutchAddress(text ?? '') && takeApart(address)) };
    const local = { ...address, country: country ?? defaultCountry };
    if (local.country !== 'NL') return local;
    const { address: dutch, wrong } = checkDutch(local);
    if (wrong === null) return dutch;
    if (path === null) return { ...completeAddress({ label }), text: writeAddress(local) };
    problems.push({
      path: `${path}[${place}].${wrong.part}`,
      code: wrong.code,
      message: wrong.code.replaceAll('-', ' '),
    });
    return local;
  });
  return { addresses, problems };
}

export function completeAddress(draft: AddressDraft): StoredAddress {
  const parts = partNames.map((name) => [name, draft[name]?.trim() || null]);
  return Object.fromEntries(parts) as unknown as StoredAddress;
}

function takeApart(address: StoredAddress): StoredAddress {
  return { ...completeAddress(readDutchAddress(address.text ?? '') ?? {}), label: address.label };
}

function checkDutch(address: StoredAddress): {
  address: StoredAddress;
  wrong: { part: 'postcode' | 'houseNumber'; code: string } | null;
} {
  const postcode = address.postcode === null ? null : dutchPostcode(address.postcode);
  if (address.postcode !== null && postcode === null) {
    return { address, wrong: { part: 'postcode', code: 'not-a-postcode' } };
  }
  const number = /^(\d{1,5})\s*[-/]?\s*([a-z0-9-]{0,8})$/i.exec(address.houseNumber ?? '');
  if (address.houseNumber !== null && (!number || (number[2] && address.addition !== null))) {
    return { address, wrong: { part: 'houseNumber', code: 'not-a-house-number' } };
  }
  const split = number ? { houseNumber: number[1] ?? null, addition: address.addition ?? (number[2] || null) } : {};
  return { address: { ...address, ...split, postcode }, wrong: null };
}

/** In one line, as it stands on an envelope. */
export function writeAddress(address: StoredAddress): string {
  if (address.text) return address.text;
  const { street, houseNumber, addition, postcode, city } = address;
  const first = [street, [houseNumber, addition].filter(Boolean).join(' ')].filter(Boolean).join(' ');
  return [first, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
