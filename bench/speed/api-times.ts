/** (d) and (e): the running app with a session and rights, beside the bare floor on the same database; and its memory. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAccounts } from '#http/accounts.ts';
import { createAuth } from '#http/auth.ts';
import type { Context, UserActor } from '#services/context.ts';
import { type Db, openDatabase } from '#store/database.ts';
import { drawQuestions, type Question, type Route, routes } from './api-calls.ts';
import type { Base } from './base.ts';
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

/** As `npm start` runs it. */
const asStarted = ['--max-semi-space-size=8', '--heap-growing-percent=60'];
const appPort = '4491';
const floorPort = '4492';
export const meter = { email: 'meter@branderij.example', password: 'een lange koffiepauze' };

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
  const env = { DATABASE_URL: base.url, HECHT_DATA: plan.dataDir, HECHT_REQUESTS_PER_MINUTE: '10000000' };
  const app = await serve([...asStarted, program('../../src/main.ts')], { ...env, PORT: appPort }, /is open/);
  try {
    const atStart = readMemoryMb(app.pid).now;
    const appCaller = await signIn(`http://127.0.0.1:${appPort}`);
    // Every text that a question may name, also those made anew.
    for (const route of routes) for (const { floor } of questions.byRoute[route]) floor();
    writeFileSync(statementsFile, JSON.stringify(questions.statements));
    const bare = await serve([program('floor-child.ts'), statementsFile, floorPort], env, /ready/);
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

/** Somebody who signs in like everybody else, and is the first colleague. */
export async function ensureUser(db: Db): Promise<UserActor> {
  const find = () => db.selectFrom('users').selectAll().where('email', '=', meter.email).executeTakeFirst();
  if (!(await find())) {
    const now = () => new Date();
    const publicUrl = `http://127.0.0.1:${appPort}`;
    const auth = createAuth({
      db,
      secret: 'only used to hash one password',
      publicUrl,
      otherOrigins: [],
      log: () => {},
    });
    const { id: partyId } = await db
      .selectFrom('parties')
      .select('id')
      .where('is_own', '=', true)
      .where('kind', '=', 'person')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const account = { name: 'Meter', ...meter, role: 'member', locale: 'nl', partyId } as const;
    await createAccounts({ auth, now, forget: () => {} }).create({ db, ...account });
  }
  const user = await find();
  if (!user) throw new Error('the account was not made');
  return { kind: 'user', userId: user.id, role: 'member', partyId: user.party_id, via: 'web' };
}

async function signIn(origin: string): Promise<Caller> {
  const door = createCaller(origin, { origin });
  const { cookies } = await door.ask({ method: 'POST', path: '/api/auth/sign-in/email', body: meter });
  door.close();
  return createCaller(origin, { cookie: cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') });
}

function program(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
