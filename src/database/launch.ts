import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import { cleanEnvironment } from './cluster.ts';
import { readPostmaster } from './postmaster.ts';

export type Launch = {
  native: string;
  clusterFolder: string;
  account: Account | undefined;
  logFile: string;
  port: number;
  settings: Record<string, string>;
};

export type Launched = { child: ChildProcess; pid: number } | { refusal: string };

const logLimitBytes = 5_000_000;

const ownSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Starts the server and waits until it takes connections, or says why it would not. */
export async function launch(plan: Launch): Promise<Launched> {
  const log = openLog(plan.logFile);
  const child = startProcess(plan, log.descriptor);
  closeSync(log.descriptor);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  while (!ended) {
    const postmaster = readPostmaster(plan.clusterFolder);
    if (postmaster && postmaster.pid === child.pid && postmaster.status === 'ready')
      return { child, pid: postmaster.pid };
    await pause(10);
  }
  return { refusal: readFileSync(plan.logFile).subarray(log.startsAt).toString('utf8').trim() };
}

function openLog(file: string): { descriptor: number; startsAt: number } {
  const descriptor = openSync(file, 'a', 0o600);
  if (statSync(file).size > logLimitBytes) truncateSync(file);
  return { descriptor, startsAt: statSync(file).size };
}

function startProcess({ native, clusterFolder, account, port, settings }: Launch, log: number): ChildProcess {
  const server = join(native, 'bin', 'postgres');
  const all = { ...ownSettings, ...withoutSockets(), ...settings, port: String(port) };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const follower = findProgram('setpriv');
  // The kernel then stops PostgreSQL in an orderly way whenever this process dies, even by kill -9.
  const [command, ...before] = follower ? [follower, '--pdeathsig', 'INT', server] : [server];
  const child = spawn(command ?? server, [...before, '-D', clusterFolder, ...options], {
    ...account,
    cwd: clusterFolder,
    env: cleanEnvironment(),
    stdio: ['ignore', log, log],
    // Out of the terminal's group: Ctrl-C is ours to handle, the database stops after the last request.
    detached: true,
  });
  child.unref();
  return child;
}

function withoutSockets(): Record<string, string> {
  return process.platform === 'win32' ? {} : { unix_socket_directories: '' };
}

function findProgram(name: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/bin'].filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
