/** `npm test`: every check, every test on a real PostgreSQL, every journey in a real browser; `npm test -- tests` runs one part. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, startDatabase } from '#database/start-database.ts';
import { testServerSettings } from '#test/database-server.ts';
import { checkout } from './checkout.ts';
import { findLeftBehind, runMark } from './left-behind.ts';
import { runChecks } from './run-checks.ts';
import { runTests, type TestTotals } from './run-tests.ts';
import { buildWebIfStale } from './web-build.ts';

const stop = new AbortController();
const run = randomUUID();
process.env[runMark] = run;
// Some five hundred processes read the same sources: what the first made of them, the others need not make again.
process.env.NODE_COMPILE_CACHE ??= join(checkout, '.tmp', 'compiled');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

const parts: Record<string, () => Promise<TestTotals>> = {
  checks: async () => ({ ...(await runChecks()), skipped: 0 }),
  tests: () =>
    runTests({
      patterns: ['{src,test,scripts,bench}/**/*.test.ts'],
      concurrency: 3,
      fileTimeoutMs: 600_000,
      signal: stop.signal,
    }),
  journeys: async () => {
    buildWebIfStale(console.log);
    return runTests({ patterns: ['e2e/**/*.spec.ts'], concurrency: 3, fileTimeoutMs: 600_000, signal: stop.signal });
  },
};

const chosen = process.argv.slice(2).filter((name) => name in parts);
const totals: TestTotals = { passed: 0, failed: 0, skipped: 0 };
const server = await startServer();
try {
  for (const [name, runPart] of Object.entries(parts)) {
    if (stop.signal.aborted || (chosen.length > 0 && !chosen.includes(name))) continue;
    const startedAtMs = Date.now();
    console.log(`\n── ${name} ──`);
    add(await runPart().catch(asFailure));
    console.log(`── ${name}: ${((Date.now() - startedAtMs) / 1000).toFixed(0)} s ──`);
  }
} finally {
  await server.stop();
}
await endLeftBehind();
if (stop.signal.aborted) totals.failed += 1;
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

/** One server for the whole run, thrown away with its data; DATABASE_URL names another one instead. */
async function startServer(): Promise<Pick<Database, 'stop'>> {
  if (process.env.DATABASE_URL) return { stop: async () => undefined };
  mkdirSync(join(checkout, '.tmp'), { recursive: true });
  const dataDir = mkdtempSync(join(checkout, '.tmp', 'test-run-'));
  chmodSync(dataDir, 0o755);
  const database = await startDatabase({ dataDir, settings: testServerSettings, log: console.error });
  process.env.HECHT_TEST_DATABASE_URL = database.url;
  const end = async () => {
    await database.stop();
    for (const folder of [database.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
  };
  return { stop: end };
}

function add({ passed, failed, skipped }: TestTotals): void {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}

function asFailure(problem: unknown): TestTotals {
  console.error(problem);
  return { passed: 0, failed: 1, skipped: 0 };
}

async function endLeftBehind(): Promise<void> {
  for (let attempt = 0; attempt < 20 && findLeftBehind(run).length > 0; attempt += 1) await pause(100);
  for (const { pid, command } of findLeftBehind(run)) {
    console.error(`Left behind by the tests, ended now: ${pid} ${command}`);
    totals.failed += 1;
    process.kill(pid, 'SIGKILL');
  }
}
