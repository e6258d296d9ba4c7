import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('a few kills of app and PostgreSQL and a few logs in disorder lose nothing and double nothing', () => {
  const program = fileURLToPath(new URL('./run.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, '--quick'], { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  assert.match(stdout.trimEnd(), /\n\d+ passed, 0 failed$/);
});
