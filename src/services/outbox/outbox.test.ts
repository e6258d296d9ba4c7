import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { v7 as uuidv7 } from 'uuid';
import type { RichText } from '#contract/rich-text.ts';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import { findOutboxMail } from '#store/outbox.ts';
import { ensureSource } from '#store/sources.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { spawnOwn } from '#test/own-process.ts';
import { AppError } from '../app-error.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Reader } from '../connections/reader.ts';
import { sealSecret } from '../connections/secrets.ts';
import type { Context } from '../context.ts';
import { removeRefusal, setRefusal } from '../mail-refusals/refusals.ts';
import { openMail } from '../mailroom/open-mail.ts';
import { getMailThread, listMailThreads } from '../mailroom/threads.ts';
import { createParty } from '../parties/change-party.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import { sendDueMails, sendMail } from './carry-mail.ts';
import { getOutboxMail, listOutbox } from './get-outbox.ts';
import { decideOutbox, recallOutbox, sendOutbox } from './send-outbox.ts';
import { listSenders, setSender } from './senders.ts';
import { attachToOutbox, createOutboxMail, removeOutbox, updateOutbox } from './write-outbox.ts';

const took: string[] = [];
let onData: () => Error | null | 'silence' | 'wait' = () => null;
const arrivals = new EventEmitter();
const smtp = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  onAuth: ({ password }, _session, done) =>
    password === 'koffie' ? done(null, { user: 'sanne' }) : done(new Error('535 not you')),
  onData: (stream, _session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      took.push(Buffer.concat(parts).toString());
      const answer = onData();
      if (answer === 'silence') for (const socket of sockets) socket.destroy();
      else if (answer !== 'wait') done(answer);
      arrivals.emit('mail');
    });
  },
});
const sockets = new Set<{ destroy(): void }>();
/** What was put into the folder for what was sent; connectors/imap shows that it really gets there. */
const filed: string[] = [];
const imap: Reader = {
  ...{ kind: 'imap', isPrivate: true, everySeconds: 300 },
  look: async () => ({ name: 'sanne', places: [], own: [] }),
  async *read() {},
  put: async (_reach, { raw }) => void filed.push(Buffer.from(raw).toString()),
};

let house: House;
let sanne: Context;
let mailbox = '';
let ans = '';
before(async () => {
  smtp.server.on('connection', (socket) => sockets.add(socket));
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as { port: number };
  house = await testHouse({
    readers: [imap],
    outgoing: openOutgoing({ publicUrl: 'http://127.0.0.1:4321', alsoReachable: [`127.0.0.1:${port}`] }),
  });
  sanne = house.sanne;
  mailbox = await connectMailbox(sanne);
  await setSender(sanne, { connectionId: mailbox, host: '127.0.0.1', port, security: 'none', userName: 'sanne' });
  const party = await createParty(sanne, {
    kind: 'person',
    name: 'Ans Bakker',
    identities: [{ kind: 'mail', value: 'ans@cafe.example' }],
  } as unknown as Parameters<typeof createParty>[1]);
  ans = party.id;
});
after(async () => {
  for (const socket of sockets) socket.destroy();
  smtp.close(() => undefined);
  await house.drop();
});
beforeEach(() => {
  onData = () => null;
  house.setNow(testNow);
});

/** A mailbox that is read already, as the connection service would have made it. */
async function connectMailbox(ctx: Context): Promise<string> {
  const id = uuidv7();
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  const source = await ensureSource(house.db, {
    ...{ id: uuidv7(), kind: 'imap', label: `imap ${id}`, ownerUserId: userId, isPrivate: true, isLive: true },
    createdAt: testNow,
  });
  const settings = {
    kind: 'imap',
    address: 'sanne@overkant.nl',
    userName: 'sanne',
    host: 'imap.overkant.nl',
    port: 993,
  };
  const row = {
    ...{ id, kind: 'imap', name: 'sanne@overkant.nl', owner_user_id: userId, source_number: source.number },
    settings: JSON.stringify({ ...settings, security: 'tls', signIn: 'password', since: null, ignored: [] }),
    sealed: sealSecret(ctx, id, { type: 'password', password: 'koffie' }),
    created_by: userId,
    created_at: testNow,
  };
  await house.db.insertInto('connections').values(row).execute();
  const place = { connection_id: id, place: 'Verzonden', name: 'Verzonden', role: 'sent' };
  await house.db.insertInto('connection_places').values(place).execute();
  return id;
}

