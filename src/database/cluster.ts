import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Place } from './place.ts';
import { isAlive } from './postmaster.ts';

export const databaseUser = 'hecht';

export type Cluster = { folder: string; password: string };

/** Makes the cluster whole in a temporary folder and renames it, so that a half-made one never exists. */
export function openCluster(place: Place, native: string): Cluster {
  if (!existsSync(place.home)) createCluster(place, native);
  return { folder: join(place.home, 'cluster'), password: readPassword(place.home) };
}

function createCluster({ home, account }: Place, native: string): void {
  const unfinished = `${home}.new-${process.pid}`;
  const passwordFile = join(unfinished, 'password');
  removeInterrupted(home);
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  for (const path of account ? [unfinished, passwordFile] : []) chownSync(path, account?.uid ?? 0, account?.gid ?? 0);
  try {
    initialise({ native, account, unfinished, passwordFile });
    renameSync(unfinished, home);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    // Two starters at once: whoever renamed first made the cluster for both.
    if (!existsSync(join(home, 'cluster'))) throw cause;
  }
}

/** What a start that was killed while it made the cluster has left. */
function removeInterrupted(home: string): void {
  const prefix = `${basename(home)}.new-`;
  for (const name of readdirSync(dirname(home)).filter((entry) => entry.startsWith(prefix))) {
    const maker = Number(name.slice(prefix.length));
    if (maker === process.pid || !isAlive(maker)) rmSync(join(dirname(home), name), { recursive: true, force: true });
  }
}

type Initialisation = { native: string; account: Place['account']; unfinished: string; passwordFile: string };

function initialise({ native, account, unfinished, passwordFile }: Initialisation): void {
  const { status, stderr, error } = spawnSync(
    join(native, 'bin', 'initdb'),
    [
      `--pgdata=${join(unfinished, 'cluster')}`,
      `--username=${databaseUser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...account, cwd: unfinished, encoding: 'utf8', env: cleanEnvironment() },
  );
  if (status !== 0) throw new Error(`PostgreSQL could not make its data folder: ${error?.message ?? stderr.trim()}`);
}

/** PG* and LC_* of the person who starts Hecht would otherwise steer its private server. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function readPassword(home: string): string {
  try {
    return readFileSync(join(home, 'password'), 'utf8').trim();
  } catch (cause) {
    throw new Error(
      `The database in ${dirname(join(home, 'cluster'))} belongs to another account: its password cannot be read. ` +
        'Run Hecht as that account, or set HECHT_DATA to a folder of your own.',
      { cause },
    );
  }
}
