import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

export interface Identity {
  readonly kind: 'mail' | 'phone' | 'handle' | 'name' | 'key';
  readonly value: string;
}

/** One way of writing each identity, so that the same one is found again; null for what cannot be one. */
export function normaliseIdentity({ kind, value }: Identity, defaultCountry: string): Identity | null {
  const trimmed = value.normalize('NFC').trim();
  if (trimmed === '' || trimmed.length > 500) return null;
  if (kind === 'mail') {
    return /^[^\s@]+@[^\s@]+$/.test(trimmed) ? { kind, value: trimmed.toLowerCase() } : null;
  }
  if (kind === 'phone') return normalisePhone(trimmed, defaultCountry);
  if (kind === 'handle') return { kind, value: trimmed.toLowerCase() };
  return { kind, value: trimmed };
}

function normalisePhone(value: string, defaultCountry: string): Identity | null {
  const country: CountryCode = isSupportedCountry(defaultCountry) ? defaultCountry : 'NL';
  const parsed = parsePhoneNumberFromString(value, country);
  if (parsed?.isPossible()) return { kind: 'phone', value: parsed.number };
  // An extension or short number: kept as digits rather than lost.
  const digits = value.replace(/[^\d+]/g, '');
  return digits.length >= 3 ? { kind: 'phone', value: digits } : null;
}
