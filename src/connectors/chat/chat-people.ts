/** Who is who in somebody's chats: oneself, a number, or a name out of one's own address book. */
import type { IdentityRef, ReadInput } from '#services/imports/connector.ts';
import { normalisePhone } from '../rows/identity-cell.ts';
import { makeLine } from '../storable-text.ts';

/** A name out of an address book means nothing to others: it is kept as one of whose book it is. */
export function chatPerson(name: string, input: Pick<ReadInput, 'owner' | 'defaultCountry'>): IdentityRef {
  const phone = /^\+?[\d\s().-]{8,}$/.test(name) ? normalisePhone(name, input.defaultCountry) : null;
  if (phone !== null) return { kind: 'phone', value: phone, displayName: null };
  const line = makeLine(name, 200) ?? '?';
  return { kind: 'key', value: `${chatOwner(input).value}:${line.toLowerCase()}`, displayName: line };
}

export function chatOwner({ owner }: Pick<ReadInput, 'owner'>): IdentityRef {
  return { kind: 'key', value: `chat:${owner ?? 'me'}`, displayName: null };
}
