import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { csvInteractions } from '../csv/csv-interactions.ts';
import { mbox } from '../mbox/mbox.ts';
import { rankOwnAddresses } from './own-addresses.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-own-'));
});
after(() => rm(folder, { recursive: true }));

const separator = 'From x@y.example Fri May  1 09:00:00 2026\n';
const mail = (from: string, to: string, more = ''): string =>
  `${separator}From: ${from}\nTo: ${to}\nDate: Fri, 1 May 2026 09:00:00 +0200\n${more}\nDag\n`;

async function suggest(mails: readonly string[], name = 'mails.mbox'): Promise<string[]> {
  const path = join(folder, name);
  await writeFile(path, mails.join('\n'));
  return (await rankOwnAddresses(path, mbox)).map(({ address }) => address);
}

test('Gmail says what was sent: its sender is the owner, aliases too', async () => {
  const sent = 'X-Gmail-Labels: Verzonden\n';
  const mails = [
    mail('Sanne <Sanne@Overkant.example>', 'ans@cafe.example', sent),
    mail('sanne@overkant.example', 'henk@halm.example', sent),
    mail('info@overkant.example', 'henk@halm.example', sent),
    mail('ans@cafe.example', 'sanne@overkant.example', 'X-Gmail-Labels: Inbox\nDelivered-To: sanne@overkant.example\n'),
    mail('nieuws@winkel.example', 'sanne@overkant.example', 'X-Gmail-Labels: Inbox\n'),
  ];
  assert.deepEqual(await suggest(mails), ['sanne@overkant.example', 'info@overkant.example']);
});

test('a file named Sent is sent mail', async () => {
  assert.deepEqual(
    await suggest(
      [mail('sanne@overkant.example', 'ans@cafe.example'), mail('sanne@overkant.example', 'bram@x.example')],
      'Sent',
    ),
    ['sanne@overkant.example'],
  );
});

test('an inbox alone: where it was delivered', async () => {
  const mails = ['ans@cafe.example', 'henk@halm.example', 'tess@x.example'].map((from) =>
    mail(from, 'lijst@lijsten.example', 'Delivered-To: sanne@overkant.example\n'),
  );
  assert.deepEqual(await suggest(mails), ['sanne@overkant.example']);
});

test('nothing marked: who both writes and is written to most', async () => {
  const others = ['ans@cafe.example', 'henk@halm.example', 'tess@x.example'];
  const mails = others.flatMap((other) => [
    mail(other, 'sanne@overkant.example'),
    mail('sanne@overkant.example', other),
  ]);
  assert.deepEqual(await suggest(mails), ['sanne@overkant.example']);
});

test('an empty mailbox and another source suggest nobody', async () => {
  assert.deepEqual(await suggest([]), []);
  assert.deepEqual(await rankOwnAddresses(join(folder, 'mails.mbox'), csvInteractions), []);
});
