/** A mail server in the test's hands, whichever it is: the test is the other mail program on the same mailbox. */
import { ImapFlow } from 'imapflow';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import type { Reach } from '#services/connections/reader.ts';

export interface ImapServer {
  readonly name: 'dovecot' | 'hoodiecrow';
  readonly port: number;
  /** Both have one in which `testuser` reads; Dovecot knows any other user too. */
  readonly password: string;
  stop(): Promise<void>;
}

/** As a mail program on the desk would. */
export async function withMailbox<T>(
  { port, password }: ImapServer,
  work: (client: ImapFlow) => Promise<T>,
  user = 'testuser',
): Promise<T> {
  const client = new ImapFlow({
    ...{ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, logger: false, disableAutoIdle: true },
    auth: { user, pass: password },
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

export interface Deliver {
  readonly folder?: string;
  readonly flags?: string[];
  readonly receivedAt?: Date;
  readonly user?: string;
}

/** Answers nothing: what it became is for the reader to find out. */
export async function deliver(
  server: ImapServer,
  mails: readonly (string | Buffer)[],
  options: Deliver = {},
): Promise<void> {
  const { folder = 'INBOX', flags = [], receivedAt, user } = options;
  await withMailbox(
    server,
    async (client) => {
      for (const mail of mails) await client.append(folder, mail, flags, receivedAt);
    },
    user,
  );
}

type ImapReach = Reach<'imap'>;

export interface ReachOptions {
  readonly signal?: AbortSignal;
  readonly port?: number;
  readonly settings?: Partial<ImapReach['settings']>;
  readonly secret?: ImapReach['secret'];
  readonly nowMs?: number;
}

/** What a reader is lent to read this server, over the same way out that the program has. */
export function reachOf(server: ImapServer, options: ReachOptions = {}): ImapReach {
  const port = options.port ?? server.port;
  const { net } = openOutgoing({ publicUrl: 'http://127.0.0.1:4321', alsoReachable: [`127.0.0.1:${port}`] });
  return {
    net,
    settings: {
      ...{ kind: 'imap', address: 'sanne@overkant.nl', userName: 'testuser', host: '127.0.0.1', port },
      ...{ security: 'none', signIn: 'password', since: null, ignored: [] },
      ...options.settings,
    },
    secret: options.secret === undefined ? { type: 'password', password: server.password } : options.secret,
    signal: options.signal ?? new AbortController().signal,
    nowMs: options.nowMs ?? Date.now(),
    ownAddresses: ['sanne@overkant.nl'],
    defaultCountry: 'NL',
    timeZone: 'Europe/Amsterdam',
  };
}

export interface Letter {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly date?: Date;
  readonly answers?: readonly string[];
  readonly text?: string;
}

/** A mail as somebody would write it. */
export function writeLetter(letter: Letter): string {
  const { id, from = 'Ans <ans@cafe-ans.nl>', to = 'Sanne <sanne@overkant.nl>', subject = `Mail ${id}` } = letter;
  const { date = new Date('2026-10-01T09:00:00Z'), answers = [], text = `Dag, dit is ${id}.` } = letter;
  return [
    `Message-ID: <${id}@cafe-ans.nl>`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `From: ${from}`,
    `To: ${to}`,
    ...(letter.cc ? [`Cc: ${letter.cc}`] : []),
    `Subject: ${subject}`,
    ...(answers.length > 0
      ? [
          `In-Reply-To: <${answers[0]}@cafe-ans.nl>`,
          `References: ${answers
            .toReversed()
            .map((key) => `<${key}@cafe-ans.nl>`)
            .join(' ')}`,
        ]
      : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');
}

export function keyOf(id: string): string {
  return `${id}@cafe-ans.nl`;
}
