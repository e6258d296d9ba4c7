/**
 * `npm run bench:back-test -- LOG`: a firm's own log (KONECT's form, see bench/radoslaw.ts) imported into a fresh house by
 * the command, looked back on by `hecht check`, and read off the page in a real browser, in both languages: the same figures.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../e2e/chromium.ts';
import { compareWithPage, readPrinted, runHechtCheck } from '../../e2e/printed-check.ts';
import { buildWebIfStale } from '../../scripts/web-build.ts';
import { openMeasuredHouse } from '../import/measured-house.ts';
import { readLogMails, writeCsv } from '../radoslaw.ts';
import { readMemoryMb } from '../speed/processes.ts';

const [path = '../shared/data/radoslaw-email/out.radoslaw_email'] = process.argv.slice(2);

buildWebIfStale(console.error);
const scratch = mkdtempSync(join(tmpdir(), 'hecht-back-test-'));
const house = await openMeasuredHouse(readMemoryMb);
try {
  const csv = join(scratch, 'log.csv');
  writeFileSync(csv, [...writeCsv(await readLogMails(path))].join(''));
  const { run, seconds } = await house.importByCommand(csv);
  console.log(`${run.counts.stored} mails, ${run.counts.newParties} people, in ${seconds.toFixed(1)} s`);

  const { port, password } = house.app.cluster;
  const place = { databaseUrl: `postgres://hecht:${password}@127.0.0.1:${port}/hecht`, dataDir: house.app.dataDir };
  const startedMs = performance.now();
  const printed = await runHechtCheck(place, ['--again', '--language', 'en']);
  console.log(`looked back in ${((performance.now() - startedMs) / 1_000).toFixed(1)} s\n\n${printed}`);

  const { executablePath, env } = findChromium();
  const browser = await chromium.launch({ executablePath, env: { ...ownEnvironment(), ...env } });
  try {
    for (const locale of ['en', 'nl'] as const) {
      const page = await browser.newPage({ baseURL: house.app.url, extraHTTPHeaders: { cookie: house.cookie } });
      await page.addInitScript((chosen) => localStorage.setItem('hecht-locale', chosen), locale);
      await page.request.patch('/api/me', { data: { locale }, headers: { origin: house.app.url } });
      await page.goto('/check');
      await page.locator(`html[lang=${locale}] main section`).last().waitFor();
      const compared = await compareWithPage(page, readPrinted(await runHechtCheck(place, ['--language', locale])));
      console.log(`${locale}: ${compared} figures on the page and behind its numbers are the command's`);
      await page.close();
    }
  } finally {
    await browser.close();
  }
} finally {
  await house.end();
  rmSync(scratch, { recursive: true, force: true });
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
