import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What PostgreSQL says about itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; status: string };

export function readPostmaster(clusterFolder: string): Postmaster | undefined {
  const file = join(clusterFolder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readLines(file);
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw problem;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** After a restart of the machine the number in postmaster.pid may belong to any process, or to a zombie. */
export function isServerOf(pid: number, clusterFolder: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  if (!/^postgres/.test(readLines(`/proc/${pid}/comm`)[0] ?? '')) return false;
  try {
    // A postmaster works in its data folder.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterFolder);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EACCES';
  }
}

/** PostgreSQL refuses to start while the number in a stale file belongs to any living process. */
export function removeStale(clusterFolder: string): void {
  const postmaster = readPostmaster(clusterFolder);
  if (postmaster && !isServerOf(postmaster.pid, clusterFolder))
    rmSync(join(clusterFolder, 'postmaster.pid'), { force: true });
}

type Wait = { pid: number; clusterFolder: string; withinMs: number };

export async function waitUntilGone({ pid, clusterFolder, withinMs }: Wait): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += 25) {
    if (!isServerOf(pid, clusterFolder)) return true;
    await pause(25);
  }
  return !isServerOf(pid, clusterFolder);
}
