/** Where the mail of well-known providers is: what the form fills in, so that people need not know it. */

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
}

/** What one must do at the provider first; messages turn it into words. */
export const mailHints = ['app-password', 'own-password', 'permission', 'local-user-name'] as const;
export type MailHint = (typeof mailHints)[number];

export interface MailProvider {
  readonly key: string;
  /** As they write themselves. */
  readonly name: string;
  /** Addresses that end so are theirs; others may have a domain of their own there. */
  readonly domains: readonly string[];
  readonly imap: MailServer;
  readonly smtp: MailServer;
  readonly signIn: 'password' | 'google' | 'microsoft';
  /** What one signs in with. */
  readonly userName: 'address' | 'local-part';
  readonly hint: MailHint;
  /** Puts what was sent through it among the sent mail by itself. */
  readonly keepsSent: boolean;
}

const tls = (host: string, port: number): MailServer => ({ host, port, security: 'tls' });
const starttls = (host: string): MailServer => ({ host, port: 587, security: 'starttls' });

const usual = {
  domains: [],
  signIn: 'password',
  userName: 'address',
  hint: 'own-password',
  keepsSent: false,
} as const satisfies Partial<MailProvider>;

/** With what the providers themselves tell their customers; everything can be changed in the form. */
export const mailProviders: readonly MailProvider[] = [
  {
    ...usual,
    key: 'microsoft-365',
    name: 'Microsoft 365',
    imap: tls('outlook.office365.com', 993),
    smtp: starttls('smtp.office365.com'),
    signIn: 'microsoft',
    hint: 'permission',
    keepsSent: true,
  },
  {
    ...usual,
    key: 'outlook',
    name: 'Outlook.com',
    domains: ['outlook.com', 'outlook.nl', 'hotmail.com', 'hotmail.nl', 'live.com', 'live.nl', 'msn.com'],
    imap: tls('outlook.office365.com', 993),
    smtp: starttls('smtp-mail.outlook.com'),
    signIn: 'microsoft',
    hint: 'permission',
    keepsSent: true,
  },
  {
    ...usual,
    key: 'google',
    name: 'Google',
    domains: ['gmail.com', 'googlemail.com'],
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    signIn: 'google',
    hint: 'permission',
    keepsSent: true,
  },
  {
    ...usual,
    key: 'google-app-password',
    name: 'Google',
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    hint: 'app-password',
    keepsSent: true,
  },
  {
    ...usual,
    key: 'icloud',
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    imap: tls('imap.mail.me.com', 993),
    smtp: starttls('smtp.mail.me.com'),
    hint: 'app-password',
  },
  {
    ...usual,
    key: 'fastmail',
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'fastmail.nl'],
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    hint: 'app-password',
  },
  {
    ...usual,
    key: 'kpn',
    name: 'KPN',
    domains: ['kpnmail.nl', 'kpnplanet.nl', 'planet.nl', 'hetnet.nl', 'telfort.nl'],
    imap: tls('imap.kpnmail.nl', 993),
    smtp: starttls('smtp.kpnmail.nl'),
  },
  {
    ...usual,
    key: 'xs4all',
    name: 'XS4ALL (KPN)',
    domains: ['xs4all.nl'],
    imap: tls('imap.xs4all.nl', 993),
    smtp: starttls('smtp.xs4all.nl'),
    userName: 'local-part',
    hint: 'local-user-name',
  },
  {
    ...usual,
    key: 'ziggo',
    name: 'Ziggo',
    domains: ['ziggo.nl', 'home.nl', 'casema.nl', 'quicknet.nl', 'upcmail.nl', 'chello.nl'],
    imap: tls('imap.ziggo.nl', 993),
    smtp: starttls('smtp.ziggo.nl'),
  },
  {
    ...usual,
    key: 'transip',
    name: 'TransIP',
    imap: tls('imap.transip.email', 993),
    smtp: tls('smtp.transip.email', 465),
  },
  {
    ...usual,
    key: 'strato',
    name: 'Strato',
    imap: tls('imap.strato.com', 993),
    smtp: tls('smtp.strato.com', 465),
  },
];

/** By the domain of an address; null where nothing is known of it. */
export function findMailProvider(address: string): MailProvider | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return mailProviders.find(({ domains }) => domains.includes(domain)) ?? null;
}
