import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAll } from '#connectors/compliance.ts';
import { csvInteractions } from '#connectors/csv/csv-interactions.ts';
import { mbox } from '#connectors/mbox/mbox.ts';
import type { Connector } from '#services/imports/connector.ts';
import { ofEmployee, readLogMails, writeCsv, writeMbox } from './radoslaw.ts';

const dayS = 86_400;
const startS = 1_262_454_010;
const log = [
  '% asym positive',
  '% 7 4 4',
  `1 2 1 ${startS}`,
  `1 3 1 ${startS}`,
  `2 1 1 ${startS + 60}`,
  `3 1 1 ${startS + 8 * dayS}`,
  `1 1 1 ${startS + 9 * dayS}`,
  `2 4 1 ${startS + 10 * dayS}`,
  `4 2 1 ${startS + 10 * dayS + 5}`,
];

async function readBack(connector: Connector, name: string, pieces: Iterable<string>) {
  const folder = await mkdtemp(join(tmpdir(), 'hecht-log-'));
  try {
    await writeFile(join(folder, name), [...pieces].join(''));
    return (await readAll(connector, join(folder, name))).map((item) => {
      assert.ok(item.type === 'interaction', JSON.stringify(item));
      const { sourceKey, atMs, from, to, answers, channel, kind } = item.record;
      return { sourceKey, atMs, from: from.value, to: to.map(({ value }) => value), answers, channel, kind };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readLog() {
  const folder = await mkdtemp(join(tmpdir(), 'hecht-log-'));
  try {
    await writeFile(join(folder, 'log'), log.join('\n'));
    return await readLogMails(join(folder, 'log'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('one second of one sender is one mail; a reply within a week answers it, later does not', async () => {
  const mails = await readLog();
  assert.deepEqual(
    mails.map(({ from, to, answers }) => [from, to, answers]),
    [
      [1, [2, 3], []],
      [2, [1], [`1-${startS}@radoslaw.example`]],
      [3, [1], []],
      [2, [4], []],
      [4, [2], [`2-${startS + 10 * dayS}@radoslaw.example`]],
    ],
  );
});

test("an employee's mailbox and the same rows as CSV read back as the same mails", async () => {
  const mails = ofEmployee(await readLog(), 1);
  assert.equal(mails.length, 3);
  const fromCsv = await readBack(csvInteractions, 'log.csv', writeCsv(mails));
  assert.deepEqual(fromCsv, await readBack(mbox, 'log.mbox', writeMbox(mails)));
  assert.deepEqual(fromCsv[1]?.answers, [`1-${startS}@radoslaw.example`]);
});
