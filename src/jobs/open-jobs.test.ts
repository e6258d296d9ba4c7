import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Job } from '#services/context.ts';
import { type Db, openDatabase } from '#store/database.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import type { Handlers } from './handlers.ts';
import { type Jobs, openJobs } from './open-jobs.ts';
import { type QueueName, queues } from './queues.ts';

let database: TestDatabase;
let db: Db;
let jobs: Jobs;
const done: { name: QueueName; data: unknown }[] = [];
let running: string[] = [];
let zone = 'Europe/Amsterdam';
let release: () => void = () => undefined;
let held = Promise.resolve();

/** Records what it was asked; an import with `slow` waits until it is let go. */
const record = (name: QueueName) => async (data: unknown) => {
  const { importId = '', slow } = data as Record<string, string>;
  running.push(importId);
  if (slow) await held;
  running = running.filter((id) => id !== importId);
  done.push({ name, data });
};

const handlers = {
  ...Object.fromEntries((Object.keys(queues) as QueueName[]).map((name) => [name, record(name)])),
  'resume-imports': async () => {
    throw new Error('poison');
  },
} as unknown as Handlers;

before(async () => {
  database = await testDatabase();
  db = openDatabase({ url: database.url, maxConnections: 4 });
  jobs = await openJobs({ databaseUrl: database.url, works: true, log: () => undefined });
  await jobs.work({ handlers, findTimeZone: async () => zone });
});
after(async () => {
  release();
  await jobs.stop();
  await db.destroy();
  await database.drop();
});

const importOf = (userId: string, more: Record<string, string> = {}): Job => ({
  name: 'run-import',
  data: { importId: uuidv7(), userId, ...more },
});
const wasDone = (job: Job) => done.some(({ data }) => (data as Job['data']).importId === job.data.importId);

test('a job written in a transaction is done once that is committed, and never when it is not', async () => {
  const [kept, dropped] = [importOf(uuidv7()), importOf(uuidv7())];
  await db
    .transaction()
    .execute(async (tx) => {
      await jobs.enqueue(dropped, tx);
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await db.transaction().execute((tx) => jobs.enqueue(kept, tx));
  await until(() => wasDone(kept));
  assert.equal(wasDone(dropped), false);
});

test("imports of one user run one after the other, another user's beside them", async () => {
  held = new Promise((resolve) => {
    release = resolve;
  });
  const [sanne, bram] = [uuidv7(), uuidv7()];
  const first = importOf(sanne, { slow: 'yes' });
  const [second, other] = [importOf(sanne), importOf(bram)];
  await jobs.enqueue(first, db);
  await until(() => running.includes(first.data.importId ?? ''));
  await jobs.enqueue(second, db);
  await jobs.enqueue(other, db);
  await until(() => wasDone(other));
  assert.equal(wasDone(second), false);
  release();
  await until(() => wasDone(first) && wasDone(second));
});

test('asked for three times while it runs, an import runs once more and not three times', async () => {
  held = new Promise((resolve) => {
    release = resolve;
  });
  const job = importOf(uuidv7(), { slow: 'yes' });
  await jobs.enqueue(job, db);
  await until(() => running.includes(job.data.importId ?? ''));
  for (let asked = 0; asked < 3; asked += 1) await jobs.enqueue(job, db);
  release();
  const times = () => done.filter(({ data }) => (data as Job['data']).importId === job.data.importId).length;
  await until(() => times() === 2);
  await pause(300);
  assert.equal(times(), 2);
});

test('a poisoned job ends apart with its reason, and the others go on', async () => {
  await jobs.enqueue({ name: 'resume-imports' as Job['name'], data: { poison: 'yes' } }, db);
  const healthy = importOf(uuidv7());
  await jobs.enqueue(healthy, db);
  await until(() => wasDone(healthy));
  const givenUp = async () =>
    (await database.pool.query(`select output from jobs.job where name = 'given-up' and data->>'poison' = 'yes'`)).rows;
  for (let waited = 0; (await givenUp()).length === 0; waited += 1) {
    assert.ok(waited < 50, 'it was not given up within 5 s');
    await pause(100);
  }
  const failed = await database.pool.query(
    `select output->>'message' as reason from jobs.job where name = 'resume-imports' and state = 'failed'`,
  );
  assert.equal(failed.rows[0]?.reason, 'poison');
});

test('the schedule keeps the time of the firm, also when that moves', async () => {
  const zones = async () =>
    (await database.pool.query('select distinct timezone from jobs.schedule')).rows.map((row) => row.timezone);
  assert.deepEqual(await zones(), ['Europe/Amsterdam']);
  zone = 'America/Paramaribo';
  await jobs.enqueue({ name: 'set-clock', data: {} }, db);
  for (let waited = 0; (await zones()).join() !== zone; waited += 1) {
    assert.ok(waited < 50, 'the clock was not set within 5 s');
    await pause(100);
  }
});

test('a job that is broken off by a stop goes on at the next start', async () => {
  const other = await testDatabase();
  const otherDb = openDatabase({ url: other.url, maxConnections: 2 });
  const begun: string[] = [];
  let next: Jobs | null = null;
  const patient: Handlers = {
    ...handlers,
    'run-import': async (data, signal) => {
      begun.push((data as Job['data']).importId ?? '');
      if (begun.length === 1) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  };
  try {
    const first = await openJobs({ databaseUrl: other.url, works: true, log: () => undefined });
    await first.work({ handlers: patient, findTimeZone: async () => zone });
    const job = importOf(uuidv7());
    await first.enqueue(job, otherDb);
    await until(() => begun.length === 1);
    const startedMs = performance.now();
    await first.stop();
    assert.ok(performance.now() - startedMs < 5_000, 'it does not wait for what it can break off');
    next = await openJobs({ databaseUrl: other.url, works: true, log: () => undefined });
    await next.work({ handlers: patient, findTimeZone: async () => zone });
    await until(() => begun.length === 2);
    assert.deepEqual(begun, [job.data.importId, job.data.importId]);
  } finally {
    await next?.stop();
    await otherDb.destroy();
    await other.drop();
  }
});

test('what a killed worker left is taken over at once by the next that starts alone', async () => {
  const other = await testDatabase();
  const otherDb = openDatabase({ url: other.url, maxConnections: 2 });
  let next: Jobs | null = null;
  try {
    const job = importOf(uuidv7());
    const leaver = await openJobs({ databaseUrl: other.url, works: false, log: () => undefined });
    await leaver.enqueue(job, otherDb);
    await leaver.stop();
    // As a kill leaves it: begun by somebody who is no longer there.
    await other.pool.query(
      `update jobs.job set state = 'active', started_on = now(), heartbeat_on = now() where name = 'run-import'`,
    );
    next = await openJobs({ databaseUrl: other.url, works: true, log: () => undefined });
    await next.work({ handlers, findTimeZone: async () => zone });
    await until(() => wasDone(job));
  } finally {
    await next?.stop();
    await otherDb.destroy();
    await other.drop();
  }
});

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (holds()) return;
    await pause(20);
  }
  throw new Error('it did not come about within 10 s');
}
