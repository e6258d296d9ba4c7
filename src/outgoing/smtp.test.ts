import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { MailServer } from '#services/outbox/submission.ts';
import { createEgress } from './egress.ts';
import { createNet } from './net.ts';
import { createMailWay } from './smtp.ts';

const took: { from: string; to: string[]; text: string }[] = [];
let answer: (address: string) => Error | null = () => null;
const smtp = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: false,
  onAuth: ({ username, password }, _session, done) =>
    password === 'koffie' ? done(null, { user: username ?? '' }) : done(new Error('535 not you')),
  onRcptTo: ({ address }, _session, done) => done(answer(address)),
  onData: (stream, { envelope }, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const to = envelope.rcptTo.map(({ address }) => address);
      took.push({
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        to,
        text: Buffer.concat(parts).toString(),
      });
      done(answer('data'));
    });
  },
});
/** Stands between and cuts the line when told to. */
const sockets = new Set<Socket>();
let wire: Server;
let isCut: (bytes: Buffer) => boolean = () => false;
let port = 0;

before(async () => {
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const inner = (smtp.server.address() as { port: number }).port;
  wire = createServer((near: Socket) => {
    const far = connect(inner, '127.0.0.1');
    sockets.add(near);
    const end = () => {
      near.destroy();
      far.destroy();
    };
    near.on('data', (bytes) => {
      if (isCut(bytes)) return end();
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (near.writable) near.write(bytes);
    });
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
  });
  wire.listen(0, '127.0.0.1');
  await once(wire, 'listening');
  port = (wire.address() as { port: number }).port;
});
after(() => {
  for (const socket of sockets) socket.destroy();
  wire.close();
  smtp.close(() => undefined);
});

const way = () => {
  const alsoAllowed = [`127.0.0.1:${port}`];
  return createMailWay(createNet({ egress: createEgress({ alsoAllowed }), alsoAllowed }));
};
const server = (password = 'koffie'): MailServer => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  userName: 'sanne',
  secret: { type: 'password', password },
});
const envelope = { from: 'sanne@overkant.example', to: ['ans@cafe.example', 'weg@cafe.example'] };
const raw = Buffer.from('From: sanne@overkant.example\r\nSubject: x\r\n\r\n.een punt\r\nhallo\r\n');
const submit = (more: { password?: string; raw?: Buffer } = {}) =>
  way().submit({
    server: server(more.password),
    envelope,
    raw: more.raw ?? raw,
    signal: AbortSignal.timeout(20_000),
  });
const refuse = (code: number) => Object.assign(new Error('geen plek hier'), { responseCode: code });
const usual = () => {
  answer = () => null;
  isCut = () => false;
};

test('it arrives as it was written, for all it was meant for', async () => {
  usual();
  assert.deepEqual(await submit(), { outcome: 'sent', refused: [] });
  const last = took.at(-1);
  assert.deepEqual(last?.to, envelope.to);
  assert.match(last?.text ?? '', /\r\n\.een punt\r\nhallo/);
});

test('one whom the server does not take is named, with its words; the others get it', async () => {
  usual();
  answer = (address) => (address.startsWith('weg') ? refuse(550) : null);
  const { outcome, ...rest } = await submit();
  assert.equal(outcome, 'sent');
  assert.deepEqual((rest as { refused: unknown }).refused, [
    { address: 'weg@cafe.example', words: '550 geen plek hier' },
  ]);
});

test('a clear no is no, a busy server is tried later, a wrong password needs a person', async () => {
  usual();
  answer = () => refuse(550);
  assert.equal((await submit()).outcome, 'failed');
  answer = () => refuse(451);
  assert.equal((await submit()).outcome, 'later');
  answer = (what) => (what === 'data' ? refuse(554) : null);
  const late = await submit();
  assert.deepEqual([late.outcome, 'words' in late && late.words], ['failed', '554 geen plek hier']);
  usual();
  const wrong = await submit({ password: 'thee' });
  assert.deepEqual([wrong.outcome, 'problem' in wrong && wrong.problem], ['failed', 'wrong-password']);
  assert.deepEqual((await way().greet(server('thee')))?.problem, 'wrong-password');
  assert.equal(await way().greet(server()), null);
});

test('a cut before everything was handed over is tried again; a cut behind it is unknown', async () => {
  usual();
  for (const stage of ['EHLO', 'AUTH', 'MAIL FROM', 'RCPT TO', 'DATA']) {
    isCut = (bytes) =>
      bytes
        .toString()
        .split('\r\n')
        .some((line) => line.startsWith(stage));
    assert.equal((await submit()).outcome, 'later', stage);
  }
  // Some of a large one has gone, not its end.
  const large = Buffer.concat([raw, Buffer.alloc(8_000_000, 'koffie\r\n')]);
  let seen = 0;
  isCut = (bytes) => {
    seen += bytes.length;
    return seen > 200_000;
  };
  assert.equal((await submit({ raw: large })).outcome, 'later');
  isCut = (bytes) => bytes.toString().endsWith('\r\n.\r\n');
  assert.equal((await submit()).outcome, 'unknown');
  // The server took it, and its answer never came.
  isCut = () => false;
  const count = took.length;
  answer = (what) => {
    if (what !== 'data') return null;
    isCut = () => true;
    for (const socket of [...sockets]) socket.destroy();
    return null;
  };
  assert.equal((await submit()).outcome, 'unknown');
  assert.equal(took.length, count + 1);
});

test('nothing is said in the open to a server out in the world', async () => {
  const net = {
    fetch: globalThis.fetch,
    findAddress: async () => ({ address: '8.8.8.8', servername: 'mail.example' }),
  };
  const answer = await createMailWay(net).greet(server());
  assert.equal(answer?.problem, 'certificate');
});

test('nobody there, and an address the house does not go to', async () => {
  usual();
  const elsewhere = { ...server(), port: port === 2525 ? 2526 : 2525 };
  const refused = await way().submit({ server: elsewhere, envelope, raw, signal: AbortSignal.timeout(5_000) });
  assert.deepEqual([refused.outcome, 'problem' in refused && refused.problem], ['failed', 'refused-address']);
});
