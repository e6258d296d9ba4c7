/** What books say of a customer, with every number written one way. */
import type { CustomerFacts } from '../imports/connector.ts';
import { businessDomain } from './mail-domains.ts';
import { normaliseIdentity } from './normalise-identity.ts';
import { iban, kvkNumber, vatId } from './registrations.ts';

export interface Key {
  readonly kind: 'mail' | 'phone' | 'key' | 'name' | 'handle';
  readonly value: string;
}

export interface Customer {
  readonly facts: CustomerFacts;
  readonly number: Key | null;
  readonly mail: Key | null;
  readonly phone: Key | null;
  readonly domain: Key | null;
  readonly kvk: string | null;
  readonly vat: string | null;
  readonly iban: string | null;
  readonly organisation: string | null;
  readonly person: string | null;
}

export function readFacts(facts: CustomerFacts, defaultCountry: string): Customer {
  const key = (kind: Key['kind'], value: string | null): Key | null => {
    const found = value === null ? null : normaliseIdentity({ kind, value }, defaultCountry);
    return found && { kind, value: found.value };
  };
  const number = key('key', facts.number?.toLowerCase() ?? null);
  const mail = key('mail', facts.mail);
  const domain = mail && businessDomain({ kind: 'mail', value: mail.value });
  const [kvk, vat] = [facts.kvkNumber && kvkNumber(facts.kvkNumber), facts.vatId && vatId(facts.vatId)];
  const isFirm = Boolean(facts.organisation || kvk || vat);
  return {
    ...{ facts, number, mail, kvk: kvk || null, vat: vat || null },
    phone: key('phone', facts.phone),
    domain: domain ? { kind: 'handle', value: domain } : null,
    iban: (facts.iban && iban(facts.iban)) || null,
    organisation: isFirm
      ? (facts.organisation ?? facts.name ?? facts.mail ?? facts.number ?? kvk ?? vat) || null
      : null,
    // A firm whose mail stands beside its name only has no person to it.
    person: isFirm
      ? facts.organisation
        ? facts.name
        : null
      : (facts.name ?? facts.mail ?? facts.phone ?? facts.number),
  };
}

export function namesOf({ name, organisation }: CustomerFacts): string[] {
  return [name, organisation].flatMap((text) => (text ? [text.trim().toLowerCase().slice(0, 500)] : []));
}
