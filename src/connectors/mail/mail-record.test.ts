import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMail } from './mail-record.ts';

const hints = { envelopeMs: null, isDraft: false, isInSpamFolder: false };
const context = { ownAddresses: ['sanne@overkant.example'], nowMs: Date.UTC(2026, 5, 1) };
const usual = {
  From: 'Ans <ans@cafe.example>',
  To: 'sanne@overkant.example',
  Date: 'Fri, 1 May 2026 09:00:00 +0200',
  'Message-ID': '<m1@cafe.example>',
  Subject: 'Levering',
};

function write(headers: Readonly<Record<string, string | null>>, body = 'Dag Sanne'): Buffer {
  const lines = Object.entries({ ...usual, ...headers }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`);
}

async function read(
  headers: Readonly<Record<string, string | null>>,
  body?: string,
  more: { readonly envelopeMs?: number } = {},
) {
  const outcome = await readMail(write(headers, body), { ...hints, ...more }, context);
  assert.ok(outcome.type === 'interaction', JSON.stringify(outcome));
  return outcome.record;
}

async function problemOf(headers: Readonly<Record<string, string | null>>): Promise<string> {
  const outcome = await readMail(write(headers), hints, context);
  return outcome.type === 'failed' ? outcome.problem : 'fine';
}

test('who wrote to whom: names cleaned, groups opened, doubles and the sender left out', async () => {
  const record = await read({
    From: '"\'Dijk, Ans van\' via Koffielijst" <ANS@Cafe.Example>',
    To: 'Team: Sanne <sanne@overkant.example>, Karin <karin@overkant.example>;, =?utf-8?Q?Zo=C3=AB?= <zoe@bücher.example>',
    Cc: 'sanne@overkant.example, ans@cafe.example, undisclosed-recipients:;',
    Bcc: '"mila@overkant.example" <mila@overkant.example>',
  });
  assert.deepEqual(record.from, { kind: 'mail', value: 'ans@cafe.example', displayName: 'Ans van Dijk' });
  assert.deepEqual(
    record.to.map(({ value, displayName }) => [value, displayName]),
    [
      ['sanne@overkant.example', 'Sanne'],
      ['karin@overkant.example', 'Karin'],
      ['zoe@xn--bcher-kva.example', 'Zoë'],
      ['mila@overkant.example', null],
    ],
  );
});

test('several senders: the first; none: Sender, then Return-Path', async () => {
  assert.equal(
    (await read({ From: 'Ans <ans@cafe.example>, Bram <bram@cafe.example>' })).from.value,
    'ans@cafe.example',
  );
  assert.equal((await read({ From: null, Sender: 'bram@cafe.example' })).from.value, 'bram@cafe.example');
  assert.equal((await read({ From: 'Ans', 'Return-Path': '<ans@cafe.example>' })).from.value, 'ans@cafe.example');
  assert.equal(await problemOf({ From: null }), 'mail-without-sender');
});

test('hidden receivers: where it was delivered, else the owner; to oneself is to nobody', async () => {
  const hidden = { To: 'undisclosed-recipients:;' };
  assert.equal(
    (await read({ ...hidden, 'Delivered-To': 'info@overkant.example' })).to[0]?.value,
    'info@overkant.example',
  );
  assert.equal((await read(hidden)).to[0]?.value, 'sanne@overkant.example');
  assert.equal(await problemOf({ From: 'sanne@overkant.example', To: null }), 'mail-without-receiver');
  assert.equal(
    await problemOf({ From: 'sanne@overkant.example', To: 'Sanne <SANNE@overkant.example>' }),
    'mail-to-self',
  );
});

test('what it answers: In-Reply-To, then References from the nearest back', async () => {
  const record = await read({
    'In-Reply-To': 'Your message of "Fri" <c@x.example>',
    References: '<a@x.example>\r\n <b@x.example> <c@x.example> <m1@cafe.example>',
  });
  assert.deepEqual(record.answers, ['c@x.example', 'b@x.example', 'a@x.example']);
});

test('the key is the Message-ID; without one the same content has the same key in any file', async () => {
  assert.equal((await read({ 'Message-ID': '<\r\n M1@cafe.example >' })).sourceKey, 'M1@cafe.example');
  const none = { 'Message-ID': null };
  const key = (await read(none, 'Dag\r\nSanne')).sourceKey;
  assert.match(key, /^sha256:[0-9a-f]{64}$/);
  const unix = await readMail(
    Buffer.from(write(none, 'Dag\r\nSanne').toString().replaceAll('\r\n', '\n')),
    hints,
    context,
  );
  assert.ok(unix.type === 'interaction');
  assert.equal(unix.record.sourceKey, key);
  assert.notEqual((await read(none, 'Dag Karin')).sourceKey, key);
  assert.match((await read({ 'Message-ID': `<${'x'.repeat(2_000)}@y>` })).sourceKey, /^sha256:/);
});

test('when: Date in its old and new forms', async () => {
  const dates: readonly (readonly [string, string])[] = [
    ['Fri, 1 May 2026 09:00:00 +0200', '2026-05-01T07:00:00.000Z'],
    ['1 May 26 09:00 EST', '2026-05-01T14:00:00.000Z'],
    ['Fri,  1 May 2026 09:00:00 GMT (GMT+0)', '2026-05-01T09:00:00.000Z'],
    ['Fri May  1 09:00:00 2026', '2026-05-01T09:00:00.000Z'],
    ['Fri May 01 09:00:00 +0200 2026', '2026-05-01T07:00:00.000Z'],
    ['2026-05-01T09:00:00+02:00', '2026-05-01T07:00:00.000Z'],
    ['Thu, 29 Feb 2024 12:00:00 -0000', '2024-02-29T12:00:00.000Z'],
  ];
  for (const [Date_, iso] of dates)
    assert.equal(new Date((await read({ Date: Date_ })).atMs).toISOString(), iso, Date_);
});

test('when the Date cannot be: the first hop, then the mbox separator, else not at all', async () => {
  const Received =
    'from a by b; Fri, 1 May 2026 10:00:05 +0200\r\nReceived: from x by a with SMTP;\r\n Fri, 1 May 2026 10:00:00 +0200 (CEST)';
  for (const Date_ of [
    null,
    'gisteren',
    'Thu, 30 Feb 2026 12:00:00 +0000',
    'Sat, 1 Jan 2050 12:00:00 +0000',
    'Thu, 1 Jan 1970 00:00:00 +0000',
    'Fri, 15 May 2026 10:00:00 +0000',
  ]) {
    assert.equal((await read({ Date: Date_, Received })).atMs, Date.UTC(2026, 4, 1, 8), String(Date_));
  }
  assert.equal((await read({ Date: null }, 'Dag', { envelopeMs: Date.UTC(2026, 3, 1) })).atMs, Date.UTC(2026, 3, 1));
  assert.equal(await problemOf({ Date: null }), 'mail-without-date');
  assert.equal(await problemOf({ Date: 'Sat, 1 Jan 2050 12:00:00 +0000' }), 'mail-without-date');
});

test('text is fit to store: no NUL, no half characters, bad encodings replaced', async () => {
  const record = await read(
    { Subject: '=?utf-8?Q?a=00b=ED=A0=80?=', 'Content-Type': 'text/plain; charset=utf-8' },
    'x\u0000y \u001b[1m',
  );
  for (const text of [record.subject, record.snippet]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    assert.ok(text?.isWellFormed() && !/[\u0000-\u0008\u001b]/.test(text), JSON.stringify(text));
  }
});

test('a thank-you, a promise and a question are noticed; of a mailing they are not', async () => {
  const thanks = await read({}, 'Hoi Sanne,\r\n\r\nDank je wel voor je hulp bij de opening!\r\n\r\nGroet, Ans');
  assert.deepEqual([thanks.kind, thanks.benefits], ['thanks', [{ giver: 'from', kind: 'thanks', weight: null }]]);
  const both = await read({}, 'Ik stuur je morgen de lijst. Komt vrijdag uit?');
  assert.deepEqual([both.promises?.length, both.asksAnswer, both.kind], [1, true, 'message']);
  assert.equal((await read({ Cc: 'karin@x.example, bram@x.example' }, 'Komt vrijdag uit?')).asksAnswer, false);
  const mailing = await read(
    { 'List-Unsubscribe': '<mailto:x@y.example>' },
    'Ik stuur je morgen de lijst. Bedankt voor je hulp. Komt vrijdag uit?',
  );
  assert.deepEqual(
    [mailing.mailClass, mailing.promises, mailing.asksAnswer, mailing.kind],
    ['bulk', [], false, 'message'],
  );
});

test('an HTML mail and an invitation read as what was said', async () => {
  const html = await read(
    { 'Content-Type': 'text/html; charset=utf-8' },
    '<p>Dag <i>Sanne</i></p><blockquote>oud</blockquote>',
  );
  assert.equal(html.snippet, 'Dag Sanne');
  const parts =
    '--b\r\nContent-Type: text/plain\r\n\r\nKom je ook?\r\n--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n--b--';
  const invitation = await read({ 'Content-Type': 'multipart/alternative; boundary=b' }, parts);
  assert.deepEqual([invitation.snippet, invitation.mailClass, invitation.kind], ['Kom je ook?', 'person', 'message']);
});

test('a forwarded mail as attachment is not taken for own words', async () => {
  const parts =
    '--b\r\nContent-Type: text/plain\r\n\r\nZie bijlage.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\n\r\nGeheim van een ander.\r\n--b--';
  assert.equal((await read({ 'Content-Type': 'multipart/mixed; boundary=b' }, parts)).snippet, 'Zie bijlage.');
});
