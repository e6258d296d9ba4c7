/** A mailbox from a real server into a real database, and what is left of it after cuts, moves, deletions and forgery. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { getConnection } from '#services/connections/get-connection.ts';
import type { House } from '#test/house.ts';
import { findDovecot, startDovecot } from '#test/imap/dovecot.ts';
import { startHoodiecrow } from '#test/imap/hoodiecrow.ts';
import { deliver, type ImapServer, keyOf, withMailbox, writeLetter } from '#test/imap/imap-server.ts';
import { type Stage, setStage } from '#test/imap/mailbox-stage.ts';
import { imapReader } from './imap.ts';

interface Counts {
  readonly mails: number;
  readonly raws: number;
  readonly moments: number;
  readonly here: number;
  readonly gone: number;
}

async function count({ db }: House): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select count(*)::int from mails) as mails, (select count(*)::int from mail_raws) as raws,
      (select count(*)::int from interactions where channel = 'mail') as moments,
      (select count(*)::int from mail_copies where gone_at is null) as here,
      (select count(*)::int from mail_copies where gone_at is not null) as gone`.execute(db);
  return rows[0] as Counts;
}

async function threadsOf({ db }: House, connectionId: string): Promise<string[][]> {
  const { rows } = await sql<{ keys: string[] }>`
    select array_agg(split_part(m.message_key, '@', 1) order by m.sent_at, m.message_key) as keys
    from mails m join mail_threads t on t.id = m.thread_id where m.connection_id = ${connectionId}::uuid
    group by t.id having count(*) = max(t.message_count) order by min(m.sent_at), 1`.execute(db);
  return rows.map(({ keys }) => keys);
}

const day = (at: number): Date => new Date(Date.UTC(2026, 9, at, 9));
const sanne = 'Sanne <testuser@overkant.nl>';

function testMailbox(start: () => Promise<ImapServer>): void {
  let server: ImapServer;
  let stage: Stage;
  let mailbox = '';
  before(async () => {
    server = await start();
    stage = await setStage(server, imapReader);
  });
  after(async () => {
    await stage?.stop();
    await server?.stop();
  });

  test('a first history: every mail with its raw text, its conversation and its place in the log', async () => {
    const letters = [
      writeLetter({ id: 'a1', date: day(1), to: sanne, cc: 'Bas <bas@cafe-ans.nl>' }),
      writeLetter({ id: 'a3', date: day(3), to: sanne, answers: ['a2', 'a1'] }),
      writeLetter({ id: 'b1', date: day(2), from: 'Yara <yara@zeven.nl>', to: sanne }),
    ];
    await deliver(server, letters);
    const answer = writeLetter({ id: 'a2', date: day(2), from: sanne, to: 'ans@cafe-ans.nl', answers: ['a1'] });
    await deliver(server, [answer], { folder: 'Verzonden' });
    mailbox = await stage.connect(stage.house.sanne);
    await stage.run(mailbox);
    assert.equal((await getConnection(stage.house.sanne, { connectionId: mailbox })).problem, null);
    assert.deepEqual(await count(stage.house), { mails: 4, raws: 4, moments: 4, here: 4, gone: 0 });
    assert.deepEqual(await threadsOf(stage.house, mailbox), [['a1', 'a2', 'a3'], ['b1']]);
    const { rows } = await sql<{ key: string; raw: Buffer; answered: Date | null; owner: string | null }>`
      select m.message_key as key, r.raw, i.answered_at as answered, i.owner_user_id as owner
      from mails m join mail_raws r on r.mail_id = m.id join interactions i on i.id = m.interaction_id
      where message_key = ${keyOf('a2')}`.execute(stage.house.db);
    assert.equal(gunzipSync(rows[0]?.raw ?? '').toString(), answer);
    assert.deepEqual(rows[0]?.answered, day(1));
    assert.ok(rows[0]?.owner, 'private to its owner');
  });

  test('a forged answer joins nothing; who was in the conversation does', async () => {
    const forged = writeLetter({
      id: 'forged',
      date: day(4),
      from: 'boef@elders.example',
      to: sanne,
      answers: ['a3', 'a2', 'a1'],
    });
    const bas = writeLetter({ id: 'a4', date: day(5), from: 'Bas <bas@cafe-ans.nl>', to: sanne, answers: ['a1'] });
    await deliver(server, [forged, bas]);
    await stage.run(mailbox);
    assert.deepEqual(await threadsOf(stage.house, mailbox), [['a1', 'a2', 'a3', 'a4'], ['b1'], ['forged']]);
    const { rows } = await sql<{ key: string; answered: Date | null }>`
      select source_key as key, answered_at as answered from interactions
      where source_key in (${keyOf('forged')}, ${keyOf('a4')}) order by source_key`.execute(stage.house.db);
    assert.deepEqual(rows, [
      { key: keyOf('a4'), answered: day(1) },
      { key: keyOf('forged'), answered: null },
    ]);
  });

  test('another’s mail under a number that is taken is kept beside it, and changes nothing', async () => {
    await deliver(server, [
      writeLetter({ id: 'b1', date: day(6), from: 'boef@elders.example', to: sanne, text: 'Betaal hier.' }),
    ]);
    await stage.run(mailbox);
    const { rows } = await sql<{ from: string; snippet: string }>`
      select from_address as from, snippet from mails where message_key like 'b1@%' order by sent_at`.execute(
      stage.house.db,
    );
    assert.deepEqual(rows, [
      { from: 'yara@zeven.nl', snippet: 'Dag, dit is b1.' },
      { from: 'boef@elders.example', snippet: 'Betaal hier.' },
    ]);
  });

  test('two halves of a conversation become one when what is between them comes in', async () => {
    await deliver(server, [
      writeLetter({ id: 'c1', date: day(7), to: sanne }),
      writeLetter({ id: 'c3', date: day(9), to: sanne, answers: ['c2'] }),
    ]);
    await stage.run(mailbox);
    assert.equal((await threadsOf(stage.house, mailbox)).filter(([key]) => key?.startsWith('c')).length, 2);
    await deliver(
      server,
      [writeLetter({ id: 'c2', date: day(8), from: sanne, to: 'ans@cafe-ans.nl', answers: ['c1'] })],
      {
        folder: 'Verzonden',
      },
    );
    await stage.run(mailbox);
    assert.deepEqual(
      (await threadsOf(stage.house, mailbox)).filter(([key]) => key?.startsWith('c')),
      [['c1', 'c2', 'c3']],
    );
  });

  test('moved, it is the same mail in another place; deleted there, it stays here', async () => {
    const before = await count(stage.house);
    await withMailbox(server, async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageMove('1', 'Archief');
      await client.messageDelete('1');
    });
    await stage.run(mailbox);
    assert.deepEqual(await count(stage.house), { ...before, here: before.here - 1, gone: before.gone + 2 });
    await stage.run(mailbox);
    assert.deepEqual(await count(stage.house), { ...before, here: before.here - 1, gone: before.gone + 2 });
  });

  test('all numbers of a folder mean something else: it is read again, nothing is doubled or lost', async () => {
    const before = await count(stage.house);
    await withMailbox(server, async (client) => {
      await client.mailboxOpen('Archief');
      const all = await client.fetchAll('1:*', { source: true });
      await client.mailboxClose();
      await client.mailboxDelete('Archief');
      await client.mailboxCreate('Archief');
      for (const { source } of all) await client.append('Archief', source ?? Buffer.alloc(0));
    });
    await stage.run(mailbox);
    assert.deepEqual(await count(stage.house), { ...before, gone: before.gone + 1 });
  });
}

const hasDovecot = findDovecot() !== null;
describe('hoodiecrow', () => testMailbox(startHoodiecrow));
describe('dovecot', { skip: hasDovecot ? false : 'dovecot cannot be had here: NOT TESTED ON IT' }, () =>
  testMailbox(startDovecot),
);

describe('cut, shared and doubled', {
  skip: hasDovecot ? false : 'dovecot cannot be had here: NOT TESTED ON IT',
}, () => {
  let server: ImapServer;
  let stage: Stage;
  before(async () => {
    server = await startDovecot();
    stage = await setStage(server, imapReader);
  });
  after(async () => {
    await stage?.stop();
    await server?.stop();
  });

  test('cut off at each of 24 places, nothing is lost and nothing doubled', async () => {
    const { house, proxy } = stage;
    let stored = 0;
    const bring = async (name: string) => {
      const ids = ['x', 'y', 'z'].map((id) => `${name}-${id}`);
      await deliver(
        server,
        ids.map((id) => writeLetter({ id, to: sanne, text: 'woord '.repeat(300) })),
      );
      stored += ids.length;
    };
    const mailbox = await stage.connect(house.sanne);
    await stage.run(mailbox);
    await bring('whole');
    const start = proxy.bytes;
    await stage.run(mailbox);
    const total = proxy.bytes - start;
    for (let step = 0; step < 24; step += 1) {
      await bring(`cut-${step}`);
      proxy.cutAfter(Math.floor((total * step) / 24) + 1);
      await stage.run(mailbox);
      const cut = await getConnection(house.sanne, { connectionId: mailbox });
      assert.ok(['cut-off', 'garbage'].includes(cut.problem ?? ''), `at ${step}/24: ${cut.problem}`);
      proxy.cutAfter(null);
      await stage.run(mailbox);
      assert.equal((await getConnection(house.sanne, { connectionId: mailbox })).problem, null);
      assert.deepEqual(
        await count(house),
        { mails: stored, raws: stored, moments: stored, here: stored, gone: 0 },
        `${step}/24`,
      );
    }
  });

  test('the same mail in two people’s mailboxes and in the firm’s is read in each, and counts once', async () => {
    const { house } = stage;
    const both = writeLetter({
      id: 'both',
      date: day(20),
      from: 'Tess <tess@kade.nl>',
      to: `${sanne}, Bram <bram@overkant.nl>`,
    });
    for (const user of ['testuser', 'bram', 'info']) await deliver(server, [both], { user });
    const [first] = (await sql<{ id: string }>`select id from connections`.execute(house.db)).rows;
    await stage.run(first?.id ?? '');
    await stage.run(await stage.connect(house.bram, 'bram'));
    await stage.run(await stage.connect(house.sanne, 'info', true));
    const { rows } = await sql<{ mails: number; moments: number; originals: number; events: number }>`
      select (select count(*)::int from mails where message_key = ${keyOf('both')}) as mails, count(*)::int as moments,
        count(*) filter (where twin_of is null)::int as originals,
        (select count(distinct interaction_id)::int from tie_events e join interactions x on x.id = e.interaction_id
          where x.source_key = ${keyOf('both')}) as events
      from interactions where source_key = ${keyOf('both')}`.execute(house.db);
    assert.deepEqual(rows, [{ mails: 3, moments: 3, originals: 1, events: 1 }]);
  });
});
