import { readdirSync, readFileSync } from 'node:fs';

/** Marks every process of a test run, however deep, by an inherited variable. */
export const runMark = 'HECHT_TEST_RUN';

/** Processes of this run that still live; knows them on Linux only. */
export function findLeftBehind(run: string): { pid: number; command: string }[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => read(`/proc/${name}/environ`).split('\0').includes(`${runMark}=${run}`))
    .map((name) => ({ pid: Number(name), command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').slice(0, 160) }))
    .filter(({ command }) => command !== '');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
