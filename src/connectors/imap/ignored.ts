import type { MailFacts } from '#services/mail/mail-item.ts';

/** Addresses ("jan@voorbeeld.nl") and domains ("voorbeeld.nl", with or without @ in front; those below them too). */
export function makeIgnores(ignored: readonly string[]): (address: string) => boolean {
  const entries = ignored.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== '');
  const addresses = new Set(entries.filter((entry) => entry.indexOf('@') > 0));
  const domains = entries.filter((entry) => entry.indexOf('@') <= 0).map((entry) => entry.replace(/^@/, ''));
  return (address) => {
    const domain = address.slice(address.lastIndexOf('@') + 1);
    return addresses.has(address) || domains.some((one) => domain === one || domain.endsWith(`.${one}`));
  };
}

/** What one of them wrote; and what was sent to nobody else. */
export function isIgnored(facts: MailFacts, ignores: (address: string) => boolean): boolean {
  if (ignores(facts.from.address)) return true;
  const receivers = [...facts.to, ...facts.cc];
  return receivers.length > 0 && receivers.every(({ address }) => ignores(address));
}
