import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Account, canUse, chooseAccount } from './account.ts';

/** Where one embedded PostgreSQL lives and which account it runs as. */
export type Place = {
  home: string;
  binariesCopy: string;
  account: Account | undefined;
  /** The data folder stands in a home that this account may not enter, so the database is kept elsewhere. */
  outside: boolean;
};

/** Kept by root where a service account can enter, when the data folder stands in a closed home. */
const systemFolder = '/var/lib/hecht';
const pointerName = 'database-location';

export function choosePlace(dataDir: string): Place {
  const data = resolve(dataDir);
  requireWritable(data);
  const inside = join(data, 'database');
  const pointer = join(data, pointerName);
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : inside;
  const account = chooseAccount(join(home, 'cluster'));
  if (canUse(account, dirname(home))) {
    return { home, binariesCopy: join(systemOr(account, data), 'programs'), account, outside: home !== inside };
  }
  if (existsSync(join(inside, 'cluster'))) throw new Error(closedHomeMessage(inside, account));
  return { ...moveOutside(data, pointer), account, outside: true };
}

function requireWritable(data: string): void {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(
      `Hecht cannot write in its data folder ${data}. Run it as the account that owns that folder, ` +
        'or set HECHT_DATA to a folder of your own.',
      { cause },
    );
  }
}

function systemOr(account: Account | undefined, data: string): string {
  return account ? systemFolder : data;
}

function moveOutside(data: string, pointer: string): { home: string; binariesCopy: string } {
  const home = join(systemFolder, createHash('sha256').update(data).digest('hex').slice(0, 16), 'database');
  mkdirSync(dirname(home), { recursive: true });
  for (const folder of [systemFolder, dirname(home)]) chmodSync(folder, 0o755);
  writeFileSync(pointer, `${home}\n`);
  return { home, binariesCopy: join(systemFolder, 'programs') };
}

function closedHomeMessage(inside: string, account: Account | undefined): string {
  return (
    `The database in ${inside} belongs to uid ${account?.uid}, which may no longer enter that folder. ` +
    'Give it back execute permission on the folders above, or run Hecht as that account.'
  );
}
