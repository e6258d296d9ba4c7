/** A house of its own for a measurement: the program as people run it, with its embedded database, gone afterwards. */
import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { ImportRun } from '#contract/imports.ts';
import { makeFirstOwner } from '#test/faults/first-owner.ts';
import { createLivingApp, type LivingApp } from '#test/faults/living-app.ts';
import { asStarted, spawnOwn } from '#test/own-process.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export interface MeasuredHouse {
  readonly app: LivingApp;
  readonly pool: pg.Pool;
  readonly headers: Readonly<Record<string, string>>;
  /** Of the owner's session, for a browser. */
  readonly cookie: string;
  /** As the web does it: upload, look, start, and wait until the lists show it. */
  importByWeb(path: string, ownAddresses?: readonly string[]): Promise<Imported>;
  /** `hecht import` on the same database. */
  importByCommand(path: string): Promise<Imported>;
  end(): Promise<void>;
}

export interface Imported {
  readonly run: ImportRun;
  /** From "start" (of the command: from its beginning, the look included) until every tie is in the lists. */
  readonly seconds: number;
  /** Highest memory of the program that did the work, in MB. */
  readonly memoryMb: number;
}

export async function openMeasuredHouse(readMemoryMb: (pid: number) => { highest: number }): Promise<MeasuredHouse> {
  const app = await createLivingApp();
  await app.start();
  const { apiKey, cookie } = await makeFirstOwner(app);
  const headers = { 'x-api-key': apiKey };
  const { port, password } = app.cluster;
  const connectionString = `postgres://hecht:${password}@127.0.0.1:${port}/hecht`;
  const pool = new pg.Pool({ connectionString, max: 2 });
  pool.on('error', () => undefined);

  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const init = body === undefined ? { headers } : post(headers, body);
    const answer = await fetch(app.url + path, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const until = async (id: string, statuses: readonly string[]): Promise<ImportRun> => {
    for (;;) {
      const run = await ask<ImportRun>(`/api/imports/${id}`);
      if (statuses.includes(run.status)) return run;
      if (run.status === 'failed') throw new Error(`the import failed: ${run.problem}`);
      await pause(100);
    }
  };
  const untilShown = async () => {
    while ((await pool.query('select from stale_ties limit 1')).rowCount) await pause(100);
  };
  return {
    app,
    pool,
    headers,
    cookie,
    importByWeb: async (path, ownAddresses) => {
      const form = new FormData();
      form.append('file', await openAsBlob(path), basename(path));
      const answer = await fetch(`${app.url}/api/uploads`, { method: 'POST', headers, body: form });
      const { uploadId } = (await answer.json()) as { uploadId: string };
      const { id } = await ask<ImportRun>('/api/imports', { uploadId, fileName: basename(path) });
      await until(id, ['previewed']);
      const startedMs = performance.now();
      await ask(`/api/imports/${id}/start`, ownAddresses ? { ownAddresses } : {});
      const run = await until(id, ['done', 'cancelled']);
      await untilShown();
      const seconds = (performance.now() - startedMs) / 1_000;
      return { run, seconds, memoryMb: readMemoryMb(app.pid).highest };
    },
    importByCommand: async (path) => {
      const startedMs = performance.now();
      const env = { ...process.env, DATABASE_URL: connectionString, HECHT_DATA: app.dataDir };
      const child = spawnOwn(process.execPath, [...asStarted, program, 'hecht', 'import', path], {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let [told, memoryMb] = ['', 0];
      child.stderr?.on('data', (text) => (told += text));
      const watch = setInterval(() => {
        memoryMb = Math.max(memoryMb, readMemoryMb(child.pid ?? 0).highest || 0);
      }, 100);
      const [code] = await once(child, 'exit');
      clearInterval(watch);
      if (code !== 0) throw new Error(`hecht import ended with ${code}:\n${told}`);
      const seconds = (performance.now() - startedMs) / 1_000;
      const { items } = await ask<{ items: ImportRun[] }>('/api/imports');
      const [run] = items;
      if (!run) throw new Error('the import is not in the list');
      return { run, seconds, memoryMb };
    },
    end: async () => {
      await pool.end();
      await app.end();
    },
  };
}

function post(headers: Readonly<Record<string, string>>, body: unknown): RequestInit {
  return { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
