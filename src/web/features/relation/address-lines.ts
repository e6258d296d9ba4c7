/** An address as it stands on an envelope: one line a part of it. */
import type { Address } from '#contract/party-facts.ts';

export function addressLines(address: Address): string[] {
  const { street, houseNumber, addition, postcode, city, country, text } = address;
  const number = [houseNumber, addition].filter(Boolean).join(' ');
  const lines = [
    [street, number].filter(Boolean).join(' '),
    [postcode, city].filter(Boolean).join(' '),
    country !== null && country !== 'NL' ? country : '',
    ...(text ?? '').split('\n'),
  ];
  return lines.filter((line) => line.trim() !== '');
}

export function addressLine(address: Address): string {
  return addressLines(address).join(', ');
}