const words = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const write = (text = 'Tot morgen om tien uur.') =>
  createOutboxMail(sanne, { partyId: ans, subject: 'Morgen', body: words(text) });
const later = (seconds: number) => house.setNow(new Date(testNow.getTime() + seconds * 1_000));
const carry = (outboxId: string) => {
  const userId = sanne.actor.kind === 'user' ? sanne.actor.userId : '';
  return sendMail(house.system, { outboxId, userId }, AbortSignal.timeout(20_000), ({ name }) => `${name} schreef:`);
};
const refusedWith = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

test('written to a relation it waits ten seconds, goes out once, and stands with the relation at once', async () => {
  const mail = await write();
  assert.deepEqual([mail.to[0]?.address, mail.from.address], ['ans@cafe.example', 'sanne@overkant.nl']);
  const waiting = await sendOutbox(sanne, { outboxId: mail.id });
  assert.equal(waiting.state, 'waiting');
  assert.deepEqual(house.jobs.at(-1)?.data['outboxId'], mail.id);
  await carry(mail.id);
  assert.equal(took.length, 0, 'not before its time');
  later(11);
  await Promise.all([carry(mail.id), carry(mail.id), carry(mail.id)]);
  assert.equal(took.length, 1);
  const sent = await getOutboxMail(sanne, { outboxId: mail.id });
  assert.equal(sent.state, 'sent', JSON.stringify(sent));
  const [first] = (await listMailThreads(sanne, {})).items;
  assert.equal(first?.id, sent.threadId);
  assert.deepEqual([first?.subject, first?.unreadCount, first?.latest?.direction], ['Morgen', 0, 'out']);
  const { items } = await listPartyTimeline(sanne, { partyId: ans } as Parameters<typeof listPartyTimeline>[1]);
  const moment = items.find((item) => JSON.stringify(item).includes('Tot morgen'));
  assert.equal(moment?.noun === 'interaction' && moment.threadId, sent.threadId, 'from where one reads on');
  const theirs = await listPartyTimeline(house.bram, { partyId: ans } as Parameters<typeof listPartyTimeline>[1]);
  assert.ok(theirs.items.every((item) => item.noun !== 'interaction' || item.threadId === null));
  assert.match(took[0] ?? '', /Content-Type: multipart\/alternative/);
  assert.deepEqual([filed.length, filed[0]], [1, took[0]], 'and among what was sent, to the letter');
  await assert.rejects(updateOutbox(sanne, { outboxId: mail.id, subject: 'Anders' }), refusedWith('mail-gone'));
});

test('it can be taken back while it waits, changed, thrown away and had back', async () => {
  const mail = await write();
  await sendOutbox(sanne, { outboxId: mail.id });
  assert.equal((await recallOutbox(sanne, { outboxId: mail.id })).state, 'draft');
  const count = took.length;
  later(60);
  await carry(mail.id);
  assert.equal(took.length, count);
  await removeOutbox(sanne, { outboxId: mail.id });
  await assert.rejects(getOutboxMail(sanne, { outboxId: mail.id }), refusedWith('not-found'));
  await undoChange(sanne, { recordId: mail.id } as unknown as Parameters<typeof undoChange>[1]);
  assert.equal((await getOutboxMail(sanne, { outboxId: mail.id })).subject, 'Morgen');
});

test('an empty sheet is taken again, and is no mail that waits', async () => {
  const first = await createOutboxMail(sanne, { partyId: ans });
  assert.equal((await createOutboxMail(sanne, { partyId: ans })).id, first.id);
  const listed = async () => (await listOutbox(sanne, { state: 'open' })).items.some(({ id }) => id === first.id);
  assert.equal(await listed(), false);
  await updateOutbox(sanne, { outboxId: first.id, body: words('Dag') });
  assert.equal(await listed(), true);
  assert.notEqual((await createOutboxMail(sanne, { partyId: ans })).id, first.id);
});

