/** Mail for a drop address, sent by a real mail client to a real mail server: kept before it is acknowledged, read as one's own. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import nodemailer from 'nodemailer';
import { systemActor } from '#services/context.ts';
import { getDropAddress, removeDropAddress, renewDropAddress } from '#services/drop/drop-address.ts';
import { keepDrops } from '#services/drop/keep-drops.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { forwards, original, undeliverable } from './drop-server.test-mails.ts';
import { type DropDoor, openDropDoor } from './drop-server.ts';

const base = 'drop@crm.overkant.nl';
let house: House;
let door: DropDoor;
let address = '';
before(async () => {
  house = await testHouse({ dropAddress: base });
  const settings = { address: base, port: 0, host: '127.0.0.1', certificate: null };
  door = await openDropDoor({ settings, ctx: house.system, log: () => undefined });
  address = (await renewDropAddress(house.sanne)).address ?? '';
});
after(async () => {
  await door.close();
  await house.drop();
});

type Mail = Parameters<ReturnType<typeof client>['sendMail']>[0];
const client = () => nodemailer.createTransport({ host: '127.0.0.1', port: door.port, secure: false, ignoreTLS: true });
const send = async (mail: Mail, to = address) => {
  const from = typeof mail.from === 'string' ? mail.from : 'sanne@overkant.nl';
  return client().sendMail({ date: testNow, ...mail, envelope: { from, to } });
};
const work = () => keepDrops({ ...house.system, actor: systemActor });

async function listMails() {
  const { rows } = await sql<{
    from: string;
    to: { address: string }[];
    subject: string;
    at: Date;
    key: string;
    direction: string;
  }>`
    select from_address as "from", to_lines as "to", subject, sent_at as at, message_key as key, direction from mails
    order by id`.execute(house.db);
  return rows;
}
/** Figures of the test before may still be worked out: they and an emptying can stand in each other's way. */
async function reset(): Promise<void> {
  const tables = sql`mails, mail_threads, interactions, tie_events, tie_states, connection_failures`;
  try {
    await sql`truncate ${tables} cascade`.execute(house.db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error;
    await reset();
  }
}
const failures = async () =>
  (
    await sql<{ problem: string }>`select problem from connection_failures order by at, position`.execute(house.db)
  ).rows.map(({ problem }) => problem);

test('in copy: the own sent mail, without the drop address in it; the same again is one', async () => {
  const mail = {
    from: 'Sanne <sanne@overkant.nl>',
    to: 'Ans <ans@cafeans.nl>',
    cc: address,
    subject: 'Offerte',
    text: 'Hierbij.',
    messageId: '<a1@overkant.nl>',
  };
  await send(mail);
  await send(mail);
  await work();
  const [kept, ...others] = await listMails();
  assert.equal(others.length, 0);
  assert.deepEqual(
    [kept?.from, kept?.to.map((one) => one.address), kept?.direction, kept?.key],
    ['sanne@overkant.nl', ['ans@cafeans.nl'], 'out', 'a1@overkant.nl'],
  );
  const { rows } = await sql<{
    name: string;
  }>`select p.name from interactions i join parties p on p.id = i.to_parties[1]`.execute(house.db);
  assert.deepEqual(rows, [{ name: 'Ans' }]);
  assert.ok((await getDropAddress(house.sanne)).heardAt);
});

test('forwarded as an attachment: the very mail, by its own sender, date and number', async () => {
  await reset();
  const content = original({ id: 'b1@cafeans.nl', date: 'Fri, 13 Nov 2026 14:05:00 +0100' });
  await send({
    from: 'sanne@overkant.nl',
    to: address,
    subject: 'Fwd',
    text: 'zie bijlage',
    attachments: [{ filename: 'mail.eml', content, contentType: 'message/rfc822' }],
  });
  await work();
  const [kept] = await listMails();
  assert.deepEqual(
    [kept?.from, kept?.key, kept?.direction, kept?.at.toISOString()],
    ['ans@cafeans.nl', 'b1@cafeans.nl', 'in', '2026-11-13T13:05:00.000Z'],
  );
});

test('forwarded in the text, as Gmail, Outlook, Apple Mail and Thunderbird write it, in Dutch and English', async () => {
  for (const [name, { text, html }] of Object.entries(forwards)) {
    await reset();
    await send({
      from: 'sanne@overkant.nl',
      to: address,
      subject: 'Fwd: Vraag',
      references: '<c1@cafeans.nl>',
      ...(text ? { text } : {}),
      ...(html ? { html } : {}),
    });
    await work();
    const [kept] = await listMails();
    const seen = [
      kept?.from,
      kept?.to.map((one) => one.address).join(),
      kept?.subject,
      kept?.at.toISOString().slice(0, 16),
      kept?.key,
    ];
    assert.deepEqual(
      seen,
      ['ans@cafeans.nl', 'sanne@overkant.nl', 'Vraag over bonen', '2026-11-13T13:05', 'c1@cafeans.nl'],
      `${name} ${await failures()}`,
    );
    const { rows } = await sql<{ snippet: string }>`select snippet from interactions`.execute(house.db);
    assert.deepEqual(rows, [{ snippet: 'Hebben jullie nog bonen uit Peru?' }], name);
  }
});

test('a mail that the own mailbox brought already stays one', async () => {
  await reset();
  const first = {
    from: 'sanne@overkant.nl',
    to: 'ans@cafeans.nl',
    cc: address,
    subject: 'Eén',
    text: 'x',
    messageId: '<d1@overkant.nl>',
  };
  await send(first);
  await work();
  await send({
    from: 'sanne@overkant.nl',
    to: address,
    text: forwards['Gmail, Dutch']?.text ?? '',
    inReplyTo: '<d1@overkant.nl>',
  });
  await work();
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from interactions`.execute(house.db);
  assert.deepEqual([rows[0]?.n, (await listMails()).length], [1, 1]);
});

test('from somebody else, or with nothing in it, it is set aside, and the owner is told', async () => {
  await reset();
  await send({ from: 'boef@elders.example', to: 'ans@cafeans.nl', cc: address, subject: 'Nep', text: 'x' });
  await send({ from: 'sanne@overkant.nl', to: address, subject: 'Zomaar', text: 'Niets doorgestuurd.' });
  await work();
  assert.deepEqual((await listMails()).length, 0);
  assert.deepEqual((await failures()).sort(), ['drop-not-yours', 'drop-nothing-in-it']);
  const { rows } = await sql<{ problem: string | null }>`select problem from connections where kind = 'drop'`.execute(
    house.db,
  );
  assert.deepEqual(rows, [{ problem: 'not-yours' }]);
  const told = await sql`select 1 from notifications where kind = 'connection-trouble'`.execute(house.db);
  assert.equal(told.rows.length, 1);
  await send({
    from: 'sanne@overkant.nl',
    to: 'ans@cafeans.nl',
    cc: address,
    subject: 'Goed',
    text: 'x',
    messageId: '<e1@overkant.nl>',
  });
  await work();
  const after = await sql<{ problem: string | null }>`select problem from connections where kind = 'drop'`.execute(
    house.db,
  );
  assert.deepEqual(after.rows, [{ problem: null }]);
});

test('it is no relay, takes nothing too large, and knows no address but ours', async () => {
  for (const to of [...undeliverable, `drop+${'a'.repeat(32)}@crm.overkant.nl`]) {
    await assert.rejects(() => send({ from: 'sanne@overkant.nl', to, text: 'x' }, to), { responseCode: 550 }, to);
  }
  const raw = Buffer.concat([Buffer.from('Subject: groot\r\n\r\n'), Buffer.alloc(26 * 1024 * 1024, 'vol\r\n')]);
  await assert.rejects(() => send({ raw }), { responseCode: 552 });
});

test('what was acknowledged lies in the database before anybody reads it; what was not does not', async () => {
  await reset();
  await send({
    from: 'sanne@overkant.nl',
    to: 'ans@cafeans.nl',
    cc: address,
    subject: 'Blijft',
    text: 'x',
    messageId: '<f1@overkant.nl>',
  });
  const waiting = () =>
    sql<{ n: number }>`select count(*)::int as n from drop_messages`.execute(house.db).then(({ rows }) => rows[0]?.n);
  assert.equal(await waiting(), 1);
  // A worker that dies while it reads leaves the mail for the next.
  const broken = {
    ...house.system,
    actor: systemActor,
    ports: { ...house.system.ports, dropReader: { read: () => Promise.reject(new Error('killed')) } },
  };
  await assert.rejects(() => keepDrops(broken), /killed/);
  assert.equal(await waiting(), 1);
  await work();
  assert.deepEqual([await waiting(), (await listMails()).map(({ key }) => key)], [0, ['f1@overkant.nl']]);
});

test('a new address ends the old one; stopping ends both', async () => {
  const old = address;
  address = (await renewDropAddress(house.sanne)).address ?? '';
  assert.notEqual(address, old);
  await assert.rejects(() => send({ from: 'sanne@overkant.nl', to: old, text: 'x' }, old), { responseCode: 550 });
  assert.equal((await getDropAddress(house.bram)).address, null);
  await removeDropAddress(house.sanne);
  await assert.rejects(() => send({ from: 'sanne@overkant.nl', to: address, text: 'x' }), { responseCode: 550 });
});
