import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { prepareBinaries } from './binaries.ts';
import { databaseUser, openCluster } from './cluster.ts';
import { ensureServer, type Server, type Wish } from './ensure-server.ts';
import { choosePlace } from './place.ts';
import { isServerOf, waitUntilGone } from './postmaster.ts';

export type Database = {
  url: string;
  /** Where the files are, which is outside the data folder when that stands in a closed home. */
  folder: string;
  /** True when another Hecht had already started it. */
  adopted: boolean;
  stop(): Promise<void>;
};

export type DatabaseOptions = {
  dataDir: string;
  settings?: Record<string, string>;
  log?: (line: string) => void;
};

const watchEveryMs = 200;
const stopWithinMs = 8_000;

/** Starts (or adopts) the private PostgreSQL of a data folder and keeps it running until stopped. */
export async function startDatabase({ dataDir, settings = {}, log = () => {} }: DatabaseOptions): Promise<Database> {
  const place = choosePlace(dataDir);
  if (place.outside) log(`The database is kept in ${place.home}: the account it runs as may not enter ${dataDir}.`);
  const native = prepareBinaries({ account: place.account, copyInto: place.binariesCopy });
  const cluster = openCluster(place, native);
  const wish = { place, cluster, native, settings, port: undefined, withinMs: 120_000 };
  const first = await ensureServer(wish);
  const address = { ...wish, port: first.port };
  const url = `postgres://${databaseUser}:${cluster.password}@127.0.0.1:${first.port}`;
  await createDatabase(`${url}/postgres`);
  const stop = keepRunning(first, address, log);
  return { url: `${url}/hecht`, folder: place.home, adopted: !first.child, stop };
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'hecht'");
    if (!rowCount) await client.query('CREATE DATABASE hecht');
  } catch (problem) {
    // 42P04, 23505: the other of two starters made it a moment ago.
    if (!['42P04', '23505'].includes(String((problem as { code?: string }).code))) throw problem;
  } finally {
    await client.end();
  }
}

/** Watches the server, ours or adopted, and starts it again at the same address when it is gone. */
function keepRunning(first: Server, wish: Wish, log: (line: string) => void): () => Promise<void> {
  let server = first;
  let restarting: Promise<void> | undefined;
  let stopped = false;
  const restart = async () => {
    for (let attempt = 1; !stopped; attempt += 1) {
      try {
        server = await ensureServer(wish);
        return log(`The database is back (process ${server.pid}).`);
      } catch (problem) {
        log(`The database does not come back yet: ${problem instanceof Error ? problem.message : problem}`);
        await pause(Math.min(5_000, 200 * attempt), undefined, { ref: false });
      }
    }
  };
  const watch = setInterval(() => {
    if (stopped || restarting || isServerOf(server.pid, wish.cluster.folder)) return;
    log('The database ended unexpectedly; starting it again.');
    restarting = restart().finally(() => {
      restarting = undefined;
    });
  }, watchEveryMs).unref();
  const stopWithProcess = () => server.child?.kill('SIGINT');
  process.once('exit', stopWithProcess);
  return async () => {
    stopped = true;
    clearInterval(watch);
    await restarting;
    process.removeListener('exit', stopWithProcess);
    await stopServer(server, wish.cluster.folder);
  };
}

async function stopServer({ child, pid }: Server, clusterFolder: string): Promise<void> {
  if (!child) return;
  child.kill('SIGINT');
  if (await waitUntilGone({ pid, clusterFolder, withinMs: stopWithinMs })) return;
  child.kill('SIGQUIT');
  await waitUntilGone({ pid, clusterFolder, withinMs: 2_000 });
}
