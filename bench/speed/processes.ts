/** The servers under measure, each a process of its own that ends with this one. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { asStartedIn, spawnOwn } from '#test/own-process.ts';

export interface Served {
  readonly pid: number;
  /** The last it said: why it answered with an error. */
  said(): string;
  stop(): Promise<void>;
}

/** Waits until the program says on its output that it is ready. */
export async function serve(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  readyWhen: RegExp,
): Promise<Served> {
  const child = spawnOwn(process.execPath, [...args], {
    env: { ...asStartedIn, ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said = (said + chunk).slice(-4_000);
  });
  await untilSaid(child, readyWhen);
  return {
    pid: child.pid ?? 0,
    said: () => said,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function untilSaid(child: ChildProcess, readyWhen: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (readyWhen.test(said)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`a server under measure ended with ${code}: ${said}`)));
    child.once('error', reject);
  });
}

/** Memory in use and its highest mark since the start, in MB; where the system does not say, not a number. */
export function readMemoryMb(pid: number): { readonly now: number; readonly highest: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
    return { now: read('VmRSS'), highest: read('VmHWM') };
  } catch {
    return { now: Number.NaN, highest: Number.NaN };
  }
}
