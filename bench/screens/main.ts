/**
 * `npm run bench:screens [-- NAME...]`: every call of the screens of steering, from the running program on the kept house of
 * 100,000 parties and a million interactions. With names, only screens or calls that hold one of them.
 */
import { cpus } from 'node:os';
import { type Db, openDatabase } from '#store/database.ts';
import { ensureBase } from '../speed/base.ts';
import { ensureUser, governor, meter, signIn, startApp, visit } from '../speed/bench-app.ts';
import { startBenchServer } from '../speed/bench-server.ts';
import type { Caller } from '../speed/caller.ts';
import { makePlan } from '../speed/plan.ts';
import { percentile } from '../speed/statistics.ts';
import { drawScreens, type ScreenCall } from './calls.ts';
import { fillScreens } from './fill.ts';
import { measureLong } from './long-questions.ts';
import { readWorkedMs } from './worked.ts';

const promisedMs = 150;
const callsEach = 110;
const pagesDeep = 10;

const chosen = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const isChosen = (text: string) => chosen.length === 0 || chosen.some((word) => text.includes(word));
const server = await startBenchServer();
try {
  const quick = process.argv.includes('--quick');
  const base = await ensureBase(server, makePlan({ quick, nowMs: Date.now() }).base, console.error);
  const db = openDatabase({ url: base.url, statementTimeoutMs: 0 });
  await fillScreens(db, [await ensureUser(db, meter), await ensureUser(db, governor)]);
  console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, ${base.parties.toLocaleString('en')} parties`);
  const app = await startApp(base, server.dataDir);
  try {
    const callers = { owner: await signIn(governor), member: await signIn(meter), visitor: visit() };
    const over: string[] = [];
    for (const screen of await drawScreens(db)) {
      if (
        isChosen(`${screen.screen} ${screen.name}`) &&
        !(await measure(callers[screen.as], screen, () => readWorkedMs(db, app.pid)))
      ) {
        over.push(`${screen.screen} ${screen.name}`);
      }
    }
    if (isChosen('what if: preview:')) await tellLong(db, callers.owner, callers.member);
    for (const caller of Object.values(callers)) caller.close();
    if (over.length > 0) process.exitCode = 1;
    console.log(over.length > 0 ? `over ${promisedMs} ms: ${over.join('; ')}` : `all within ${promisedMs} ms`);
  } catch (problem) {
    console.error(app.said());
    throw problem;
  } finally {
    await app.stop();
    await db.destroy();
  }
} finally {
  await server.stop();
}

/** The first ask, which may find nothing ready yet, is told apart; `work` is processor time a call, in milliseconds. */
async function measure(caller: Caller, screen: ScreenCall, worked: () => Promise<number>): Promise<boolean> {
  const [first] = screen.calls;
  if (!first) throw new Error(`${screen.screen} ${screen.name}: nothing to ask`);
  const calls = screen.isPaged ? await turnPages(caller, screen) : screen.calls;
  const firstMs = await caller.time(first);
  const took: number[] = [];
  const workedBefore = await worked();
  for (let index = 0; took.length < callsEach - 1; index += 1) {
    took.push(await caller.time(calls[index % calls.length] ?? first));
  }
  const each = ((await worked()) - workedBefore) / took.length;
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(took, share).toFixed(0).padStart(5));
  const isKept = percentile(took, 0.99) <= promisedMs;
  const name = `${screen.screen} ${screen.name}`.padEnd(44);
  console.log(
    `${isKept ? '✔' : '✖'} ${name} p50 ${p50}  p95 ${p95}  p99 ${p99}   first ${firstMs.toFixed(0)}   work ${each.toFixed(1)}`,
  );
  return isKept;
}

async function turnPages(caller: Caller, { calls: [first] }: ScreenCall): Promise<ScreenCall['calls']> {
  if (!first) return [];
  const pages = [first];
  while (pages.length < pagesDeep) {
    const { text } = await caller.ask(pages.at(-1) ?? first);
    const { nextCursor } = JSON.parse(text) as { nextCursor: string | null };
    if (!nextCursor) break;
    const path = `${first.path}${first.path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(nextCursor)}`;
    pages.push({ method: 'GET', path });
  }
  return pages;
}

async function tellLong(db: Db, asker: Caller, other: Caller): Promise<void> {
  for (const { name, tookMs, othersMs } of await measureLong(db, asker, other)) {
    const took = tookMs.map((ms) => ms.toFixed(0)).join(', ');
    console.log(`  ${name.padEnd(44)} ${took} ms; others waited ${othersMs.toFixed(0)} ms at most`);
  }
}
