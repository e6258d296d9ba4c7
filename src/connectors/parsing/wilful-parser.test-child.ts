import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { ParseJob } from './parse-protocol.ts';

/** Stands in for the parser in parser-pool.test.ts and misbehaves as told. */
process.on('message', ({ items }: ParseJob) => {
  for (const item of items)
    process.send?.({ type: 'done', outcome: { type: 'failed', problem: obey(Buffer.from(item.raw).toString()) } });
});
process.send?.({ type: 'ready' });

function obey(word: string): string {
  if (word === 'hang') for (;;) Math.random();
  if (word === 'exit') process.kill(process.pid, 'SIGKILL');
  if (word === 'memory') fillMemory();
  if (word === 'pid') return `said-${process.pid}`;
  if (word === 'environment') return `said-${process.env['HECHT_SECRET_FOR_TEST'] ?? 'nothing'}`;
  if (word === 'write') return tryTo(() => writeFileSync('./hecht-was-here', ''));
  if (word === 'spawn') return tryTo(() => spawnSync('true'));
  return `said-${word}`;
}

function fillMemory(): void {
  const pieces: unknown[] = [];
  for (;;) pieces.push(Array.from({ length: 100_000 }, (_, at) => ({ at })));
}

function tryTo(act: () => unknown): string {
  try {
    act();
    return 'said-allowed';
  } catch (error) {
    return `said-${error instanceof Error && 'code' in error ? String(error.code) : 'error'}`;
  }
}