test('a colleague sees nothing of it, nor the mailbox', async () => {
  const mail = await write();
  await assert.rejects(getOutboxMail(house.bram, { outboxId: mail.id }), refusedWith('not-found'));
  await assert.rejects(sendOutbox(house.bram, { outboxId: mail.id }), refusedWith('not-found'));
  assert.deepEqual((await listSenders(house.bram)).items, []);
  await assert.rejects(createOutboxMail(house.bram, { connectionId: mailbox, partyId: ans }), refusedWith('not-found'));
});

test('who dies on the way leaves it unknown; nobody sends it again but a person', async () => {
  const mail = await write();
  await sendOutbox(sanne, { outboxId: mail.id });
  later(11);
  // What kill -9 leaves: taken, and no word since.
  const lease = uuidv7();
  const taken = { state: 'sending', lease, leased_at: house.sanne.now(), message_id: `${lease}@overkant.nl` } as const;
  await house.db.updateTable('outbox_mails').set(taken).where('id', '=', mail.id).execute();
  const count = took.length;
  await carry(mail.id);
  assert.equal((await getOutboxMail(sanne, { outboxId: mail.id })).state, 'sending', 'it may still be at it');
  later(40);
  await sendDueMails(house.system);
  assert.equal(house.jobs.at(-1)?.data['outboxId'], mail.id);
  await carry(mail.id);
  await carry(mail.id);
  assert.equal((await getOutboxMail(sanne, { outboxId: mail.id })).state, 'unknown');
  assert.equal(took.length, count);
  await assert.rejects(sendOutbox(sanne, { outboxId: mail.id }), refusedWith('mail-gone'));
  await decideOutbox(sanne, { outboxId: mail.id, outcome: 'again' });
  await carry(mail.id);
  assert.equal((await getOutboxMail(sanne, { outboxId: mail.id })).state, 'sent');
  assert.equal(took.length, count + 1);
  assert.match(took.at(-1) ?? '', new RegExp(`Message-ID: <${lease}@overkant.nl>`), 'the same, so that it can be told');
});

