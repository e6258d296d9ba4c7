/** `npm run test:faults`: kills, repeats and disorder, and what must hold after them. `-- --quick` for a few of each but the import. */
import { parseArgs } from 'node:util';
import { createSeededRandom } from '#demo/seeded-random.ts';
import { makeFirstOwner } from './first-owner.ts';
import { killImport } from './kill-import.ts';
import { killApp, killDatabase } from './kill-rounds.ts';
import { checkLedger, type Findings, urlOf } from './ledger-check.ts';
import { createLivingApp, type LivingApp } from './living-app.ts';
import { findOrderFaults } from './order-seeds.ts';
import { startWriters, type Written } from './writers.ts';

const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const plan = asked.quick
  ? { appKills: 3, databaseKills: 3, seeds: 25, importRows: 4_000, slowness: 4 }
  : { appKills: 50, databaseKills: 20, seeds: 1_000, importRows: 60_000, slowness: 1 };
/** From the start until it takes work; a quick run shares its machine with other tests. */
const readyWithinMs = { app: 3_000 * plan.slowness, database: 10_000 * plan.slowness };
const seed = Number(asked.seed);
const totals = { passed: 0, failed: 0 };

function expect(holds: boolean, what: string): void {
  totals[holds ? 'passed' : 'failed'] += 1;
  console.log(`${holds ? '✔' : '✖'} ${what}`);
}

const parts: Record<string, () => Promise<void>> = {
  app: testAppKills,
  database: testDatabaseKills,
  import: testImport,
  order: testOrder,
};
for (const [name, part] of Object.entries(parts)) {
  if (asked.only === undefined ? asked.quick && name === 'import' : asked.only !== name) continue;
  await part().catch((problem) => {
    console.error(problem);
    expect(false, `${name}: the test itself came to an end`);
  });
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

async function testAppKills(): Promise<void> {
  await inHouse(async (app, apiKey) => {
    const writers = startWriters({ url: app.url, apiKey, writers: 4, seed });
    const random = createSeededRandom(seed);
    const readyMs = await killApp(app, { rounds: plan.appKills, random, written: writers.written });
    const written = await writers.stop();
    expect(
      Math.max(...readyMs) <= readyWithinMs.app,
      `app killed ${plan.appKills} times: ready again within ${told(readyMs)}`,
    );
    await checkWritten(app, written, 'app');
  });
}

async function testDatabaseKills(): Promise<void> {
  await inHouse(async (app, apiKey) => {
    const writers = startWriters({ url: app.url, apiKey, writers: 4, seed: seed + 1 });
    const random = createSeededRandom(seed + 1);
    const backMs = await killDatabase(app, { rounds: plan.databaseKills, random, written: writers.written });
    const written = await writers.stop();
    expect(
      Math.max(...backMs) <= readyWithinMs.database,
      `PostgreSQL killed ${plan.databaseKills} times: writes again within ${told(backMs)}`,
    );
    await checkWritten(app, written, 'PostgreSQL');
  });
}

async function testImport(): Promise<void> {
  await inHouse(async (app, apiKey) => {
    const rows = plan.importRows;
    const { killedAt, texts, status, seconds } = await killImport(app, {
      headers: { 'x-api-key': apiKey },
      rows,
      killAt: [0.3, 0.7],
    });
    const shares = killedAt.map((share) => `${Math.round(100 * share)} %`).join(' and ');
    expect(
      status === 'done',
      `import of ${rows} rows killed at ${shares}: ${status} by itself after ${seconds.toFixed(0)} s`,
    );
    expectSound(await checkLedger(urlOf(app), texts), 'import');
  });
}

async function testOrder(): Promise<void> {
  const wrong = await findOrderFaults({ from: seed, seeds: plan.seeds });
  expect(
    wrong.length === 0,
    `${plan.seeds} logs in any order, with repeats and late fillings: ${wrong.length} states differ ${wrong.slice(0, 10)}`,
  );
}

async function inHouse(work: (app: LivingApp, apiKey: string) => Promise<void>): Promise<void> {
  const app = await createLivingApp();
  try {
    await app.start();
    const { apiKey } = await makeFirstOwner(app);
    await work(app, apiKey);
  } catch (problem) {
    console.error(app.output().split('\n').slice(-20).join('\n'));
    throw problem;
  } finally {
    await app.end();
  }
}

async function checkWritten(app: LivingApp, written: Written, killed: string): Promise<void> {
  const { acknowledged, sentAgain, texts, unexpected } = written;
  console.log(`  ${acknowledged.length} requests acknowledged, ${texts.size} contact moments, ${sentAgain} sent again`);
  expect(unexpected.length === 0, `${killed}: no other answer than yes or 503 ${unexpected.slice(0, 3).join(' | ')}`);
  expectSound(await checkLedger(urlOf(app), texts), killed);
}

function expectSound({ lost, duplicate, uncalledFor, events, states }: Findings, what: string): void {
  expect(lost === 0, `${what}: ${lost} lost`);
  expect(duplicate === 0 && uncalledFor === 0, `${what}: ${duplicate} duplicate, ${uncalledFor} uncalled for`);
  expect(
    events === 0 && states === 0,
    `${what}: ${events} without their tie events, ${states} states not those of their events`,
  );
}

function told(valuesMs: readonly number[]): string {
  const sorted = valuesMs.toSorted((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return `${((sorted.at(-1) ?? Number.NaN) / 1_000).toFixed(2)} s (usually ${(middle / 1_000).toFixed(2)} s)`;
}
