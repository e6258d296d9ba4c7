import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readAll, testCompliance } from '../compliance.ts';
import { csvInteractions } from './csv-interactions.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-csv-'));
});
after(() => rm(folder, { recursive: true }));

async function write(content: string | Buffer): Promise<string> {
  const path = join(folder, 'rows.csv');
  await writeFile(path, content);
  return path;
}

async function readRows(content: string | Buffer) {
  return readAll(csvInteractions, await write(content));
}

async function readProblems(content: string): Promise<string[]> {
  return (await readRows(content)).map((item) =>
    item.type === 'failed' ? `${item.position} ${item.problem}` : 'fine',
  );
}

const header = 'id;at;channel;from;from_name;to;subject;text;answers';
const visits = [
  header,
  '1;2026-05-01T09:00:00Z;mail;sanne@overkant.example;Sanne;ans@cafe.example;Levering;Dag Ans;',
  '2;2026-05-01T11:00:00+02:00;mail;Ans@Cafe.example;Ans;"sanne@overkant.example;karin@overkant.example";Re: Levering;"Prima,\n""tot morgen""";1',
  '3;2026-02-30;meeting;sanne@overkant.example;;ans@cafe.example;;;',
  '4;2026-05-03;visit;+31 570 612345;;sanne@overkant.example;;;',
  '5;1777900000;call;12;;13;;;',
  '',
  '6;2026-05-05T09:00:00.250Z;chat;@ans;Ans;key:0612345678;;;',
].join('\n');

testCompliance('CSV of interactions', async () => ({
  connector: csvInteractions,
  path: await write(visits),
  expectedItems: 6,
  expectedFailures: 1,
}));

test('a row tells who, whom, when and what it answers', async () => {
  const [first, second, , visit, call, chat] = await readRows(visits);
  assert.ok(first?.type === 'interaction' && second?.type === 'interaction');
  assert.deepEqual(second.record.from, { kind: 'mail', value: 'ans@cafe.example', displayName: 'Ans' });
  assert.deepEqual(
    second.record.to.map(({ value }) => value),
    ['sanne@overkant.example', 'karin@overkant.example'],
  );
  assert.equal(second.record.atMs, first.record.atMs);
  assert.deepEqual(second.record.answers, ['1']);
  assert.equal(second.record.snippet, 'Prima, "tot morgen"');
  assert.ok(visit?.type === 'interaction' && call?.type === 'interaction' && chat?.type === 'interaction');
  assert.deepEqual([visit.record.from.kind, visit.record.from.value], ['phone', '+31570612345']);
  assert.equal(visit.record.kind, 'meeting');
  assert.equal(visit.record.atMs, Date.UTC(2026, 4, 3, 12));
  assert.deepEqual([call.record.from.kind, call.record.from.value, call.record.kind], ['key', '12', 'call']);
  assert.deepEqual(
    [chat.record.from.kind, chat.record.to[0]?.kind, chat.record.to[0]?.value],
    ['handle', 'key', '0612345678'],
  );
});

test('a row that cannot be says which line and why, and the next ones are read', async () => {
  const rows = [
    'at,from,to,channel,asked,valence',
    '2026-02-30,a@x.nl,b@x.nl,mail,,',
    '2026-01-05 10:00,a@x.nl,b@x.nl,mail,,',
    'gisteren,a@x.nl,b@x.nl,,,',
    '2099-01-01,a@x.nl,b@x.nl,,,',
    '2026-01-05,,b@x.nl,,,',
    '2026-01-05,a@x.nl,,,,',
    '2026-01-05,a@x.nl,A@X.nl,,,',
    '2026-01-05,a@x@,b@x.nl,,,',
    '2026-01-05,a@x.nl,b@x.nl,duif,,',
    '2026-01-05,a@x.nl,b@x.nl,,misschien,',
    '2026-01-05,a@x.nl,b@x.nl,,,2',
    '2026-01-05,a@x.nl,b@x.nl,,,1e3',
    '2026-01-05,a@x.nl,b@x.nl,,ja,0.5,extra',
    '2026-01-05,a@x.nl,b@x.nl,mail,ja,"0,5"',
  ];
  assert.deepEqual(await readProblems(rows.join('\r\n')), [
    '2 row-date-impossible: 2026-02-30',
    '3 row-date-without-zone: 2026-01-05 10:00',
    '4 row-date-unreadable: gisteren',
    '5 row-date-in-future: 2099-01-01',
    '6 row-party-missing',
    '7 row-receiver-missing',
    '8 row-receiver-is-sender: A@X.nl',
    '9 row-address-unreadable: a@x@',
    '10 row-channel-unknown: duif',
    '11 row-yes-no-unreadable: asked misschien',
    '12 row-number-out-of-range: valence 2',
    '13 row-number-unreadable: valence 1e3',
    '14 row-too-many-columns: 7',
    'fine',
  ]);
});

