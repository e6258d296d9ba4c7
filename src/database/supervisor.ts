import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './postmaster.ts';

/** Who started the server that runs now; written by the one who won the start. */
type Supervisor = { postmasterPid: number; pid: number; bornAt: string };

const graceMs = 2_000;

export function recordSupervisor(home: string, postmasterPid: number): void {
  const record: Supervisor = { postmasterPid, pid: process.pid, bornAt: birthOf(process.pid) };
  const unfinished = join(home, `supervisor.${process.pid}`);
  writeFileSync(unfinished, JSON.stringify(record));
  renameSync(unfinished, join(home, 'supervisor'));
}

export async function isSupervised(home: string, postmasterPid: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= graceMs; waitedMs += 20) {
    const record = readRecord(home);
    if (record?.postmasterPid === postmasterPid) return isAlive(record.pid) && birthOf(record.pid) === record.bornAt;
    // The winner of the start writes its record a moment after the server is ready.
    await pause(20);
  }
  return false;
}

function readRecord(home: string): Supervisor | undefined {
  try {
    return JSON.parse(readFileSync(join(home, 'supervisor'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Tells a process from a later one with the same number; empty where the system does not say. */
function birthOf(pid: number): string {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    const [state, ...fields] = afterName.split(' ');
    return state === 'Z' ? 'dead' : (fields[18] ?? '');
  } catch {
    return '';
  }
}
