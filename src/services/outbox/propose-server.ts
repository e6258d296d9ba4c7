/** Where a mailbox most likely sends, by where it is read. */
import type { MailSenderRow } from '#store/mail-senders.ts';

interface Proposed {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly userName: string;
}

/** Read there, sent here; all others send where "imap." reads "smtp.". */
const known: readonly { readonly reads: RegExp; readonly host: string; readonly port: number }[] = [
  { reads: /(^|\.)(office365|outlook)\.com$/, host: 'smtp.office365.com', port: 587 },
  { reads: /(^|\.)(gmail|googlemail|google)\.com$/, host: 'smtp.gmail.com', port: 465 },
  { reads: /(^|\.)(mail\.me|icloud)\.com$/, host: 'smtp.mail.me.com', port: 587 },
  { reads: /(^|\.)fastmail\.com$/, host: 'smtp.fastmail.com', port: 465 },
  { reads: /(^|\.)(kpnmail|xs4all|kpn)\.(nl|com)$/, host: 'smtp.kpnmail.nl', port: 587 },
  { reads: /(^|\.)ziggo\.nl$/, host: 'smtp.ziggo.nl', port: 587 },
  { reads: /(^|\.)transip\.email$/, host: 'smtp.transip.email', port: 465 },
  { reads: /(^|\.)strato\.(de|com)$/, host: 'smtp.strato.com', port: 465 },
];

export function proposeServer({ settings, mailboxName }: Pick<MailSenderRow, 'settings' | 'mailboxName'>): Proposed {
  const reads = String(settings['host'] ?? '');
  const userName = String(settings['userName'] ?? mailboxName);
  const found = known.find((provider) => provider.reads.test(reads));
  const host = found?.host ?? reads.replace(/^imap\d?\./, 'smtp.');
  // A server that is read in the open is one near by; it takes mail the same way.
  if (settings['security'] === 'none') return { host, port: 25, security: 'none', userName };
  const port = found?.port ?? 465;
  return { host, port, security: port === 465 ? 'tls' : 'starttls', userName };
}
