import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { spawnOwn } from '#test/own-process.ts';

/** The real program as its own process. */
export type App = {
  url: string;
  dataDir: string;
  databaseUrl: string;
  /** Everything it printed so far. */
  output(): string;
  /** The address with the first-run token that it printed at its start. */
  firstRunUrl(): string;
  stop(): Promise<void>;
};

const checkout = fileURLToPath(new URL('../', import.meta.url));
const readyWithinMs = 60_000;

/** What a program starts on, and how that is cleared away when the program has stopped. */
export type House = { databaseUrl: string; dataDir: string; clear(): Promise<void> };

/** A fresh database and an empty data folder. */
export async function emptyHouse(): Promise<House> {
  return houseOn(await testDatabase());
}

export async function houseOn({ url, drop }: TestDatabase): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hecht-journey-'));
  const clear = async () => {
    await drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { databaseUrl: url, dataDir, clear };
}

export async function startApp({ databaseUrl, dataDir, clear }: House, env: Record<string, string> = {}): Promise<App> {
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawnOwn(process.execPath, [join(checkout, 'src/main.ts')], {
    cwd: checkout,
    env: { ...process.env, ...env, PORT: String(port), HECHT_DATA: dataDir, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await clear();
  };
  try {
    await waitUntilReady(
      url,
      () => child.exitCode !== null,
      () => output,
    );
  } catch (problem) {
    await stop();
    throw problem;
  }
  const firstRunUrl = () => findFirstRunUrl(output);
  return { url, dataDir, databaseUrl, output: () => output, firstRunUrl, stop };
}

function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function waitUntilReady(url: string, hasEnded: () => boolean, output: () => string): Promise<void> {
  const deadlineMs = Date.now() + readyWithinMs;
  for (;;) {
    if (hasEnded()) throw new Error(`The app ended before it was ready:\n${output()}`);
    if (Date.now() > deadlineMs)
      throw new Error(`The app was not ready within ${readyWithinMs / 1000} s:\n${output()}`);
    // Its own announcement: before it the migrations may still run while the port answers already.
    if (output().includes(url)) {
      const answer = await fetch(`${url}/`).catch(() => undefined);
      if (answer?.ok) return;
    }
    await pause(50);
  }
}

function findFirstRunUrl(output: string): string {
  const found = output.match(/https?:\/\/\S+[?&]token=\S+/);
  if (!found) throw new Error(`No first-run address was printed:\n${output}`);
  return found[0];
}
