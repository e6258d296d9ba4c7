import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process for strangers' input: it can read files (its own program) but not write, start processes or see our settings. */
export function forkLimited(program: URL, memoryMb: number): ChildProcess {
  return fork(fileURLToPath(program), [], {
    execArgv: [`--max-old-space-size=${memoryMb}`, '--permission', '--allow-fs-read=*', '--no-warnings'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
  });
}
