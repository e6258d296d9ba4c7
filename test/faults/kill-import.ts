/** A file that is being imported when the app is killed, twice: it goes on by itself, and every row is there once. */
import { setTimeout as pause } from 'node:timers/promises';
import type { LivingApp } from './living-app.ts';

export interface ImportFindings {
  /** Share of the file that was read when the app was killed. */
  readonly killedAt: readonly number[];
  readonly texts: ReadonlySet<string>;
  readonly status: string;
  readonly seconds: number;
}

interface Run {
  readonly id: string;
  readonly status: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

const giveUpAfterMs = 300_000;

export async function killImport(
  app: LivingApp,
  input: { headers: Record<string, string>; rows: number; killAt: readonly number[] },
): Promise<ImportFindings> {
  const { headers } = input;
  const texts = new Set(Array.from({ length: input.rows }, (_, row) => `regel ${row}`));
  const form = new FormData();
  form.append('file', new Blob([writeRows([...texts])]), 'contacten.csv');
  const upload = await ask<{ uploadId: string }>(app, '/api/uploads', { method: 'POST', headers, body: form });
  const made = await ask<Run>(
    app,
    '/api/imports',
    post(headers, { uploadId: upload.uploadId, fileName: 'contacten.csv' }),
  );
  const look = () => ask<Run>(app, `/api/imports/${made.id}`, { headers });
  await until(look, (run) => run.status === 'previewed');
  const startedAtMs = performance.now();
  await ask(app, `/api/imports/${made.id}/start`, post(headers, {}));
  const killedAt: number[] = [];
  for (const share of input.killAt) {
    const run = await until(look, ({ doneBytes, totalBytes }) => doneBytes >= share * totalBytes);
    await app.kill();
    killedAt.push(run.doneBytes / run.totalBytes);
    await app.start();
  }
  const { status } = await until(look, (run) => ['done', 'failed', 'cancelled'].includes(run.status));
  return { killedAt, texts, status, seconds: (performance.now() - startedAtMs) / 1_000 };
}

function writeRows(texts: readonly string[]): string {
  const rows = texts.map((text, row) => {
    const at = new Date(Date.UTC(2025, 0, 1) + row * 60_000).toISOString();
    const person = `persoon${row % 500}@bedrijf${row % 120}.example`;
    return `${row};${at};mail;${person};joris@overkant.example;${text}`;
  });
  return `id;at;channel;from;to;text\n${rows.join('\n')}\n`;
}

function post(headers: Record<string, string>, body: unknown): RequestInit {
  return { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function ask<T>(app: LivingApp, path: string, init: RequestInit): Promise<T> {
  const answer = await fetch(app.url + path, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function until(look: () => Promise<Run>, isSo: (run: Run) => boolean): Promise<Run> {
  for (let waitedMs = 0; waitedMs < giveUpAfterMs; waitedMs += 25) {
    const run = await look();
    if (isSo(run)) return run;
    await pause(25);
  }
  throw new Error('the import does not get there');
}