test('a worker killed with -9 while the server has the mail: nobody sends it a second time', async () => {
  const mail = await write('Een keer en niet vaker.');
  await sendOutbox(sanne, { outboxId: mail.id });
  later(11);
  const count = took.length;
  const arrived = once(arrivals, 'mail');
  // The server has it all and says nothing.
  onData = () => 'wait';
  const { port } = smtp.server.address() as { port: number };
  const userId = sanne.actor.kind === 'user' ? sanne.actor.userId : '';
  const program = fileURLToPath(new URL('../../../test/outbox/send-one.ts', import.meta.url));
  const words = [house.url, mail.id, userId, `127.0.0.1:${port}`, sanne.now().toISOString()];
  const child = spawnOwn(process.execPath, [program, ...words], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await arrived;
  child.kill('SIGKILL');
  await ended;
  assert.equal((await getOutboxMail(sanne, { outboxId: mail.id })).state, 'sending');
  later(60);
  onData = () => null;
  await sendDueMails(house.system);
  await carry(mail.id);
  assert.equal((await getOutboxMail(sanne, { outboxId: mail.id })).state, 'unknown');
  assert.equal(took.length, count + 1);
});

test('a line that goes dead behind the last byte is unknown; "it did arrive" keeps it as sent', async () => {
  const mail = await write('Dit kwam aan.');
  await sendOutbox(sanne, { outboxId: mail.id });
  later(11);
  onData = () => 'silence';
  await carry(mail.id);
  const unknown = await getOutboxMail(sanne, { outboxId: mail.id });
  assert.deepEqual([unknown.state, unknown.problem], ['unknown', 'cut-off']);
  await decideOutbox(sanne, { outboxId: mail.id, outcome: 'sent' });
  await carry(mail.id);
  const row = await findOutboxMail(house.db, { id: mail.id });
  assert.ok(row?.mailId, 'it is among the mails');
  const told = await house.db.selectFrom('notifications').select('kind').where('record_id', '=', mail.id).execute();
  assert.deepEqual(told, [{ kind: 'mail-trouble' }]);
});

test('a server that says no ends it with its words; one that is busy gets it later', async () => {
  const mail = await write();
  await sendOutbox(sanne, { outboxId: mail.id });
  later(11);
  onData = () => Object.assign(new Error('te druk'), { responseCode: 451 });
  await carry(mail.id);
  const waiting = await getOutboxMail(sanne, { outboxId: mail.id });
  assert.deepEqual([waiting.state, waiting.problem, waiting.serverWords], ['waiting', 'busy', '451 te druk']);
  assert.equal(Date.parse(waiting.sendAt ?? ''), testNow.getTime() + 71_000);
  later(80);
  onData = () => Object.assign(new Error('wij willen dit niet'), { responseCode: 554 });
  await carry(mail.id);
  const failed = await getOutboxMail(sanne, { outboxId: mail.id });
  assert.deepEqual([failed.state, failed.serverWords], ['failed', '554 wij willen dit niet']);
});

test('an answer carries what it answers, goes to who wrote, and joins the conversation', async () => {
  const { items } = await listMailThreads(sanne, {});
  const { mails } = await getMailThread(sanne, { threadId: items[0]?.id ?? '' });
  const [own] = mails.items;
  const answer = await createOutboxMail(sanne, { answersMailId: own?.id ?? '', body: words('Nog iets.') });
  assert.match(answer.subject, /^Re: /);
  assert.equal(answer.to[0]?.address, 'ans@cafe.example', 'of a mail of one’s own: to whom that went');
  await sendOutbox(sanne, { outboxId: answer.id });
  later(11);
  await carry(answer.id);
  const sent = await getOutboxMail(sanne, { outboxId: answer.id });
  assert.equal(sent.threadId, items[0]?.id);
  const raw = took.at(-1) ?? '';
  assert.match(raw, /In-Reply-To: <.+>/);
  assert.match(raw, /References: <.+>/);
  assert.match(raw, /schreef:/);
});

test('files go along and can be taken out of it again', async () => {
  const uploadId = uuidv7();
  const path = sanne.ports.uploadPath({ userId: 'x', uploadId });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, 'koffie,prijs\n1,2\n');
  const mail = await write();
  const withFile = await attachToOutbox(sanne, { outboxId: mail.id, uploadId, name: '../prijs lijst.csv' });
  assert.deepEqual(
    withFile.files.map(({ name }) => name),
    ['prijs lijst.csv'],
  );
  await sendOutbox(sanne, { outboxId: mail.id });
  later(11);
  await carry(mail.id);
  assert.match(took.at(-1) ?? '', /filename="?prijs lijst\.csv/);
  const sent = await findOutboxMail(house.db, { id: mail.id });
  const opened = await openMail(sanne, { mailId: sent?.mailId ?? '' });
  assert.deepEqual(
    opened.files.map(({ name }) => name),
    ['prijs lijst.csv'],
  );
  assert.match(opened.text, /Tot morgen/);
});

test('a field that is still empty stops it; so does nobody to send it to', async () => {
  const mail = await write('Beste {{voornaam}}, tot morgen.');
  assert.deepEqual(mail.missing, ['voornaam']);
  await assert.rejects(sendOutbox(sanne, { outboxId: mail.id }), refusedWith('bad-input'));
  await updateOutbox(sanne, { outboxId: mail.id, body: words('Beste Ans'), to: [] });
  await assert.rejects(sendOutbox(sanne, { outboxId: mail.id }), refusedWith('bad-input'));
});

test('who asked for no mail gets none that they did not ask for; that they did is kept with them', async () => {
  await setRefusal(sanne, { partyId: ans });
  const mail = await write();
  assert.deepEqual(
    mail.unwilling.map(({ partyId }) => partyId),
    [ans],
  );
  await assert.rejects(sendOutbox(sanne, { outboxId: mail.id }), refusedWith('unwilling-receiver'));
  assert.equal((await sendOutbox(sanne, { outboxId: mail.id, isAskedFor: true })).state, 'waiting');
  const { items } = await listChanges(house.bram, { partyId: ans } as Parameters<typeof listChanges>[1]);
  const nouns = items.map(({ noun }) => noun);
  assert.ok(nouns.includes('outbox-mail') && nouns.includes('mail-refusal'), nouns.join());
  await removeRefusal(sanne, { partyId: ans });
  assert.deepEqual((await write()).unwilling, []);
});
