/** What colleagues see of one's mail, at each level and everywhere it could show. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse, testNow } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createConnection } from '../connections/create-connection.ts';
import { asReader, type Reader } from '../connections/reader.ts';
import { runConnection } from '../connections/run-connection.ts';
import type { Context } from '../context.ts';
import { getInteraction, shareMail } from '../interactions/change-interaction.ts';
import { getMailThread, listMailThreads } from '../mailroom/threads.ts';
import { listParties } from '../parties/list-parties.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import type { MailItem } from './mail-item.ts';
import { reshareMails } from './reshare.ts';
import { getMailboxSharing, shareMailbox, shareThread } from './sharing.ts';

interface Sent {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly answers?: readonly string[];
}

const mailOf = ({ key, from, to, subject, answers = [] }: Sent, at: number): MailItem => ({
  type: 'mail',
  copy: { uidValidity: 1, uid: at + 1 },
  record: {
    sourceKey: key,
    atMs: testNow.getTime() - (20 - at) * 86_400_000,
    ...{ channel: 'mail', kind: 'message', subject, snippet: `Tekst van ${subject}`, answers, mailClass: 'person' },
    from: { kind: 'mail', value: from, displayName: null },
    to: [{ kind: 'mail', value: to, displayName: null }],
    ...{ asked: null, valence: null, order: null, benefits: [{ giver: 'from', kind: 'help', weight: null }] },
  },
  facts: { from: { address: from, name: null }, to: [{ address: to, name: null }], cc: [], hasAttachments: false },
  raw: Buffer.from(`Subject: ${subject}\r\n\r\n${subject}`),
  ...{ isWhole: true, sizeBytes: 20, isSeen: false, isSent: false },
});

const boxes: Record<string, Sent[]> = {
  'sanne@overkant.nl': [
    { key: 'a1@x', from: 'ans@cafe-ans.nl', to: 'sanne@overkant.nl', subject: 'Bonen' },
    { key: 'a2@x', from: 'ans@cafe-ans.nl', to: 'sanne@overkant.nl', subject: 'Re: Bonen', answers: ['a1@x'] },
    { key: 'b1@x', from: 'yara@zeven.nl', to: 'sanne@overkant.nl', subject: 'Blikken' },
  ],
  'bram@overkant.nl': [{ key: 'b1@x', from: 'yara@zeven.nl', to: 'sanne@overkant.nl', subject: 'Blikken' }],
};

const reader: Reader<'imap'> = {
  kind: 'imap',
  isPrivate: true,
  everySeconds: 300,
  look: async ({ settings: { address } }) => ({
    name: address,
    own: [{ kind: 'mail', value: address, displayName: null }],
    places: [{ place: 'INBOX', name: 'INBOX', role: 'inbox', isWanted: true }],
  }),
  async *read({ settings: { address } }, [place]) {
    const done = Number(place?.cursor?.['done'] ?? 0);
    const all = (boxes[address] ?? []).map(mailOf);
    if (place && done < all.length) {
      yield {
        place: place.place,
        cursor: { done: all.length },
        items: all.slice(done),
        progress: { done: all.length, total: null },
      };
    }
  },
};

let house: House;
const ids: Record<string, string> = {};

async function connect(by: Context, address: string): Promise<string> {
  const { id } = await createConnection(by, {
    settings: {
      ...{ kind: 'imap', address, userName: address, host: 'imap.example', port: 993, security: 'tls' },
      ...{ signIn: 'password', since: null, ignored: [] },
    },
    secret: { password: 'x' },
    isShared: false,
  });
  await runConnection(house.system, { connectionId: id }, new AbortController().signal);
  return id;
}

const partyOf = async (address: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select party_id as id from identities where kind = 'mail' and value = ${address}`.execute(house.db);
  return rows[0]?.id ?? '';
};

/** What this reader's timeline says of the mails with Ans, the newest first. */
async function seenBy(ctx: Context, address = 'ans@cafe-ans.nl') {
  const { items } = await listPartyTimeline(ctx, { partyId: await partyOf(address), kinds: ['mail'] });
  return items.flatMap((item) => (item.noun === 'interaction' ? [[item.subject, item.snippet]] : []));
}

const eventsOf = async (key: string): Promise<number | undefined> => {
  const { rows } = await sql<{ n: number }>`
    select count(distinct e.interaction_id)::int as n from tie_events e join interactions i on i.id = e.interaction_id
    where i.source_key = ${key}`.execute(house.db);
  return rows[0]?.n;
};

const benefits = async (): Promise<number | undefined> =>
  (await sql<{ n: number }>`select count(*)::int as n from benefits`.execute(house.db)).rows[0]?.n;

before(async () => {
  house = await testHouse({ readers: [asReader(reader)] });
  ids['sanne'] = await connect(house.sanne, 'sanne@overkant.nl');
  const { items } = await listMailThreads(house.sanne, {});
  for (const { id, subject } of items) ids[subject ?? ''] = id;
});
after(() => house.drop());

const mine = [
  ['Re: Bonen', 'Tekst van Re: Bonen'],
  ['Bonen', 'Tekst van Bonen'],
];

test('without a word colleagues see that and when', async () => {
  assert.deepEqual(await seenBy(house.sanne), mine);
  assert.deepEqual(await seenBy(house.bram), [
    [null, null],
    [null, null],
  ]);
  assert.equal(await benefits(), 0);
  const thread = { threadId: ids['Bonen'] ?? '' };
  const { thread: seen, mails } = await getMailThread(house.bram, thread);
  assert.deepEqual([seen.level, seen.subject, seen.latest], ['when', null, null]);
  assert.deepEqual(
    mails.items.map(({ subject, snippet, isReadable }) => [subject, snippet, isReadable]),
    [
      [null, null, false],
      [null, null, false],
    ],
  );
  assert.deepEqual((await listMailThreads(house.bram, {})).items, []);
});

