import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A process that ends with this one, also when a test file is killed. */
export function spawnOwn(command: string, args: string[], options: SpawnOptions): ChildProcess {
  const follower = ['/usr/bin/setpriv', '/bin/setpriv'].find(
    (path) => process.platform === 'linux' && existsSync(path),
  );
  return follower ? spawn(follower, ['--pdeathsig', 'KILL', command, ...args], options) : spawn(command, args, options);
}

const { scripts, startEnvironment } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
  startEnvironment: Readonly<Record<string, string>>;
};

/** What `npm start` tells Node about memory, for tests and benches that start the program without npm. */
export const asStarted: readonly string[] = scripts.start.match(/--max\S+/g) ?? [];

/** And in which environment it starts. */
export const asStartedIn = startEnvironment;
