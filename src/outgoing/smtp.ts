/** Mail of colleagues to the server of their mailbox: the letter as bytes, and one try to hand it over, with the truth about how that went. */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Net, ReaderProblem } from '#services/connections/reader.ts';
import type { MailLine, MailServer, MailWay, Submission, WholeLetter } from '#services/outbox/submission.ts';
import { isPublicAddress } from './public-address.ts';
import { readSmtpTrouble, type SmtpTrouble, wordsOf } from './smtp-trouble.ts';

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };
const pieceBytes = 16 * 1024;
const isAddress = /^[\d.]+$|:/;

export function createMailWay(net: Net): MailWay {
  return {
    compose: composeLetter,
    async greet(server) {
      try {
        const line = await openLine(net, server, AbortSignal.timeout(30_000));
        line.quit();
        return null;
      } catch (error) {
        const { problem, words } = readSmtpTrouble(error);
        return { problem, words };
      }
    },
    async submit({ server, envelope, raw, signal }) {
      let line: SMTPConnection | null = null;
      // Once the server was given the last byte it may have taken the mail, whatever happens next.
      const handing = { isOver: false };
      try {
        line = await openLine(net, server, signal);
        const info = await send(line, { envelope, raw, handing, signal });
        const refused = (info.rejectedErrors ?? []).map((trouble) => ({
          address: String((trouble as { recipient?: string }).recipient ?? ''),
          words: wordsOf(trouble) ?? '',
        }));
        line.quit();
        return { outcome: 'sent', refused };
      } catch (error) {
        line?.close();
        return outcomeOf(error, handing.isOver);
      }
    },
  };
}

/** Nothing of this mends itself. */
const hopeless: ReadonlySet<string> = new Set(['wrong-password', 'certificate', 'refused-address', 'too-large']);

function outcomeOf(error: unknown, isHandedOver: boolean): Submission {
  const { problem, words, code, refused }: SmtpTrouble = readSmtpTrouble(error);
  // A clear answer is an answer, also to the last byte.
  if (code !== null && code >= 500) return { outcome: 'failed', problem, words, refused };
  if (code !== null && code >= 400) return { outcome: 'later', problem, words };
  if (isHandedOver) return { outcome: 'unknown', words };
  const isHopeless = hopeless.has(problem);
  return isHopeless ? { outcome: 'failed', problem, words, refused } : { outcome: 'later', problem, words };
}

/** Connected to the address that was checked, and signed in. */
async function openLine(net: Net, server: MailServer, signal: AbortSignal): Promise<SMTPConnection> {
  const { address, servername } = await net.findAddress(server.host, server.port);
  // In the open only to a server near by: a password is not shown to the world.
  if (server.security === 'none' && isPublicAddress(address)) throw new ReaderProblem('certificate');
  const line = new SMTPConnection({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    // A name, not an address: what a certificate is made out to.
    tls: { ...(isAddress.test(servername) ? {} : { servername }), minVersion: 'TLSv1.2' },
    ...limits,
  });
  await within(line, signal, (done) => line.connect(done));
  const { secret, userName } = server;
  if (secret === null) return line;
  const auth =
    secret.type === 'password'
      ? { credentials: { user: userName, pass: secret.password } }
      : { oauth2: { user: userName, accessToken: secret.accessToken } };
  await within<boolean | undefined>(line, signal, (done) =>
    line.login(auth as Parameters<SMTPConnection['login']>[0], done),
  );
  return line;
}

interface Sending {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: Buffer;
  readonly handing: { isOver: boolean };
  readonly signal: AbortSignal;
}

function send(line: SMTPConnection, { envelope, raw, handing, signal }: Sending) {
  // Read only after the server said that it is ready for it.
  const bytes = Readable.from(
    (function* () {
      for (let at = 0; at < raw.length; at += pieceBytes) yield raw.subarray(at, at + pieceBytes);
      handing.isOver = true;
    })(),
    { objectMode: false },
  );
  const { from, to } = envelope;
  return within<SMTPConnection.SentMessageInfo>(line, signal, (done) =>
    line.send({ from, to: [...to], size: raw.length }, bytes, (error, info) => done(error, info)),
  );
}

/** One step; trouble of the line itself, or being stopped, ends it as well. */
function within<T = void>(
  line: SMTPConnection,
  signal: AbortSignal,
  step: (done: (error?: Error | null, result?: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => line.close();
    const fail = (error: Error) => settle(() => reject(error));
    const settle = (end: () => void) => {
      line.removeListener('error', fail);
      line.removeListener('end', ended);
      signal.removeEventListener('abort', stop);
      // Trouble that comes later has nobody left to tell.
      line.on('error', () => undefined);
      end();
    };
    const ended = () => fail(Object.assign(new Error('the line went dead'), { code: 'ECONNECTION' }));
    line.once('error', fail);
    line.once('end', ended);
    signal.addEventListener('abort', stop, { once: true });
    step((error, result) => settle(() => (error ? reject(error) : resolve(result as T))));
    if (signal.aborted) stop();
  });
}

export async function composeLetter(letter: WholeLetter): Promise<Buffer> {
  const composer = new MailComposer({
    from: lineOf(letter.from),
    to: letter.to.map(lineOf),
    cc: letter.cc.map(lineOf),
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.messageId}>`,
    date: letter.at,
    ...(letter.answers[0] === undefined ? {} : { inReplyTo: `<${letter.answers[0]}>` }),
    // Written oldest first.
    references: letter.answers.map((key) => `<${key}>`).reverse(),
    attachments: letter.files.map(({ name, mediaType, path }) => ({ filename: name, contentType: mediaType, path })),
    // A letter never makes the program fetch an address; the files it reads are those named here.
    disableUrlAccess: true,
    newline: 'windows',
  });
  return composer.compile().build();
}

function lineOf({ address, name }: MailLine) {
  return { address, name: name ?? '' };
}
