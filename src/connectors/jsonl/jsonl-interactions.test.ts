import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readAll, testCompliance } from '../compliance.ts';
import { jsonlInteractions } from './jsonl-interactions.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-jsonl-'));
});
after(() => rm(folder, { recursive: true }));

async function write(lines: readonly string[]): Promise<string> {
  const path = join(folder, 'rows.jsonl');
  await writeFile(path, lines.join('\n'));
  return path;
}

const lines = [
  '{"id":"a1","at":"2026-05-01T09:00:00Z","channel":"mail","from":"sanne@overkant.example","to":["ans@cafe.example","mila@overkant.example"],"text":"Dag \\ud83d\\ude00 \\ud83d \\u0000!"}',
  '{"at":1777900000,"channel":"order","from":"klant 7","to":"De Overkant","amount":12.5,"currency":"EUR","offers":{"Overkant":4.17,"Ander":3.99}}',
  '{"at":1777900000,"from":"a","to":"b"',
  '[1,2]',
  '{"at":1777900000,"from":{"name":"a"},"to":"b"}',
  '',
  '{"at":1777900001,"from":"a","to":"b","asked":true,"valence":-0.25}',
  `{"at":1777900002,"from":"a","to":"b","text":"${'x'.repeat(1_100_000)}"}`,
  '{"at":1777900003,"from":"a","to":"b","unknown":[[[]]]}',
];

testCompliance('JSON Lines of interactions', async () => ({
  connector: jsonlInteractions,
  path: await write(lines),
  expectedItems: 8,
  expectedFailures: 4,
}));

test('lists, numbers, yes and no and prices are read by their kind', async () => {
  const items = await readAll(jsonlInteractions, await write(lines));
  const [mail, order, , , , answer] = items;
  assert.ok(mail?.type === 'interaction' && order?.type === 'interaction' && answer?.type === 'interaction');
  assert.deepEqual(
    mail.record.to.map(({ value }) => value),
    ['ans@cafe.example', 'mila@overkant.example'],
  );
  assert.equal(mail.record.snippet, 'Dag 😀 \ufffd !');
  assert.deepEqual(order.record.order?.offers, { Overkant: 417, Ander: 399 });
  assert.equal(order.record.order?.amountMinor, 1250);
  assert.equal(answer.record.asked, true);
  assert.equal(answer.record.valence, -0.25);
});

test('a broken line says why and which line it is', async () => {
  const failed = (await readAll(jsonlInteractions, await write(lines))).flatMap((item) =>
    item.type === 'failed' ? [`${item.position} ${item.problem}`] : [],
  );
  assert.deepEqual(failed, [
    '3 row-json-unreadable',
    '4 row-json-no-object',
    '5 row-value-unreadable: from',
    '8 row-too-long',
  ]);
});
