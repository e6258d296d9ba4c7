import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readAll, testCompliance } from '../compliance.ts';
import { rankOwnAddresses } from '../mail/own-addresses.ts';
import { pst } from './pst.ts';

/** Real Outlook files that come with pst-extractor: an Enron mailbox (Outlook 2003) and one of today's. */
const example = (name: string): string =>
  fileURLToPath(import.meta.resolve(`../../../node_modules/pst-extractor/example/testdata/${name}`));
const enron = example('enron.pst');
const recent = example('pstextractortest@outlook.com.ost');

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-pst-'));
});
after(() => rm(folder, { recursive: true }));

testCompliance('PST', async () => ({ connector: pst, path: recent, expectedItems: 13, expectedFailures: 0 }));

test('an Enron mailbox: who, whom, when and the own words', async () => {
  const items = await readAll(pst, enron);
  assert.equal(items.length, 71);
  const first = items[2];
  assert.ok(first?.type === 'interaction');
  assert.deepEqual(first.record.from, { kind: 'mail', value: 'jreames@br-inc.com', displayName: 'Reames Julie' });
  assert.equal(new Date(first.record.atMs).toISOString(), '2001-10-24T17:07:37.000Z');
  assert.match(first.record.snippet ?? '', /^Michelle, Per our earlier conversation/);
});

test("the owner's sent mail names him by mail address, not by his path in Exchange", async () => {
  const sent = (await readAll(pst, recent)).flatMap((item) =>
    item.type === 'interaction' ? [item.record.from.value] : [],
  );
  assert.equal(sent.filter((address) => address === 'pstextractortest@outlook.com').length, 2);
  assert.deepEqual(
    (await rankOwnAddresses(recent, pst)).map(({ address }) => address),
    ['pstextractortest@outlook.com'],
  );
});

test('a file that is no Outlook file, or a broken one, says so', async () => {
  const path = join(folder, 'kapot.pst');
  for (const content of ['geen pst', '!BDN', Buffer.concat([Buffer.from('!BDN'), Buffer.alloc(5_000, 7)])]) {
    await writeFile(path, content);
    const items = await readAll(pst, path);
    assert.deepEqual(
      items.map((item) => item.type === 'failed' && item.problem.split(':')[0]),
      ['pst-unreadable'],
    );
  }
});
