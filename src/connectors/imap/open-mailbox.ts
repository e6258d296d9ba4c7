import { type AuthOptions, ImapFlow } from 'imapflow';
import { type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { makeImapProblem } from './imap-problem.ts';

export type MailboxReach = Reach<'imap'>;

const connectMs = 15_000;
const greetingMs = 10_000;
/** No answer for so long while one is owed. */
const answerMs = 60_000;
/** Renewed before servers (and the routers between) give up on who says nothing for half an hour. */
const idleMs = 25 * 60_000;
const mebibyte = 1024 * 1024;

/** Signed in at the checked address of the server; the caller closes it. What goes wrong is thrown as a ReaderProblem. */
export async function openMailbox(reach: MailboxReach): Promise<ImapFlow> {
  const { settings, net, signal } = reach;
  const { host, port, security } = settings;
  const { address, servername, isNearBy = false } = await net.findAddress(host, port);
  if (security === 'none' && !isNearBy) throw new ReaderProblem('not-allowed', { detail: 'security: none' });
  signal.throwIfAborted();
  const client = new ImapFlow({
    host: address,
    port,
    // A name, not an address: what a certificate is made out to.
    ...(servername === address ? {} : { servername }),
    secure: security === 'tls',
    // The program takes "secure" and "must be upgraded" for a contradiction.
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    auth: authOf(reach),
    clientInfo: { name: 'Hecht' },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    maxIdleTime: idleMs,
    connectionTimeout: connectMs,
    greetingTimeout: greetingMs,
    socketTimeout: answerMs,
    maxLineLength: 16 * mebibyte,
    maxLiteralSize: 16 * mebibyte,
    maxResponseSize: 48 * mebibyte,
  });
  const lost = rememberLoss(client);
  const onAbort = (): void => client.close();
  signal.addEventListener('abort', onAbort, { once: true });
  client.once('close', () => signal.removeEventListener('abort', onAbort));
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    signal.throwIfAborted();
    throw spokeOtherwise(client, error) ? new ReaderProblem('garbage', { cause: error }) : makeImapProblem(lost(error));
  }
}

/** Somebody answered, but not as a mail server does. */
function spokeOtherwise(client: ImapFlow, error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'GREETING_TIMEOUT' && client.stats().received > 0;
}

/** A command that fails because the connection went says only that; why it went was told as an event before. */
export function rememberLoss(client: ImapFlow): (error: unknown) => unknown {
  let loss: Error | null = null;
  client.on('error', (error) => {
    loss ??= error;
  });
  return (error) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return loss !== null && (code === 'NoConnection' || code === 'EConnectionClosed') ? loss : error;
  };
}

function authOf({ settings, secret }: MailboxReach): AuthOptions {
  if (secret === null) throw new ReaderProblem('wrong-password');
  const user = settings.userName;
  return secret.type === 'token' ? { user, accessToken: secret.accessToken } : { user, pass: secret.password };
}
