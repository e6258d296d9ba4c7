/** What every reader owes the connection service, kept by the one for mailboxes. */

import { asReader, type Reach } from '#services/connections/reader.ts';
import { type CuttingProxy, startCuttingProxy } from '#test/imap/cutting-proxy.ts';
import { findDovecot, startDovecot } from '#test/imap/dovecot.ts';
import { startHoodiecrow } from '#test/imap/hoodiecrow.ts';
import { deliver, type ImapServer, keyOf, reachOf, writeLetter } from '#test/imap/imap-server.ts';
import { type ReaderStage, testReader } from '../reader-compliance.ts';
import { imapReader } from './imap.ts';

testReader('imap', async (): Promise<ReaderStage> => {
  const server: ImapServer = findDovecot() === null ? await startHoodiecrow() : await startDovecot();
  const proxy: CuttingProxy = await startCuttingProxy(server.port);
  const ids = ['late', 'a', 'b', 'c'];
  const day = (at: number) => new Date(Date.UTC(2026, 8, 1 + at));
  // The last to come is the oldest.
  await deliver(
    server,
    ids.map((id, at) => writeLetter({ id, date: day(at === 0 ? 0 : 10 - at), text: 'woord '.repeat(500) })),
  );
  let password = server.password;
  return {
    reader: asReader(imapReader),
    reach: (signal) =>
      reachOf(server, { port: proxy.port, signal, secret: { type: 'password', password } }) as unknown as Reach,
    places: [{ place: 'INBOX', role: 'inbox', cursor: null }],
    keys: ids.map(keyOf),
    async add() {
      await deliver(server, [writeLetter({ id: 'added' })]);
      ids.push('added');
      return [keyOf('added')];
    },
    async fault(kind) {
      proxy.cutAfter(kind === 'cut' ? 3_000 : null);
      proxy.answerWith(faults[kind ?? ''] ?? null);
      password = kind === 'revoked' ? 'ingetrokken' : server.password;
    },
    faults: {
      cut: ['cut-off'],
      throttled: ['throttled'],
      revoked: ['wrong-password', 'revoked'],
      garbage: ['garbage'],
    },
    async close() {
      await proxy.stop();
      await server.stop();
    },
  };
});

const faults: Readonly<Record<string, string>> = {
  throttled: '* BYE [UNAVAILABLE] Too many connections, try again later\r\n',
  garbage: '<html><body>Welkom op de wifi</body></html>\r\n',
};
