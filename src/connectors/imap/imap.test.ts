/** The reader on real servers: Dovecot where it can be had, and hoodiecrow, which also signs in with a token. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { type PlaceCursor, type ReaderBatch, ReaderProblem } from '#services/connections/reader.ts';
import type { MailItem } from '#services/mail/mail-item.ts';
import { type CuttingProxy, startCuttingProxy } from '#test/imap/cutting-proxy.ts';
import { type Dovecot, findDovecot, findFreePort, startDovecot } from '#test/imap/dovecot.ts';
import { type Hoodiecrow, startHoodiecrow } from '#test/imap/hoodiecrow.ts';
import {
  deliver,
  type ImapServer,
  keyOf,
  type ReachOptions,
  reachOf,
  withMailbox,
  writeLetter,
} from '#test/imap/imap-server.ts';
import { imapReader } from './imap.ts';

const inbox: PlaceCursor = { place: 'INBOX', role: 'inbox', cursor: null };
const mailsOf = (batches: readonly ReaderBatch[]): MailItem[] =>
  batches.flatMap(({ items }) => items.flatMap((item) => (item.type === 'mail' ? [item] : [])));
const idsOf = (batches: readonly ReaderBatch[]): string[] =>
  mailsOf(batches).map(({ record }) => record.sourceKey.replace('@cafe-ans.nl', ''));

async function read(
  server: ImapServer,
  places: readonly PlaceCursor[],
  options: ReachOptions = {},
): Promise<ReaderBatch[]> {
  const batches: ReaderBatch[] = [];
  for await (const batch of imapReader.read(reachOf(server, options), places)) batches.push(batch);
  return batches;
}

function moveOn(place: PlaceCursor, batches: readonly ReaderBatch[]): PlaceCursor {
  const last = batches.findLast((batch) => batch.place === place.place);
  return last ? { ...place, cursor: JSON.parse(JSON.stringify(last.cursor)) as PlaceCursor['cursor'] } : place;
}

async function problemOf(work: Promise<unknown>): Promise<ReaderProblem> {
  const error = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  assert.ok(error instanceof ReaderProblem, `told as ${String(error)}`);
  return error;
}

function testServer(start: () => Promise<ImapServer>): void {
  let server: ImapServer;
  before(async () => {
    server = await start();
  });
  after(() => server?.stop());

  test('names the folders, and which of them are read unless one says otherwise', async () => {
    const { name, places, own } = await imapReader.look(reachOf(server));
    assert.equal(name, 'sanne@overkant.nl');
    assert.deepEqual(
      own.map(({ value }) => value),
      ['sanne@overkant.nl'],
    );
    const table = Object.fromEntries(places.map(({ place, role, isWanted }) => [place, [role, isWanted]]));
    assert.deepEqual(table, {
      INBOX: ['inbox', true],
      Verzonden: ['sent', true],
      Archief: ['archive', true],
      Klanten: [null, true],
      Concepten: ['drafts', false],
      Ongewenst: ['junk', false],
      Prullenbak: ['trash', false],
    });
  });

  let caughtUp = inbox;
  test('brings every mail whole, oldest first, and goes on where it was', async () => {
    assert.deepEqual(idsOf(await read(server, [inbox])), []);
    await deliver(
      server,
      ['a', 'b', 'c'].map((id) => writeLetter({ id })),
      { flags: ['\\Seen'] },
    );
    const first = await read(server, [inbox]);
    assert.deepEqual(idsOf(first), ['a', 'b', 'c']);
    const [mail] = mailsOf(first);
    assert.equal(Buffer.from(mail?.raw ?? []).toString(), writeLetter({ id: 'a' }));
    assert.deepEqual([mail?.isWhole, mail?.isSeen, mail?.isSent], [true, true, false]);
    assert.deepEqual(mail?.facts.from, { address: 'ans@cafe-ans.nl', name: 'Ans' });
    assert.deepEqual(first.at(-1)?.progress, { done: 3, total: 3 });
    caughtUp = moveOn(inbox, first);
    assert.deepEqual(await read(server, [caughtUp]), []);
    await deliver(server, [writeLetter({ id: 'd' })]);
    const second = await read(server, [caughtUp]);
    assert.deepEqual([idsOf(second), second.at(-1)?.progress], [['d'], { done: 4, total: 4 }]);
    caughtUp = moveOn(caughtUp, second);
  });

  test('leaves flags as they are', async () => {
    await read(server, [inbox]);
    const flags = await withMailbox(server, async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      const all = await client.fetchAll('1:*', { flags: true });
      return all.map((message) => [...(message.flags ?? [])].filter((flag) => flag !== '\\Recent'));
    });
    assert.deepEqual(flags, [['\\Seen'], ['\\Seen'], ['\\Seen'], []]);
  });

  test('what was sent is known by its folder and by its sender; what is being written is left out', async () => {
    const sent = writeLetter({ id: 'sent', from: 'Sanne <sanne.elders@overkant.nl>', to: 'ans@cafe-ans.nl' });
    const own = writeLetter({ id: 'own', from: 'Sanne <sanne@overkant.nl>', to: 'ans@cafe-ans.nl' });
    await deliver(server, [sent], { folder: 'Verzonden' });
    await deliver(server, [own], { folder: 'Archief' });
    await deliver(server, [writeLetter({ id: 'draft' })], { folder: 'Archief', flags: ['\\Draft'] });
    const batches = await read(server, [
      { place: 'Verzonden', role: 'sent', cursor: null },
      { place: 'Archief', role: 'archive', cursor: null },
    ]);
    assert.deepEqual(
      mailsOf(batches).map(({ record, isSent }) => [record.sourceKey, isSent]),
      [
        [keyOf('sent'), true],
        [keyOf('own'), true],
      ],
    );
  });

  test('from a chosen day on, and without those one wants no mail of', async () => {
    const place: PlaceCursor = { place: 'Klanten', role: null, cursor: null };
    await deliver(server, [writeLetter({ id: 'old' })], {
      folder: 'Klanten',
      receivedAt: new Date('2025-02-01T12:00:00Z'),
    });
    const letters = [
      writeLetter({ id: 'new' }),
      writeLetter({ id: 'thuis', from: 'mama@thuis.nl' }),
      writeLetter({ id: 'bank', from: 'Bank <geen-antwoord@mail.bank.nl>' }),
    ];
    await deliver(server, letters, { folder: 'Klanten', receivedAt: new Date('2026-03-01T12:00:00Z') });
    const settings = { since: '2026-01-01', ignored: ['mama@thuis.nl', '@bank.nl'] };
    const batches = await read(server, [place], { settings });
    assert.deepEqual(idsOf(batches), ['new']);
    assert.deepEqual(await read(server, [moveOn(place, batches)], { settings }), []);
  });

  test('of a huge mail only the beginning', async () => {
    const huge = writeLetter({ id: 'huge', text: 'x'.repeat(76).concat('\r\n').repeat(130_000) });
    await deliver(server, [huge]);
    const batches = await read(server, [caughtUp]);
    const [mail] = mailsOf(batches);
    assert.deepEqual(
      [mail?.record.sourceKey, mail?.isWhole, mail?.raw.byteLength],
      [keyOf('huge'), false, 8 * 1024 * 1024],
    );
    assert.ok((mail?.sizeBytes ?? 0) > 10_000_000);
    caughtUp = moveOn(caughtUp, batches);
  });

  test('says what a folder still holds when something went from it', async () => {
    await withMailbox(server, async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageDelete('1,4:5');
    });
    const batches = await read(server, [caughtUp]);
    const [presence] = batches.flatMap(({ items }) => items);
    assert.ok(presence?.type === 'mail-presence');
    assert.deepEqual(presence.ranges, [[2, 3]]);
    caughtUp = moveOn(caughtUp, batches);
    assert.deepEqual(await read(server, [caughtUp]), []);
  });

  test('a folder that is gone is the trouble of that folder', async () => {
    const problem = await problemOf(read(server, [{ place: 'Weg', role: null, cursor: null }]));
    // Hoodiecrow does not say why.
    const name = server.name === 'dovecot' ? 'place-gone' : 'server-trouble';
    assert.deepEqual([problem.problem, problem.place], [name, 'Weg']);
  });

  test('a wrong password is called that, and is told nowhere', async () => {
    const secret = { type: 'password', password: 'fout-wachtwoord' } as const;
    const problem = await problemOf(imapReader.look(reachOf(server, { secret })));
    assert.equal(problem.problem, 'wrong-password');
    assert.ok(!JSON.stringify([problem, problem.message, problem.detail]).includes('fout-wachtwoord'));
  });

  test('hears of new mail while it waits, and of what came before it began to', { timeout: 20_000 }, async () => {
    const waiting = imapReader.watch?.(reachOf(server), [caughtUp]);
    const early = await Promise.race([
      waiting?.then(() => 'ended'),
      new Promise((resolve) => setTimeout(resolve, 400, 'waits')),
    ]);
    assert.equal(early, 'waits');
    await deliver(server, [writeLetter({ id: 'now' })]);
    await waiting;
    // Nobody read it meanwhile: who waits again is told at once.
    await imapReader.watch?.(reachOf(server), [caughtUp]);
    const batches = await read(server, [caughtUp]);
    assert.deepEqual(idsOf(batches), ['now']);
    caughtUp = moveOn(caughtUp, batches);
    const stop = new AbortController();
    const stopped = imapReader.watch?.(reachOf(server, { signal: stop.signal }), [caughtUp]);
    setTimeout(() => stop.abort(), 200);
    await stopped;
  });
}

describe('hoodiecrow', () => {
  let server: Hoodiecrow;
  testServer(async () => {
    server = await startHoodiecrow();
    return server;
  });

  test('signs in with a token where there is no password', async () => {
    const secret = { type: 'token', accessToken: 'vers' } as const;
    assert.ok((await imapReader.look(reachOf(server, { secret }))).places.length > 5);
    const old = { type: 'token', accessToken: 'verlopen' } as const;
    assert.equal((await problemOf(imapReader.look(reachOf(server, { secret: old })))).problem, 'wrong-password');
  });

  test('reads a folder again whose numbers mean something else', async () => {
    const before = await read(server, [inbox]);
    server.renumber('INBOX');
    const again = await read(server, [moveOn(inbox, before)]);
    assert.deepEqual(idsOf(again), idsOf(before));
    assert.ok(again.some(({ items }) => items.some(({ type }) => type === 'mail-presence')));
  });
});

const hasDovecot = findDovecot() !== null;
describe('dovecot', { skip: hasDovecot ? false : 'dovecot cannot be had here: NOT TESTED ON IT' }, () => {
  let server: Dovecot;
  let proxy: CuttingProxy;
  testServer(async () => {
    server = await startDovecot();
    proxy = await startCuttingProxy(server.port);
    return server;
  });
  after(() => proxy?.stop());

  test('puts what was sent among the sent mail, as read', async () => {
    const raw = Buffer.from(writeLetter({ id: 'put', from: 'sanne@overkant.nl', to: 'ans@cafe-ans.nl' }));
    await imapReader.put?.(reachOf(server), { place: 'Verzonden', raw });
    const batches = await read(server, [{ place: 'Verzonden', role: 'sent', cursor: null }]);
    const mail = mailsOf(batches).at(-1);
    assert.deepEqual([mail?.record.sourceKey, mail?.isSeen], [keyOf('put'), true]);
  });

  test('takes no certificate that nobody vouches for, and takes one that somebody does', async () => {
    const tls = { port: server.tlsPort, settings: { security: 'tls' } } as const;
    const starttls = { settings: { security: 'starttls' } } as const;
    assert.equal((await problemOf(imapReader.look(reachOf(server, tls)))).problem, 'certificate');
    assert.equal((await problemOf(imapReader.look(reachOf(server, starttls)))).problem, 'certificate');
    const usual = getCACertificates('default');
    try {
      setDefaultCACertificates([...usual, server.certificate]);
      assert.ok((await imapReader.look(reachOf(server, tls))).places.length > 0);
      assert.ok((await imapReader.look(reachOf(server, starttls))).places.length > 0);
    } finally {
      setDefaultCACertificates(usual);
    }
  });

  test('names what else can be wrong', async () => {
    const nameOf = async (options: ReachOptions) =>
      (await problemOf(imapReader.look(reachOf(server, options)))).problem;
    assert.equal(await nameOf({ port: await findFreePort() }), 'unreachable');
    assert.equal(await nameOf({ settings: { host: 'bestaat-niet.invalid' } }), 'unknown-host');
    const near = { ...reachOf(server), net: reachOf(server, { port: 1 }).net };
    assert.equal((await problemOf(imapReader.look(near))).problem, 'refused-address');
    const said = async (text: string) => {
      proxy.answerWith(text);
      return nameOf({ port: proxy.port });
    };
    try {
      assert.equal(await said('* BYE [UNAVAILABLE] Too many connections\r\n'), 'throttled');
      assert.equal(await said(''), 'cut-off');
    } finally {
      proxy.answerWith(null);
    }
  });
});
