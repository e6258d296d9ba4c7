import { domainToASCII } from 'node:url';
import type { Address } from 'postal-mime';
import { addressParser } from 'postal-mime';
import type { IdentityRef } from '#services/imports/connector.ts';
import { makeLine } from '../storable-text.ts';

/** Lower-case, domain in its ASCII form; null for what cannot be an address. */
export function normaliseAddress(written: string): string | null {
  const bare = written
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<+|>+$/g, '')
    .toLowerCase();
  const at = bare.lastIndexOf('@');
  if (at < 1 || bare.length > 320) return null;
  const local = bare.slice(0, at).replace(/^"([a-z0-9._+-]+)"$/, '$1');
  const domain = bare.slice(at + 1).replace(/\.+$/, '');
  if (!/^[^\s@<>()",;:\\]+$/.test(local) || !/^[^\s@<>()",;:\\]+$/.test(domain)) return null;
  if (!local.isWellFormed() || local.includes('\u0000')) return null;
  const asciiDomain = domainToASCII(domain);
  return asciiDomain === '' ? null : `${local}@${asciiDomain}`;
}

/** "'Jan' via Lijst" -> Jan; "Vries, Jan de" -> Jan de Vries; a name that only repeats the address -> null. */
export function cleanDisplayName(written: string, address: string): string | null {
  const line = makeLine(written, 200);
  if (line === null) return null;
  const name = line
    .replace(/\s+\(?(?:via|namens|on behalf of)\s.+$/i, '')
    .replace(/^[\s"'`“”‘’<]+|[\s"'`“”‘’>,;]+$/g, '')
    .trim();
  if (name === '' || name.toLowerCase() === address || name.includes('@')) return null;
  return turnSurnameFirst(name);
}

function turnSurnameFirst(name: string): string {
  const parts = name.split(',');
  const [last, first] = parts.map((part) => part.trim());
  if (parts.length !== 2 || !last || !first) return name;
  const isCompany = /\b(?:b\.?v|n\.?v|inc|ltd|llc|gmbh|v\.?o\.?f|m\.?d|ph\.?d|jr|sr|esq)\b\.?$/i.test(first);
  const areNames = /^[\p{L}][\p{L}'’. -]*$/u.test(last) && /^[\p{L}][\p{L}'’. -]*$/u.test(first);
  return isCompany || !areNames || first.split(' ').length > 4 ? name : `${first} ${last}`;
}

/** Mail identities of a parsed header; groups are opened, what is no address is left out, doubles once. */
export function listIdentities(addresses: readonly (Address | undefined)[]): IdentityRef[] {
  const byValue = new Map<string, IdentityRef>();
  for (const entry of addresses.flatMap((address) => (address?.group ? address.group : [address]))) {
    const value = entry?.address ? normaliseAddress(entry.address) : null;
    if (!entry || value === null) continue;
    const known = byValue.get(value);
    if (known?.displayName) continue;
    byValue.set(value, { kind: 'mail', value, displayName: cleanDisplayName(entry.name ?? '', value) });
  }
  return [...byValue.values()];
}

/** Addresses in a header that postal-mime leaves as text (Delivered-To, X-Original-To, Return-Path, ...). */
export function parseIdentities(headerValues: readonly string[]): IdentityRef[] {
  return listIdentities(headerValues.flatMap((value) => addressParser(value.slice(0, 10_000), { flatten: true })));
}
