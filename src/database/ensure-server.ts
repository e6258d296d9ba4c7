import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { findFreePort } from './free-port.ts';
import { launch } from './launch.ts';
import type { Place } from './place.ts';
import { isServerOf, type Postmaster, readPostmaster, removeStale, waitUntilGone } from './postmaster.ts';
import { isSupervised, recordSupervisor } from './supervisor.ts';

export type Wish = {
  place: Place;
  cluster: Cluster;
  native: string;
  settings: Record<string, string>;
  /** A restart keeps the port, because everybody already has the address. */
  port: number | undefined;
  withinMs: number;
};

/** A running server: ours when there is a child, adopted otherwise. */
export type Server = { pid: number; port: number; child: ChildProcess | undefined };

export async function ensureServer(wish: Wish): Promise<Server> {
  const deadlineMs = Date.now() + wish.withinMs;
  for (;;) {
    const running = findRunning(wish.cluster.folder);
    const outcome = running ? await adopt(wish, running) : await start(wish);
    if ('pid' in outcome) return outcome;
    if (Date.now() > deadlineMs) throw new Error(`The database did not start: ${outcome.because}`);
    await pause(50);
  }
}

type NotYet = { because: string };

function findRunning(folder: string): Postmaster | undefined {
  const postmaster = readPostmaster(folder);
  return postmaster && isServerOf(postmaster.pid, folder) ? postmaster : undefined;
}

async function adopt({ place, cluster }: Wish, { pid, port, status }: Postmaster): Promise<Server | NotYet> {
  if (status !== 'ready') return { because: `the running server (process ${pid}) says "${status}"` };
  if (await isSupervised(place.home, pid)) return { pid, port, child: undefined };
  // Its Hecht is gone and nobody would ever stop it: end it in order and start our own.
  process.kill(pid, 'SIGINT');
  const gone = await waitUntilGone({ pid, clusterFolder: cluster.folder, withinMs: 30_000 });
  if (!gone) process.kill(pid, 'SIGQUIT');
  return { because: `an earlier server (process ${pid}) does not stop` };
}

async function start({ place, cluster, native, settings, port }: Wish): Promise<Server | NotYet> {
  removeStale(cluster.folder);
  const chosen = port ?? (await findFreePort(cluster.folder));
  const logFile = join(place.home, 'server.log');
  const launched = await launch({
    native,
    clusterFolder: cluster.folder,
    account: place.account,
    logFile,
    settings,
    port: chosen,
  });
  if ('refusal' in launched) {
    if (isPassing(launched.refusal)) return { because: launched.refusal };
    throw new Error(`The database did not start (its log: ${logFile}):\n${launched.refusal}`);
  }
  recordSupervisor(place.home, launched.pid);
  return { pid: launched.pid, port: chosen, child: launched.child };
}

/** Another starter was first, an earlier server still lets go of its memory, or the port was taken in between. */
function isPassing(refusal: string): boolean {
  return /postmaster\.pid|pre-existing shared memory|in use|could not bind|No space left/i.test(refusal);
}
