/** The real program on its own embedded PostgreSQL, to be killed and started again as somebody's service manager would. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { asStarted, asStartedIn, spawnOwn } from '../own-process.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const giveUpAfterMs = 60_000;

export interface LivingApp {
  readonly url: string;
  readonly dataDir: string;
  /** Of the program that runs now, or ran last. */
  readonly pid: number;
  /** Starts the program; answers how long it took until it was ready to work. */
  start(): Promise<number>;
  /** kill -9, and waits until the process is gone. */
  kill(): Promise<void>;
  isReady(): Promise<boolean>;
  /** Of the embedded PostgreSQL that runs now. */
  readonly cluster: { readonly pid: number; readonly port: number; readonly password: string };
  output(): string;
  /** Stops everything and removes the data. */
  end(): Promise<void>;
}

export async function createLivingApp(): Promise<LivingApp> {
  mkdirSync(join(checkout, '.tmp'), { recursive: true });
  const dataDir = mkdtempSync(join(checkout, '.tmp', 'faults-'));
  // The account that the database runs as must be able to pass.
  chmodSync(dataDir, 0o755);
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let output = '';

  const isReady = async () => {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    return answer?.status === 200;
  };
  const start = async () => {
    const startedAtMs = performance.now();
    const { DATABASE_URL: _, HECHT_TEST_DATABASE_URL: __, ...env } = process.env;
    const started = spawnOwn(process.execPath, [...asStarted, join(checkout, 'src/main.ts')], {
      cwd: checkout,
      env: { ...asStartedIn, ...env, PORT: String(port), HECHT_DATA: dataDir, HECHT_REQUESTS_PER_MINUTE: '10000000' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) stream?.on('data', (text) => (output += text));
    while (!(await isReady())) {
      if (started.exitCode !== null) throw new Error(`the program ended by itself:\n${output}`);
      if (performance.now() - startedAtMs > giveUpAfterMs)
        throw new Error(`the program does not get ready:\n${output}`);
      await pause(20);
    }
    return performance.now() - startedAtMs;
  };
  const stopWith = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url,
    dataDir,
    get pid() {
      return child?.pid ?? 0;
    },
    start,
    kill: () => stopWith('SIGKILL'),
    isReady,
    get cluster() {
      return readCluster(dataDir);
    },
    output: () => output,
    end: async () => {
      await stopWith('SIGTERM');
      const home = homeOf(dataDir);
      for (const folder of [home === join(dataDir, 'database') ? home : dirname(home), dataDir]) {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** In a closed home the database stands elsewhere, and a note says where. */
function homeOf(dataDir: string): string {
  const note = join(dataDir, 'database-location');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(dataDir, 'database');
}

function readCluster(dataDir: string): LivingApp['cluster'] {
  const home = homeOf(dataDir);
  const lines = readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  return { pid: Number(lines[0]), port: Number(lines[3]), password };
}

/** Below the range from which systems hand out ports by themselves: after a kill it must still be free. */
async function findPort(): Promise<number> {
  for (let port = 4_480; port < 4_600; port += 1) {
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error('no free port');
}
