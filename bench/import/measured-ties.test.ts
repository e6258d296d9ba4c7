import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { createSeededRandom } from '#demo/seeded-random.ts';
import { type ImportedFile, openTestHouse } from '#test/front-door/open-house.ts';
import { ofEmployee, readLogMails, toAddress, writeCsv, writeMbox } from '../radoslaw.ts';
import { compareTies, type MeasuredTies, readMeasuredTies } from './measured-ties.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-log-'));
});
after(() => rm(folder, { recursive: true }));

/** A log in the form of the real one: fourteen people, some of whom answer, some within seconds, some to all. */
async function makeLog(): Promise<string> {
  const random = createSeededRandom(7);
  const lines = ['% asym positive'];
  let atS = 1_262_454_010;
  for (let mail = 0; mail < 700; mail += 1) {
    atS += Math.floor(random.share() ** 3 * 90_000);
    const from = 1 + Math.floor(random.share() * 14);
    const receivers = 1 + Math.floor(random.share() ** 2 * 6);
    for (let to = 0; to < receivers; to += 1) lines.push(`${from} ${1 + ((from + to * to) % 14)} 1 ${atS}`);
  }
  const path = join(folder, 'log');
  await writeFile(path, lines.join('\n'));
  return path;
}

async function measure(file: ImportedFile): Promise<MeasuredTies> {
  const house = await openTestHouse();
  const pool = new pg.Pool({ connectionString: house.house.databaseUrl });
  pool.on('error', () => undefined);
  try {
    const run = await house.importFile(house.owner, { ...file, ownAddresses: [toAddress(3)] });
    assert.equal(run.counts.failed, 0);
    return await readMeasuredTies(pool);
  } finally {
    await pool.end();
    await house.close();
  }
}

test('one employee’s log gives the same ties as that employee’s mailbox, to the ninth digit', async () => {
  const mails = ofEmployee(await readLogMails(await makeLog()), 3);
  const csv = await measure({ name: 'log.csv', content: [...writeCsv(mails)].join('') });
  const mbox = await measure({ name: 'log.mbox', content: [...writeMbox(mails)].join('') });
  const { ties, values, differences } = compareTies(csv, mbox);
  assert.deepEqual(differences, []);
  assert.ok(ties >= 13 && values > ties * 50, `${ties} ties, ${values} values`);
  const shorter = await measure({ name: 'log.mbox', content: [...writeMbox(mails.slice(1))].join('') });
  assert.notEqual(compareTies(csv, shorter).differences.length, 0, 'one mail less is noticed');
});
