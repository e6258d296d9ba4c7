/**
 * Real input, end to end: a firm's log of 82,927 mails, the same log as one employee's mailbox, 6,046 mails of strangers,
 * and a million rows with two kills on the way. Each through the program as it is shipped.
 *
 *   node bench/import/main.ts [log FILE] [same FILE EMPLOYEE] [mails] [rows COUNT]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ofEmployee, readLogMails, toAddress, writeCsv, writeMbox } from '../radoslaw.ts';
import { readMemoryMb } from '../speed/processes.ts';
import { importMillion } from './killed-rows.ts';
import { type MeasuredHouse, openMeasuredHouse } from './measured-house.ts';
import { compareTies, type MeasuredTies, readMeasuredTies } from './measured-ties.ts';
import { importStrangers } from './strangers-mail.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hecht-bench-import-'));
const [part, ...rest] = process.argv.slice(2);
const parts: Record<string, (args: readonly string[]) => Promise<boolean>> = {
  log: importLog,
  same: compareForms,
  mails: () => inHouse((house) => importStrangers(house, scratch)),
  rows: ([count = '1000000']) => inHouse((house) => importMillion(house, Number(count))),
};
try {
  const chosen = parts[part ?? ''];
  if (!chosen) {
    console.error('node bench/import/main.ts log FILE | same FILE EMPLOYEE | mails | rows COUNT');
    process.exitCode = 2;
  } else if (!(await chosen(rest))) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function inHouse<T>(work: (house: MeasuredHouse) => Promise<T>): Promise<T> {
  const house = await openMeasuredHouse(readMemoryMb);
  try {
    return await work(house);
  } finally {
    await house.end();
  }
}

/** Promised: ties with four blocks in the lists within 60 s. */
async function importLog([path = '']: readonly string[]): Promise<boolean> {
  const csv = join(scratch, 'log.csv');
  writeFileSync(csv, [...writeCsv(await readLogMails(path))].join(''));
  const ways = {
    web: (house: MeasuredHouse) => house.importByWeb(csv),
    command: (house: MeasuredHouse) => house.importByCommand(csv),
  };
  let holds = true;
  for (const [way, importIt] of Object.entries(ways)) {
    await inHouse(async (house) => {
      const { run, seconds, memoryMb } = await importIt(house);
      const { rows } = await house.pool.query<{ ties: number; known: number }>(`
        select count(*)::int as ties,
          count(*) filter (where bond > 0 and least(trust, reciprocity, intensity, time) > 0)::int as known from tie_figures`);
      const [{ ties = 0, known = 0 } = {}] = rows;
      console.log(
        `${way.padEnd(8)} ${run.counts.stored} mails, ${run.counts.newParties} people, ${ties} ties (${known} with four blocks ` +
          `above nought) in ${seconds.toFixed(1)} s, ${Math.round(memoryMb)} MB`,
      );
      holds &&= seconds <= 60 && ties > 0 && run.counts.failed === 0;
    });
  }
  return holds;
}

/** Promised: the same ties from either form. */
async function compareForms([path = '', employee = '3']: readonly string[]): Promise<boolean> {
  const mails = ofEmployee(await readLogMails(path), Number(employee));
  const forms = { csv: writeCsv, mbox: writeMbox };
  const measured: MeasuredTies[] = [];
  for (const [form, write] of Object.entries(forms)) {
    const file = join(scratch, `employee-${employee}.${form}`);
    writeFileSync(file, [...write(mails)].join(''));
    await inHouse(async (house) => {
      const { run, seconds } = await house.importByWeb(file, [toAddress(Number(employee))]);
      measured.push(await readMeasuredTies(house.pool));
      console.log(`${form.padEnd(8)} ${run.counts.stored} mails in ${seconds.toFixed(1)} s`);
    });
  }
  const [left = new Map(), right = new Map()] = measured;
  const { ties, values, worst, differences } = compareTies(left, right);
  console.log(`${ties} ties, ${values} values; largest relative difference ${worst}`);
  for (const difference of differences.slice(0, 20)) console.log(`  ${difference}`);
  return ties > 0 && differences.length === 0;
}