test('the subject, and everything, of one conversation; put back by undo', async () => {
  const thread = { threadId: ids['Bonen'] ?? '' };
  await shareThread(house.sanne, { ...thread, sharing: 'subject' });
  assert.deepEqual(await seenBy(house.bram), [
    ['Re: Bonen', null],
    ['Bonen', null],
  ]);
  assert.equal(await benefits(), 0);
  const shared = await shareThread(house.sanne, { ...thread, sharing: 'all' });
  assert.deepEqual([shared.sharing, shared.level], ['all', 'all']);
  assert.deepEqual(await seenBy(house.bram), mine);
  assert.equal(await benefits(), 2);
  await undoChange(house.sanne, {});
  assert.deepEqual(await seenBy(house.bram), [
    ['Re: Bonen', null],
    ['Bonen', null],
  ]);
  assert.equal(await benefits(), 0);
  await shareThread(house.sanne, { ...thread, sharing: null });
});

test('only its owner shares a mailbox or a conversation', async () => {
  const thread = { threadId: ids['Bonen'] ?? '' };
  await assert.rejects(shareThread(house.bram, { ...thread, sharing: 'all' }), { code: 'not-allowed' });
  const mailbox = { connectionId: ids['sanne'] ?? '' };
  await assert.rejects(shareMailbox(house.bram, { ...mailbox, sharing: 'all' }), { code: 'not-found' });
  await assert.rejects(getMailboxSharing(house.bram, mailbox), { code: 'not-found' });
  const { version, sharing } = await getMailboxSharing(house.sanne, mailbox);
  assert.equal(sharing, 'when');
  await shareMailbox(house.sanne, { ...mailbox, sharing: 'subject', ifVersion: version });
  await assert.rejects(shareMailbox(house.sanne, { ...mailbox, sharing: 'all', ifVersion: version }), {
    code: 'stale',
  });
  await shareMailbox(house.sanne, { ...mailbox, sharing: 'when' });
});

test('nothing: no colleague finds a trace of it, no tie either; its owner goes on reading', async () => {
  const thread = { threadId: ids['Bonen'] ?? '' };
  const interactionId = (await getMailThread(house.sanne, thread)).mails.items[0]?.interactionId ?? '';
  assert.equal(await eventsOf('a1@x'), 1);
  await shareMail(house.sanne, { interactionId, shared: true });
  await shareThread(house.sanne, { ...thread, sharing: 'nothing' });
  assert.deepEqual(await seenBy(house.bram), []);
  assert.deepEqual(await seenBy(house.sanne), mine);
  assert.equal(await eventsOf('a1@x'), 0);
  await assert.rejects(getMailThread(house.bram, thread), { code: 'not-found' });
  await assert.rejects(getInteraction(house.bram, { interactionId }), { code: 'not-found' });
  assert.equal((await getInteraction(house.sanne, { interactionId })).textWithheld, false);
  const partyId = await partyOf('ans@cafe-ans.nl');
  assert.deepEqual((await listMailThreads(house.bram, { partyId })).items, []);
  const ans = (await listParties(house.bram, { q: 'ans' })).items.find(({ id }) => id === partyId);
  assert.equal(ans?.figures?.lastAt ?? null, null);
});

test('a mail that a colleague has too makes its tie by the copy that may be known of', async () => {
  ids['bram'] = await connect(house.bram, 'bram@overkant.nl');
  assert.deepEqual([await eventsOf('b1@x'), (await seenBy(house.bram, 'yara@zeven.nl')).length], [1, 1]);
  await shareThread(house.sanne, { threadId: ids['Blikken'] ?? '', sharing: 'nothing' });
  assert.deepEqual([await eventsOf('b1@x'), (await seenBy(house.bram, 'yara@zeven.nl')).length], [1, 1]);
  await shareMailbox(house.bram, { connectionId: ids['bram'] ?? '', sharing: 'nothing' });
  assert.equal(await eventsOf('b1@x'), 0);
  await shareThread(house.sanne, { threadId: ids['Blikken'] ?? '', sharing: 'when' });
  assert.equal(await eventsOf('b1@x'), 1);
});

test('whom a hidden mailbox brings is nobody else’s business', async () => {
  await shareMailbox(house.sanne, { connectionId: ids['sanne'] ?? '', sharing: 'nothing' });
  boxes['sanne@overkant.nl']?.push({
    key: 'c1@x',
    from: 'arts@praktijk.nl',
    to: 'sanne@overkant.nl',
    subject: 'Uitslag',
  });
  await runConnection(house.system, { connectionId: ids['sanne'] ?? '' }, new AbortController().signal);
  const find = async (ctx: Context) => (await listParties(ctx, { q: 'praktijk' })).items.length;
  assert.deepEqual([await find(house.sanne), await find(house.bram)], [1, 0]);
  assert.equal(await eventsOf('c1@x'), 0);
});

test('a whole mailbox is derived again in a job, with the same end', async () => {
  await sql`update interactions set sharing = null where owner_user_id is not null`.execute(house.db);
  await sql`update connections set sharing = 'when'`.execute(house.db);
  await sql`update mail_threads set sharing = null`.execute(house.db);
  await reshareMails(house.system, { connectionId: ids['sanne'] ?? '' }, new AbortController().signal);
  assert.deepEqual([await eventsOf('a1@x'), await eventsOf('b1@x'), await eventsOf('c1@x')], [1, 1, 1]);
});
