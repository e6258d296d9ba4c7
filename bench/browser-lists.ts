/** `npm run bench:browser`: the list's first paint and search as one types, in a real browser, at 100,000 parties. */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { chromium, type Page } from 'playwright-core';
import { openDatabase } from '#store/database.ts';
import { findChromium } from '../e2e/chromium.ts';
import { buildWebIfStale } from '../scripts/web-build.ts';
import { ensureBase } from './speed/base.ts';
import { ensureUser, meter } from './speed/bench-app.ts';
import { startBenchServer } from './speed/bench-server.ts';
import { measureBulk } from './speed/bulk.ts';
import { makePlan } from './speed/plan.ts';
import { serve } from './speed/processes.ts';
import { percentile } from './speed/statistics.ts';

const port = '4494';
const address = `http://127.0.0.1:${port}`;
const [opens, words] = [15, 25];
/** As a quick typist. */
const betweenKeysMs = 80;
const promised = { paintMs: 300, searchMs: 100, bulkMs: 5_000 };

buildWebIfStale((line) => console.error(line));
const server = await startBenchServer();
try {
  const quick = process.argv.includes('--quick');
  const base = await ensureBase(server, makePlan({ quick, nowMs: Date.now() }).base, console.error);
  const db = openDatabase({ url: base.url, statementTimeoutMs: 0 });
  const actor = await ensureUser(db);
  const { rows } = await sql<{ name: string }>`
    select name from parties where not is_own and deleted_at is null and length(name) > 6
    order by md5(id::text) limit ${words}`.execute(db);
  await db.destroy();
  const env = { DATABASE_URL: base.url, HECHT_DATA: server.dataDir, HECHT_REQUESTS_PER_MINUTE: '10000000', PORT: port };
  const app = await serve([fileURLToPath(new URL('../src/main.ts', import.meta.url))], env, /is open/);
  const { executablePath, env: more } = findChromium();
  const browser = await chromium.launch({ executablePath, env: { ...ownEnvironment(), ...more } });
  try {
    const page = await browser.newPage({ baseURL: address, locale: 'nl-NL', viewport: { width: 1440, height: 900 } });
    await page.request.post('/api/auth/sign-in/email', {
      data: { email: meter.email, password: meter.password },
      headers: { origin: address },
    });
    const paint = await measurePaint(page);
    const search = await measureSearch(
      page,
      rows.map(({ name }) => name),
    );
    console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, ${base.parties.toLocaleString('en')} parties`);
    tell(`list, first rows painted (${opens} openings)`, paint, promised.paintMs);
    tell(`search, from the last key to the rows (${search.length} letters)`, search, promised.searchMs);
  } finally {
    await browser.close();
    await app.stop();
  }
  for (const { act, parties, doneMs, undoneMs } of await measureBulk(base, actor)) {
    tell(`${act}, ${parties.toLocaleString('en')} relations`, [doneMs], promised.bulkMs);
    tell('  and undone', [undoneMs], promised.bulkMs);
  }
} finally {
  await server.stop();
}

/** From asking for the page, everything of the program being in the browser already, to rows on the screen. */
async function measurePaint(page: Page): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at <= opens; at += 1) {
    await page.goto('/settings/me');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const ms = await page.evaluate(async () => {
      const link = document.querySelector<HTMLAnchorElement>('nav a[href^="/relations"]');
      const begun = performance.now();
      link?.click();
      while (!document.querySelector('tbody tr[data-index="8"]')) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - begun;
    });
    // The first opening fetches the page's own code.
    if (at > 0) took.push(ms);
  }
  return took;
}

/** By the browser's own clock: from the last key to the frame that shows what was asked, and no longer what was. */
async function measureSearch(page: Page, names: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  // What was asked before is not asked again for a while.
  const asked = new Set<string>();
  await page.goto('/relations');
  await page.locator('tbody tr').nth(8).waitFor();
  await page.waitForLoadState('networkidle');
  const box = page.getByLabel('Zoek in relaties');
  const isStill = () => document.querySelector('table')?.getAttribute('aria-busy') === 'false';
  for (const name of names) {
    await box.fill('');
    await page.waitForFunction(isStill);
    for (const letters of [2, 3, 5]) {
      const text = name.slice(0, letters).toLowerCase().trim();
      if (asked.has(text)) continue;
      asked.add(text);
      await page.waitForTimeout(betweenKeysMs);
      const shown = page.evaluate(untilShown, text);
      await box.fill(text);
      took.push(await shown);
    }
  }
  return took;
}

/** Runs in the page: it is told apart from the list before by its answer having come. */
async function untilShown(text: string): Promise<number> {
  const typedMs = await new Promise<number>((resolve) => {
    document.addEventListener('input', () => resolve(performance.now()), { capture: true, once: true });
  });
  const isAsked = ({ name }: PerformanceEntry) => {
    const { pathname, searchParams } = new URL(name);
    return pathname === '/api/parties' && searchParams.get('q') === text;
  };
  const isShown = () =>
    document.querySelector('table')?.getAttribute('aria-busy') === 'false' &&
    performance.getEntriesByType('resource').some(isAsked);
  while (!isShown()) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  performance.clearResourceTimings();
  return performance.now() - typedMs;
}

/** A broken promise is told to whoever started this, too. */
function tell(what: string, took: readonly number[], most: number): void {
  const [p50, p95] = [percentile(took, 0.5), percentile(took, 0.95)];
  const isKept = took.length > 0 && p95 <= most;
  if (!isKept) process.exitCode = 1;
  const spread = took.length > 1 ? `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms` : `${p50.toFixed(0)} ms`;
  console.log(`${isKept ? '✔' : '✖'} ${what.padEnd(48)}  ${spread.padEnd(28)}  promised: p95 <= ${most} ms`);
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
