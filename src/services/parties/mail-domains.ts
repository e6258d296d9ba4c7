/** Which mail domains say where someone works, and which only who carries their mail. */

const freeMailNames = new Set(
  `gmail googlemail outlook hotmail live msn passport icloud me mac yahoo ymail rocketmail aol gmx web mail proton protonmail
  pm tutanota tuta fastmail zoho yandex mailbox posteo hey duck
  ziggo kpnmail kpnplanet planet xs4all hetnet home chello upcmail telfort tele2 casema quicknet zonnet versatel wanadoo
  freeler tiscali concepts solcon caiway onsbrabantnet online ision hccnet telenet skynet pandora proximus belgacom
  t-online freenet orange free laposte sfr btinternet sky virginmedia talktalk comcast verizon att sbcglobal cox charter
  bellsouth libero virgilio alice terra seznam wp onet interia`
    .trim()
    .split(/\s+/),
);

/** Free providers whose short names could as well be a firm's: only these whole domains count. */
const freeMailDomains = new Set(['me.com', 'mac.com', 'pm.me', 'hey.com', 'duck.com', 'home.nl', 'mail.com', 'web.de']);
const onlyWhole = new Set([
  'me',
  'mac',
  'pm',
  'hey',
  'duck',
  'home',
  'mail',
  'web',
  'sky',
  'free',
  'online',
  'alice',
  'orange',
]);
const wholeAlso = new Set(['sky.com', 'free.fr', 'online.nl', 'alice.it', 'orange.fr', 'mail.ru', 'mailbox.org']);

const secondLevel = new Set(['co.uk', 'org.uk', 'ac.uk', 'gov.uk', 'com.au', 'co.nz', 'co.jp', 'com.br', 'co.za']);

/** The domain of a mail address, or null where there is none that resolves in public. */
export function domainOf(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (domain === address.toLowerCase() || !/^[^\s@[\]]+\.[a-z][a-z0-9-]{1,}$/u.test(domain)) return null;
  return domain;
}

/** klant.nl for info@mail.klant.nl: what a firm registered, not which server sent it. */
export function registeredDomain(domain: string): string {
  const labels = domain.split('.');
  const keep = secondLevel.has(labels.slice(-2).join('.')) ? 3 : 2;
  return labels.slice(-keep).join('.');
}

export function isFreeMail(domain: string): boolean {
  const registered = registeredDomain(domain);
  if (freeMailDomains.has(registered) || wholeAlso.has(registered)) return true;
  const name = registered.split('.')[0] ?? '';
  return freeMailNames.has(name) && !onlyWhole.has(name);
}

/** The domain that names someone's employer, or null for free mail and for what is no mail address. */
export function businessDomain(identity: { readonly kind: string; readonly value: string }): string | null {
  if (identity.kind !== 'mail') return null;
  const domain = domainOf(identity.value);
  return domain === null || isFreeMail(domain) ? null : registeredDomain(domain);
}
