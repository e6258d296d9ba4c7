import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { test } from 'node:test';
import { findLeftBehind, runMark } from './left-behind.ts';

test('finds a process of the run, and not one of another', { skip: process.platform !== 'linux' }, async () => {
  const run = randomUUID();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)'], {
    env: { ...process.env, [runMark]: run },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const found = findLeftBehind(run).map(({ pid }) => pid);
  const foundElsewhere = findLeftBehind(randomUUID());
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.deepEqual(found, [child.pid]);
  assert.deepEqual(foundElsewhere, []);
  assert.deepEqual(findLeftBehind(run), []);
});
