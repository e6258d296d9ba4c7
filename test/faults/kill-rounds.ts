/** Kills during ingest, and what it took to get over each. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '#demo/seeded-random.ts';
import type { LivingApp } from './living-app.ts';
import type { Written } from './writers.ts';

interface Killing {
  readonly rounds: number;
  readonly random: SeededRandom;
  readonly written: Written;
}

/** Every kill falls among writes: some have been answered since the last one, others are on their way. */
async function untilUnderWay(written: Written): Promise<void> {
  const before = written.acknowledged.length;
  for (let waitedMs = 0; waitedMs < 60_000 && written.acknowledged.length < before + 6; waitedMs += 5) await pause(5);
}

/** Kills the app while it writes and starts it again; answers how long each start took until it was ready. */
export async function killApp(app: LivingApp, { rounds, random, written }: Killing): Promise<number[]> {
  const readyAfterMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await untilUnderWay(written);
    await pause(random.whole(0, 300));
    await app.kill();
    readyAfterMs.push(await app.start());
  }
  return readyAfterMs;
}

/** Kills PostgreSQL under the running app; answers how long after each kill the first write after it was acknowledged. */
export async function killDatabase(app: LivingApp, { rounds, random, written }: Killing): Promise<number[]> {
  const backAfterMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await untilUnderWay(written);
    await pause(random.whole(0, 300));
    const { pid } = app.cluster;
    // Every third time only one of its processes: the postmaster then ends the others and recovers by itself.
    const victim = round % 3 === 2 ? (findBackend(pid) ?? pid) : pid;
    const before = written.acknowledged.length;
    const killedAtMs = performance.now();
    process.kill(victim, 'SIGKILL');
    backAfterMs.push(await untilAcknowledged(written, { before, killedAtMs }));
  }
  return backAfterMs;
}

async function untilAcknowledged(written: Written, since: { before: number; killedAtMs: number }): Promise<number> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 5) {
    // What was sent before the kill may have been on its way back already.
    const first = written.acknowledged.slice(since.before).find(({ sentAtMs }) => sentAtMs > since.killedAtMs);
    if (first) return first.answeredAtMs - since.killedAtMs;
    await pause(5);
  }
  return Infinity;
}

/** A process that serves a connection of this postmaster; undefined where the system does not tell. */
function findBackend(postmasterPid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmasterPid);
  const backend = children.find((pid) => / idle$|INSERT|COMMIT|BEGIN|SELECT|in transaction/.test(commandOf(pid)));
  return backend === undefined ? undefined : Number(backend);
}

function parentOf(pid: string): number {
  try {
    return Number((readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ')[1]);
  } catch {
    return 0;
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
