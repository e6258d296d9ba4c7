/** Door 5: a mail server that takes in mail for drop addresses and nothing else. It sends nothing on. */
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { AppError } from '#services/app-error.ts';
import type { Context } from '#services/context.ts';
import { isDropAddress, receiveDrop } from '#services/drop/receive-drop.ts';

export interface DropSettings {
  /** drop@crm.example.nl */
  readonly address: string;
  readonly port: number;
  readonly host: string;
  /** Paths of a certificate and its key; without them it speaks in the open, behind a server that does not. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
}

export interface DropDoor {
  readonly port: number;
  close(): Promise<void>;
}

interface Options {
  readonly settings: DropSettings;
  readonly ctx: Context;
  readonly log: (message: string, error?: unknown) => void;
}

const mostBytes = 25 * 1024 * 1024;
const mostReceivers = 5;
const mostClients = 20;
const slowAfterMs = 60_000;
const connectionsPerMinute = 60;

export async function openDropDoor({ settings, ctx, log }: Options): Promise<DropDoor> {
  const { certificate } = settings;
  const countConnection = countByMinute(connectionsPerMinute);
  const server = new SMTPServer({
    name: settings.address.split('@')[1] ?? 'hecht',
    banner: 'Hecht takes drop mail',
    size: mostBytes,
    maxClients: mostClients,
    socketTimeout: slowAfterMs,
    closeTimeout: 5_000,
    authOptional: true,
    disabledCommands: certificate ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    ...(certificate && { cert: readFileSync(certificate.cert), key: readFileSync(certificate.key) }),
    onConnect: ({ remoteAddress }, done) => {
      done(countConnection(remoteAddress) ? null : refusal(421, 'Too many connections, come back in a minute'));
    },
    onRcptTo: (address, session, done) => {
      checkReceiver({ address, session, settings, ctx }).then(
        () => done(),
        (error) => done(asRefusal(error, log)),
      );
    },
    onData: (stream, session, done) => {
      takeIn({ stream, session, settings, ctx }).then(
        () => done(null, 'Kept'),
        (error) => done(asRefusal(error, log)),
      );
    },
  });
  // Whoever hangs up in the middle is no trouble of ours.
  server.on('error', (error) => log('the drop address had trouble', error));
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(settings.port, settings.host, () => {
      const bound = server.server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : settings.port);
    });
  });
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

type Refusal = Error & { responseCode: number };

function refusal(responseCode: number, message: string): Refusal {
  return Object.assign(new Error(message), { responseCode });
}

interface Receiving {
  readonly address: SMTPServerAddress;
  readonly session: SMTPServerSession;
  readonly settings: DropSettings;
  readonly ctx: Context;
}

/** Only addresses of ours, by their secret half; nothing says whether another name exists. */
async function checkReceiver({ address, session, settings, ctx }: Receiving): Promise<void> {
  if (session.envelope.rcptTo.length >= mostReceivers) throw refusal(452, 'Too many receivers');
  const token = tokenOf(address.address, settings);
  if (token === null || !(await isDropAddress(ctx, token))) throw refusal(550, 'No such address here');
}

interface TakingIn {
  readonly stream: SMTPServerDataStream;
  readonly session: SMTPServerSession;
  readonly settings: DropSettings;
  readonly ctx: Context;
}

async function takeIn({ stream, session, settings, ctx }: TakingIn): Promise<void> {
  const raw = await readAll(stream);
  if (stream.sizeExceeded || raw === null) throw refusal(552, 'This mail is too large');
  const tokens = new Set(session.envelope.rcptTo.flatMap(({ address }) => tokenOf(address, settings) ?? []));
  for (const token of tokens) await receiveDrop(ctx, { token, raw });
}

/** To the end, also of what is too large: the answer comes after it. */
async function readAll(stream: Readable): Promise<Buffer | null> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) parts = [];
    else parts.push(part);
  }
  return bytes > mostBytes ? null : Buffer.concat(parts);
}

function asRefusal(error: unknown, log: Options['log']): Refusal {
  if (error instanceof Error && 'responseCode' in error) return error as Refusal;
  if (error instanceof AppError && error.code === 'not-found') return refusal(550, 'No such address here');
  if (error instanceof AppError && error.code === 'too-many') return refusal(451, 'Too many, come back later');
  log('a mail for a drop address could not be kept', error);
  return refusal(451, 'Not now, come back later');
}

/** drop+TOKEN@crm.example.nl; capitals do not count. */
function tokenOf(address: string, { address: base }: DropSettings): string | null {
  const [local = '', domain = ''] = base.toLowerCase().split('@');
  const [name = '', host] = address.toLowerCase().split('@');
  const token = name.startsWith(`${local}+`) ? name.slice(local.length + 1) : '';
  return host === domain && /^[a-z2-7]{32}$/.test(token) ? token : null;
}

function countByMinute(most: number): (who: string) => boolean {
  let minute = 0;
  let counts = new Map<string, number>();
  return (who) => {
    const now = Math.floor(performance.now() / 60_000);
    if (now !== minute) [minute, counts] = [now, new Map()];
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    return count <= most;
  };
}