test('an order carries amount, units, brand and the prices on offer, in minor units', async () => {
  const rows =
    'datum;van;aan;bedrag;munt;aantal;product;merk;offers\n2026-03-01;klant-7;De Overkant;12,50;EUR;3;Espresso;Overkant;Overkant=4,17;Ander=3,99\n';
  const [item] = await readRows(rows.replace('Overkant=4,17;Ander=3,99', '"Overkant=4,17;Ander=3,99"'));
  assert.ok(item?.type === 'interaction');
  assert.deepEqual(item.record.order, {
    amountMinor: 1250,
    currency: 'EUR',
    units: 3,
    product: 'Espresso',
    brand: 'Overkant',
    offers: { Overkant: 417, Ander: 399 },
  });
  assert.deepEqual([item.record.channel, item.record.kind], ['order', 'order']);
  assert.deepEqual(
    await readProblems(
      'at;from;to;amount;currency\n2026-03-01;a;b;1.250;EUR\n2026-03-01;a;b;10,5;JPY\n2026-03-01;a;b;10;XQQ\n',
    ),
    ['2 row-amount-unreadable: amount 1.250', '3 row-amount-unreadable: amount 10,5', '4 row-currency-unknown: XQQ'],
  );
});

test('a benefit names its giver; the sender when it does not say', async () => {
  const [given, received] = await readRows(
    'at,from,to,benefit,benefit_giver,benefit_weight\n2026-03-01,a,b,help,,2\n2026-03-01,a,b,thanks,to,\n',
  );
  assert.ok(given?.type === 'interaction' && received?.type === 'interaction');
  assert.deepEqual(given.record.benefits, [{ giver: 'from', kind: 'help', weight: 2 }]);
  assert.deepEqual(received.record.benefits, [{ giver: 'to', kind: 'thanks', weight: null }]);
});

test('windows-1252, UTF-16 and a byte order mark read the same as UTF-8', async () => {
  const text = 'at;from;to;subject\n2026-03-01;a@x.nl;b@x.nl;Café € één\n2026-03-02;a@x.nl;b@x.nl;twee\n';
  const cp1252 = Buffer.from(text.replace('€', '\u0080'), 'latin1');
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  const variants = [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    cp1252,
    wide,
    Buffer.from(wide).swap16(),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text.replaceAll('\n', '\r')),
  ];
  const read = [];
  for (const variant of variants)
    read.push((await readRows(variant)).map((item) => (item.type === 'interaction' ? item.record.subject : item)));
  for (const subjects of read) assert.deepEqual(subjects, ['Café € één', 'twee']);
});

test('a quote that is never closed costs its own row only', async () => {
  const rows = Array.from({ length: 450 }, (_, day) => `2026-01-05;a@x.nl;b@x.nl;regel ${day}`);
  rows[10] = '2026-01-05;a@x.nl;b@x.nl;"open';
  rows[300] = '2026-01-05;a@x.nl;b@x.nl;een 5" pijp';
  const items = await readRows(`at;from;to;subject\n${rows.join('\n')}\n`);
  assert.equal(items.length, 450);
  assert.deepEqual(
    items
      .filter(({ type }) => type === 'failed')
      .map((item) => item.type === 'failed' && `${item.position} ${item.problem}`),
    ['12 row-quote-not-closed'],
  );
});

test('the same row without id has the same key; another row another', async () => {
  const [one, two, again] = await readRows(
    'at,from,to,text\n2026-03-01,a,b,een\n2026-03-01,a,b,twee\n2026-03-01,a,b,een\n',
  );
  assert.ok(one?.type === 'interaction' && two?.type === 'interaction' && again?.type === 'interaction');
  assert.equal(one.record.sourceKey, again.record.sourceKey);
  assert.notEqual(one.record.sourceKey, two.record.sourceKey);
});
