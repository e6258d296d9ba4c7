/**
 * The figures of the few ties that somebody just wrote to, made again right behind the answer. What comes in meanwhile goes
 * along, and who asks for figures before that waits for them (settleFigures). Marks in the database stand until it is
 * done, so that after a kill the job does it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Tx } from '#store/database.ts';
import { afterCommit, transact } from '#store/transact.ts';
import { refreshTies } from './refresh-figures.ts';

interface Waiting {
  readonly tieIds: Set<string>;
  timer: NodeJS.Timeout | null;
  /** When the first of those that wait came. */
  sinceMs: number;
  running: Promise<void>;
  refreshing: number;
}

/** Who writes on and on pays for figures once in a while; who reads them meanwhile does not wait for this. */
const quietMs = 200;
const gatheredMs = 1_000;
/** More at once would need too much memory. */
const mostGathered = 40;
const mostWaitMs = 1_000;
const waitingOn = new WeakMap<Db, Waiting>();

function newWaiting(): Waiting {
  return { tieIds: new Set(), timer: null, sinceMs: 0, running: Promise.resolve(), refreshing: 0 };
}

export function refreshSoon(tx: Tx, input: { tieIds: readonly string[]; now: () => Date }): void {
  afterCommit(tx, (db) => {
    const waiting = waitingOn.get(db) ?? newWaiting();
    waitingOn.set(db, waiting);
    for (const tieId of input.tieIds) waiting.tieIds.add(tieId);
    if (waiting.timer === null) {
      waiting.sinceMs = performance.now();
      waiting.timer = setTimeout(() => begin(db, waiting, input.now), quietMs).unref();
    } else if (waiting.tieIds.size > mostGathered) begin(db, waiting, input.now);
    else if (performance.now() - waiting.sinceMs < gatheredMs) waiting.timer.refresh();
  });
}

/** What this process wrote is in the figures when this returns, unless that takes unusually long. */
export async function settleFigures(db: Db, now: () => Date): Promise<void> {
  const waiting = waitingOn.get(db);
  if (!waiting) return;
  if (waiting.timer) begin(db, waiting, now);
  if (waiting.refreshing === 0) return;
  await Promise.race([waiting.running, pause(mostWaitMs, undefined, { ref: false })]);
}

/** One after the other: two at once would only wait for each other's rows. */
function begin(db: Db, waiting: Waiting, now: () => Date): void {
  if (waiting.timer) clearTimeout(waiting.timer);
  waiting.timer = null;
  const tieIds = [...waiting.tieIds];
  waiting.tieIds.clear();
  waiting.refreshing += 1;
  const refresh = () => transact(db, (tx) => refreshTies(tx, { tieIds, at: now() }));
  waiting.running = waiting.running
    .then(refresh)
    .catch(() => undefined)
    .finally(() => {
      waiting.refreshing -= 1;
    });
}
