import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { IdentityRef } from '#services/imports/connector.ts';
import { cleanDisplayName, normaliseAddress } from '../mail/mail-addresses.ts';
import { makeLine } from '../storable-text.ts';
import { RowProblem } from './row-values.ts';

/** E.164, or null when no such number can exist. */
export function normalisePhone(written: string, defaultCountry: string): string | null {
  const country = defaultCountry.toUpperCase();
  const options = isSupportedCountry(country) ? { defaultCountry: country, extract: false } : { extract: false };
  const phone = parsePhoneNumberFromString(written.replace(/\(0\)/, ''), options);
  return phone?.isPossible() ? phone.number : null;
}

const prefixed = /^(mail|mailto|tel|phone|key|handle|name):\s*(.+)$/i;

/**
 * Who a cell names: a mail address, "Name <address>", a phone number with + or of the country's own form, @handle, or any
 * key. A prefix (key:0612345678) says it outright.
 */
export function parseIdentityCell(written: string, displayName: string | null, defaultCountry: string): IdentityRef {
  const line = makeLine(written, 480);
  if (line === null) throw new RowProblem('row-party-missing');
  const explicit = prefixed.exec(line);
  if (explicit)
    return parseExplicit({
      prefix: (explicit[1] ?? '').toLowerCase(),
      value: (explicit[2] ?? '').trim(),
      displayName,
      defaultCountry,
    });
  const named = /^(.*?)<([^<>]+@[^<>]+)>$/.exec(line);
  const address = line.includes('@') ? normaliseAddress(named?.[2] ?? line) : null;
  if (address !== null)
    return { kind: 'mail', value: address, displayName: displayName ?? cleanDisplayName(named?.[1] ?? '', address) };
  if (/^@[^\s@]+$/.test(line)) return { kind: 'handle', value: line.slice(1).toLowerCase(), displayName };
  if (line.includes('@')) throw new RowProblem('row-address-unreadable', line);
  const phone = /^(?:\+|00?)[\d\s().-]{8,}$/.test(line) ? normalisePhone(line, defaultCountry) : null;
  if (phone !== null) return { kind: 'phone', value: phone, displayName };
  return makeKey(line, displayName);
}

interface ExplicitCell {
  readonly prefix: string;
  readonly value: string;
  readonly displayName: string | null;
  readonly defaultCountry: string;
}

function parseExplicit({ prefix, value, displayName, defaultCountry }: ExplicitCell): IdentityRef {
  if (prefix === 'mail' || prefix === 'mailto') {
    const address = normaliseAddress(value);
    if (address === null) throw new RowProblem('row-address-unreadable', value);
    return { kind: 'mail', value: address, displayName };
  }
  if (prefix === 'tel' || prefix === 'phone') {
    const phone = normalisePhone(value, defaultCountry);
    if (phone === null) throw new RowProblem('row-phone-unreadable', value);
    return { kind: 'phone', value: phone, displayName };
  }
  if (prefix === 'handle') return { kind: 'handle', value: value.replace(/^@/, '').toLowerCase(), displayName };
  return makeKey(value, displayName);
}

/** Keys are compared without capitals; as a name they read as they were written. */
function makeKey(value: string, displayName: string | null): IdentityRef {
  return { kind: 'key', value: value.toLowerCase(), displayName: displayName ?? value };
}
