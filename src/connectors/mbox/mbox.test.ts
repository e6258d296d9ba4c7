import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readAll, testCompliance } from '../compliance.ts';
import { mbox } from './mbox.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-mbox-'));
});
after(() => rm(folder, { recursive: true }));

async function write(content: string | Buffer, name = 'mails.mbox'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

interface Mail {
  readonly id: number;
  readonly separator?: string;
  readonly headers?: string;
  readonly text?: string;
}

function makeMail({
  id,
  separator = 'From ans@cafe.example Fri May  1 09:00:00 2026',
  headers = '',
  text = `Dag Sanne, dit is bericht ${id}.`,
}: Mail): string {
  return `${separator}\nFrom: Ans <ans@cafe.example>\nTo: sanne@overkant.example\nDate: Fri, 1 May 2026 09:${String(id).padStart(2, '0')}:00 +0200\nMessage-ID: <m${id}@cafe.example>\nSubject: Bericht ${id}\n${headers}\n${text}\n`;
}

async function readKeys(content: string | Buffer, name?: string): Promise<string[]> {
  return (await readAll(mbox, await write(content, name))).map((item) =>
    item.type === 'interaction' ? item.record.sourceKey : item.type === 'failed' ? item.problem : '',
  );
}

const deep = (levels: number): string =>
  Array.from({ length: levels }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join('');

const eight = [
  makeMail({ id: 1 }),
  makeMail({ id: 2, text: 'Eerste regel.\n\nFrom Amsterdam kwam bericht.\n\n>From hier is het een oud teken.' }),
  makeMail({ id: 3, headers: 'X-Unsent: 1\n' }),
  makeMail({ id: 4, headers: deep(40) }),
  makeMail({ id: 5, headers: 'Content-Type: text/plain; charset=utf-8\n', text: 'Café \u0000 ok' }),
  'From x Fri May  1 09:00:00 2026\n\n',
  makeMail({ id: 7, headers: 'In-Reply-To: <m1@cafe.example>\n' }),
  makeMail({ id: 8 }),
].join('\n');

testCompliance('mbox', async () => ({
  connector: mbox,
  path: await write(eight),
  expectedItems: 8,
  expectedFailures: 3,
}));
testCompliance('mbox, compressed', async () => ({
  connector: mbox,
  path: await write(gzipSync(eight), 'mails.mbox.gz'),
  expectedItems: 8,
  expectedFailures: 3,
}));

test('what is not a sound mail is kept with its bytes, the rest is read', async () => {
  const items = await readAll(mbox, await write(eight));
  const failed = items.flatMap((item) =>
    item.type === 'failed' ? [[item.problem, Buffer.from(item.raw ?? []).includes('bericht')]] : [],
  );
  assert.deepEqual(failed, [
    ['mail-is-draft', true],
    ['mail-too-deep', true],
    ['mail-without-sender', false],
  ]);
});

test('a "From " in the text is no separator and loses the sign it was quoted with', async () => {
  const [, second] = await readAll(mbox, await write(eight));
  assert.ok(second?.type === 'interaction');
  assert.equal(second.record.snippet, 'Eerste regel. From Amsterdam kwam bericht. From hier is het een oud teken.');
});

test('Gmail Takeout: its separators, labels for drafts and spam', async () => {
  const separator = 'From 1797312345678901234@xxx Fri May 01 09:00:00 +0000 2026';
  const mails = [
    makeMail({ id: 1, separator, headers: 'X-GM-THRID: 1797312345678901234\nX-Gmail-Labels: Inbox,Important\n' }),
    makeMail({ id: 2, separator, headers: 'X-GM-THRID: 17\nX-Gmail-Labels: =?UTF-8?Q?Concepten?=\n' }),
    makeMail({ id: 3, separator, headers: 'X-GM-THRID: 18\nX-Gmail-Labels: Spam\n' }),
  ];
  const items = await readAll(mbox, await write(mails.join('\r\n').replace(/\r?\n/g, '\r\n')));
  assert.deepEqual(
    items.map((item) => (item.type === 'interaction' ? item.record.mailClass : item.type === 'failed' && item.problem)),
    ['person', 'mail-is-draft', 'bulk'],
  );
});

test('Thunderbird: bare separators, missing empty lines, deleted mail', async () => {
  const mails = [
    makeMail({ id: 1, separator: 'From - Fri May  1 09:00:00 2026\nX-Mozilla-Status: 0001' }).trimEnd(),
    makeMail({ id: 2, separator: 'From - Fri May  1 09:00:00 2026\nX-Mozilla-Status: 0009' }),
    makeMail({ id: 3, separator: 'From ' }),
    makeMail({ id: 4, separator: 'From - ' }),
    makeMail({ id: 5, separator: 'From "Ans van Dijk" Fri May  1 09:00:00 2026' }),
  ];
  assert.deepEqual(await readKeys(mails.join('\n')), [
    'm1@cafe.example',
    'mail-is-deleted',
    'm3@cafe.example',
    'm4@cafe.example',
    'm5@cafe.example',
  ]);
});

test('a quoted separator inside a text stays text, however many signs it has', async () => {
  const text = 'Zie:\n\n>From ans@cafe.example Fri May  1 09:00:00 2026\n>>From twee\n\nFrom nu af anders.';
  assert.deepEqual(await readKeys([makeMail({ id: 1, text }), makeMail({ id: 2 })].join('\n')), [
    'm1@cafe.example',
    'm2@cafe.example',
  ]);
});

test('separators on every boundary of the reading window are found', async () => {
  const keys: string[] = [];
  const mails: string[] = [];
  for (let id = 0; id < 60; id += 1) {
    mails.push(
      makeMail({
        id,
        text: 'x'
          .repeat(76)
          .concat('\n')
          .repeat(600 + id * 7),
      }),
    );
    keys.push(`m${id}@cafe.example`);
  }
  assert.deepEqual(await readKeys(mails.join('\n')), keys);
});

test('of an enormous mail the text is read and the attachment passed over', async () => {
  const huge = `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHierbij de foto.\n\n--b\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWkFCQ0RFRkdISUpLTA==\n'.repeat(200_000)}--b--`;
  const items = await readAll(
    mbox,
    await write([makeMail({ id: 1, headers: huge, text: '' }), makeMail({ id: 2 })].join('\n')),
  );
  assert.equal(items.length, 2);
  assert.ok(items[0]?.type === 'interaction' && items[1]?.type === 'interaction');
  assert.equal(items[0].record.snippet, 'Hierbij de foto.');
  assert.equal(items[1].record.sourceKey, 'm2@cafe.example');
});

test('an empty file has nothing; a file that is no mbox fails as one item', async () => {
  assert.deepEqual(await readKeys(''), []);
  assert.deepEqual(await readKeys('zomaar wat tekst\nzonder post\n'), ['mbox-without-separator']);
});

test('recognised by its separator, not by its name', () => {
  const probe = { path: '/x', isFolder: false };
  assert.ok(mbox.recognise({ ...probe, fileName: 'Inbox', head: eight }) > 0.9);
  assert.equal(mbox.recognise({ ...probe, fileName: 'brief.txt', head: 'From Amsterdam\n\nwe reden' }), 0);
  assert.equal(mbox.recognise({ ...probe, fileName: 'x.eml', head: 'From: ans@cafe.example\nTo: x@y.nl\n\n' }), 0);
});
