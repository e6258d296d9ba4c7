import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connectors, suggestOwnAddresses } from '#connectors/registry.ts';
import { type House, testHouse } from '#test/house.ts';
import type { Context } from '../context.ts';
import { searchParties } from '../parties/search-parties.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import { decideTriage } from '../parties/triage.ts';
import { createImportOfPath } from './create-import.ts';
import { getImport } from './get-import.ts';
import { previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';
import { startImport } from './start-import.ts';

const path = join(tmpdir(), `hecht-chat-${process.pid}.txt`);
const chat = [
  '12-03-2026 14:05 - Ans de Wit: Kom je morgen?',
  '12-03-2026 14:06 - Sanne: Ja, om tien uur',
  '13-03-2026 10:30 - Ans de Wit: Dank je!',
  '',
].join('\n');

let house: House;
before(async () => {
  house = await testHouse({ connectors, suggestOwnAddresses });
  await writeFile(path, chat);
});
after(async () => {
  await house.drop();
  await rm(path, { force: true });
});

async function bring(ctx: Context, ownAddresses: readonly string[]) {
  const { id: importId } = await createImportOfPath(ctx, {
    path,
    fileName: 'WhatsApp-chat met Ans.txt',
    previewLater: false,
  });
  await previewImport(ctx, { importId });
  const { preview } = await getImport(ctx, { importId });
  await startImport(ctx, { importId, ownAddresses });
  await runImport(ctx, { importId });
  return { preview, run: await getImport(ctx, { importId }) };
}

const find = async (ctx: Context) => (await searchParties(ctx, { q: 'ans de wit' })).items;

test('a chat asks which name is one’s own, and is private like what is in a mailbox', async () => {
  const { preview, run } = await bring(house.sanne, ['Sanne']);
  assert.equal(preview?.brings, 'chats');
  assert.deepEqual(preview?.ownAddresses, [
    { address: 'Ans de Wit', count: 2 },
    { address: 'Sanne', count: 1 },
  ]);
  assert.deepEqual([run.status, run.counts.stored, run.counts.failed], ['done', 3, 0]);
  assert.deepEqual(await find(house.bram), [], 'who is in a telephone is nobody else’s affair');
  const [ans] = await find(house.sanne);
  assert.ok(ans);
  const { items } = await listPartyTimeline(house.sanne, { partyId: ans.id, kinds: ['other'] });
  const moments = items.flatMap((item) => (item.noun === 'interaction' ? [item] : []));
  assert.deepEqual(
    moments.map(({ direction, snippet, at, ours }) => [direction, snippet, at, ours.name]),
    [
      ['theirs', 'Dank je!', '2026-03-13T09:30:00.000Z', 'Sanne de Vries'],
      ['ours', 'Ja, om tien uur', '2026-03-12T13:06:00.000Z', 'Sanne de Vries'],
      ['theirs', 'Kom je morgen?', '2026-03-12T13:05:00.000Z', 'Sanne de Vries'],
    ],
  );
  await decideTriage(house.sanne, { decisions: [{ partyId: ans.id, role: 'customer' }] });
  const seen = (await listPartyTimeline(house.bram, { partyId: ans.id, kinds: ['other'] })).items;
  assert.deepEqual(
    seen.map((item) => item.noun === 'interaction' && [item.snippet, item.textWithheld]),
    [
      [null, true],
      [null, true],
      [null, true],
    ],
  );
});

test('the same chat again adds nothing; the same name in another’s telephone is another', async () => {
  const again = await bring(house.sanne, ['Sanne']);
  assert.deepEqual([again.run.counts.stored, again.run.counts.duplicates], [0, 3]);
  const other = await bring(house.bram, ['sanne']);
  assert.deepEqual([other.run.counts.stored, other.run.counts.newParties], [3, 1]);
  assert.equal((await find(house.bram)).length, 2);
});

test('a mail address that is none is still refused for a mailbox', async () => {
  const mail = join(tmpdir(), `hecht-chat-${process.pid}.eml`);
  await writeFile(mail, 'From: ans@cafe.example\nTo: sanne@overkant.nl\nDate: Fri, 1 May 2026 09:00:00 +0200\n\nDag\n');
  const { id: importId } = await createImportOfPath(house.sanne, {
    path: mail,
    fileName: 'a.eml',
    previewLater: false,
  });
  await previewImport(house.sanne, { importId });
  await assert.rejects(startImport(house.sanne, { importId, ownAddresses: ['Sanne'] }), { code: 'bad-input' });
  await rm(mail);
});
