/** (d) and (e): the running app with a session and rights, beside the bare floor on the same database; and its memory. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from '#services/context.ts';
import { openDatabase } from '#store/database.ts';
import { drawQuestions, type Question, type Route, routes } from './api-calls.ts';
import type { Base } from './base.ts';
import { appEnvironment, ensureUser, signIn, startApp } from './bench-app.ts';
import { systemContext } from './bench-house.ts';
import { type Caller, createCaller } from './caller.ts';
import { readMemoryMb, serve } from './processes.ts';
import { median, percentile } from './statistics.ts';

export interface RouteFigures {
  readonly route: Route;
  /** Medians over the rounds, in milliseconds. */
  readonly app: Percentiles;
  readonly floor: Percentiles;
  /** The app's p50 over the floor's, round by round; their median. */
  readonly ratio: number;
}

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface ApiFigures {
  readonly routes: readonly RouteFigures[];
  readonly rounds: number;
  readonly callsPerRound: number;
  readonly memoryMb: { readonly atStart: number; readonly afterLoad: number; readonly highest: number };
}

const floorPort = '4492';

export async function measureApi(
  base: Base,
  plan: { dataDir: string; rounds: number; callsPerRound: number },
): Promise<ApiFigures> {
  const db = openDatabase({ url: base.url, statementTimeoutMs: 0 });
  const actor = await ensureUser(db);
  const ctx: Context = { ...systemContext(db, () => new Date()), actor };
  const questions = await drawQuestions(ctx);
  await db.destroy();
  const statementsFile = join(plan.dataDir, 'floor-statements.json');
  mkdirSync(plan.dataDir, { recursive: true });
  const app = await startApp(base, plan.dataDir);
  try {
    const atStart = readMemoryMb(app.pid).now;
    const appCaller = await signIn();
    // Every text that a question may name, also those made anew.
    for (const route of routes) for (const { floor } of questions.byRoute[route]) floor();
    writeFileSync(statementsFile, JSON.stringify(questions.statements));
    const bare = await serve(
      [program('floor-child.ts'), statementsFile, floorPort],
      appEnvironment(base, plan.dataDir),
      /ready/,
    );
    const floorCaller = createCaller(`http://127.0.0.1:${floorPort}`);
    const figures = [];
    for (const route of routes) {
      const callers = { app: appCaller, floor: floorCaller };
      figures.push(await measureRoute(route, questions.byRoute[route], callers, plan));
    }
    const { now: afterLoad, highest } = readMemoryMb(app.pid);
    appCaller.close();
    floorCaller.close();
    await bare.stop();
    const { rounds, callsPerRound } = plan;
    return { routes: figures, rounds, callsPerRound, memoryMb: { atStart, afterLoad, highest } };
  } catch (problem) {
    console.error(app.said());
    throw problem;
  } finally {
    await app.stop();
  }
}

async function measureRoute(
  route: Route,
  questions: readonly Question[],
  callers: { app: Caller; floor: Caller },
  plan: { rounds: number; callsPerRound: number },
): Promise<RouteFigures> {
  const ask = async (whom: 'app' | 'floor', calls: number) => {
    const took: number[] = [];
    for (let index = 0; index < calls; index += 1) {
      const question = questions[index % questions.length];
      if (question) took.push(await callers[whom].time(question[whom]()));
    }
    return { p50: percentile(took, 0.5), p95: percentile(took, 0.95), p99: percentile(took, 0.99) };
  };
  for (const whom of ['app', 'floor'] as const) await ask(whom, Math.min(plan.callsPerRound, 200));
  const rounds: { app: Percentiles; floor: Percentiles }[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    const floor = await ask('floor', plan.callsPerRound);
    rounds.push({ floor, app: await ask('app', plan.callsPerRound) });
  }
  const middle = (whom: 'app' | 'floor'): Percentiles => ({
    p50: median(rounds.map((round) => round[whom].p50)),
    p95: median(rounds.map((round) => round[whom].p95)),
    p99: median(rounds.map((round) => round[whom].p99)),
  });
  const ratio = median(rounds.map(({ app, floor }) => app.p50 / floor.p50));
  return { route, app: middle('app'), floor: middle('floor'), ratio };
}

function program(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
