/** pg-boss on our database: work is written in the transaction that asks for it, and done by whoever has the role `jobs`. */
import pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Job } from '#services/context.ts';
import type { Db } from '#store/database.ts';
import type { Handle, Handlers } from './handlers.ts';
import { givenUp, type QueueName, queues } from './queues.ts';
import { schedule } from './schedule.ts';

interface Options {
  readonly databaseUrl: string;
  /** True for a process that does jobs, rather than only leaving them. */
  readonly works: boolean;
  readonly log: (message: string, error?: unknown) => void;
}

interface WorkOptions {
  readonly handlers: Handlers;
  /** The firm's, as it is set at that moment: by it the schedule tells the time. */
  readonly findTimeZone: () => Promise<string>;
}

export interface Jobs {
  /** In the same transaction as what asks for it, when `db` is one. */
  enqueue(job: Job, db: Db): Promise<void>;
  work(options: WorkOptions): Promise<void>;
  stop(): Promise<void>;
}

const queueNames = Object.keys(queues) as QueueName[];

/** How PostgreSQL knows the processes that do jobs. */
const workerName = 'hecht jobs';

export async function openJobs({ databaseUrl, works, log }: Options): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: works ? workerName : 'hecht',
    schema: 'jobs',
    max: 4,
    useListenNotify: true,
    // How soon a dead worker is noticed.
    monitorIntervalSeconds: 10,
    superviseIntervalSeconds: 10,
    queueCacheIntervalSeconds: 30,
  });
  boss.on('error', (error) => log('a job queue had trouble', error));
  const isFirst = works && (await isAlone(databaseUrl));
  await boss.start();
  await makeQueues(boss);
  if (isFirst) await takeOver(boss);
  const stopping = new AbortController();

  return {
    enqueue: async ({ name, data, after }, db) => {
      const group = data.userId === undefined ? {} : { group: { id: data.userId } };
      // What is asked for twice while it waits is done once: each import, each thing to tell, each user's daily mail.
      const matter =
        data.importId ?? data.bulkId ?? data.notificationId ?? data.digestKey ?? data.outboxId ?? data.connectionId;
      const once = matter === undefined ? {} : { singletonKey: matter };
      const later = after === undefined ? {} : { startAfter: after };
      await boss.send(name, data, { ...group, ...once, ...later, db: fromKysely(db) });
    },
    work: async ({ handlers, findTimeZone }) => {
      const setClock = async () => {
        const tz = await findTimeZone();
        for (const { job, cron } of schedule) await boss.schedule(job, cron, {}, { tz });
      };
      const all = { ...handlers, 'set-clock': setClock };
      for (const name of queueNames) await workOn(boss, { name, handle: all[name], log, stopping: stopping.signal });
      await setClock();
    },
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 8_000 });
    },
  };
}

async function makeQueues(boss: PgBoss): Promise<void> {
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  if (!known.has(givenUp)) await boss.createQueue(givenUp, { retentionSeconds: 30 * 86_400 });
  for (const name of queueNames) {
    const { retryLimit, retryDelaySeconds, longestSeconds, silentSeconds } = queues[name];
    const rule = {
      retryLimit,
      retryDelay: retryDelaySeconds,
      expireInSeconds: longestSeconds,
      deadLetter: givenUp,
      notify: true,
      ...(silentSeconds === undefined ? {} : { heartbeatSeconds: silentSeconds }),
    };
    if (known.has(name)) await boss.updateQueue(name, rule);
    // short: at most one waiting (of each import), however often it is asked for. The policies that also hold back what
    // runs decide by a list that may be half a minute old.
    else await boss.createQueue(name, { ...rule, policy: 'short' });
  }
}

async function isAlone(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      'select from pg_stat_activity where application_name = $1 and datname = current_database()',
      [workerName],
    );
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

/** Where nobody else works, what still counts as running was left by one that was killed: it goes on now, not when it is missed. */
async function takeOver(boss: PgBoss): Promise<void> {
  const { rows } = await boss.getDb().executeSql("select id, name from jobs.job where state = 'active'");
  for (const { id, name } of rows as { id: string; name: string }[]) {
    if (name in queues) await boss.fail(name, id, { message: 'its worker was killed' });
  }
}

interface Worked {
  readonly name: QueueName;
  readonly handle: Handle;
  readonly log: Options['log'];
  readonly stopping: AbortSignal;
}

async function workOn(boss: PgBoss, { name, handle, log, stopping }: Worked): Promise<void> {
  // One import at a time for each user, so that nobody's mailbox waits behind somebody else's.
  const concurrency = isUsersOwn(name) ? { localConcurrency: 2, groupConcurrency: 1 } : atOnce(name);
  // New jobs are heard of at once; what waits for another try is looked for every few seconds.
  const pace = { notifyPollingIntervalSeconds: 3, burstWhenBatchFull: true };
  await boss.work<Record<string, string>>(name, { ...concurrency, ...pace }, async ([job]) => {
    if (!job) return;
    try {
      await handle(job.data ?? {}, AbortSignal.any([job.signal, stopping]));
    } catch (error) {
      if (!stopping.aborted) log(`the job ${name} failed`, error);
      throw error;
    }
    // Broken off half-way it must not count as done: it goes on at the next start.
    if (stopping.aborted) throw new Error('Hecht stopped');
  });
}

/** A first history takes long; the others do not wait behind it. */
function atOnce(name: QueueName) {
  return name === 'run-connection' ? { localConcurrency: 4 } : {};
}

function isUsersOwn(name: QueueName): boolean {
  return name === 'run-import' || name === 'undo-import' || name === 'preview-import' || name === 'run-bulk';
}
