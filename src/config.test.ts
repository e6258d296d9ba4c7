import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('an empty environment gives the documented defaults', () => {
  const config = readConfig({}, []);
  assert.equal(config.publicUrl, 'http://127.0.0.1:4321');
  assert.equal(config.timeZone, 'Europe/Amsterdam');
  assert.equal(config.databaseUrl, undefined);
  assert.match(config.dataDir, /[\\/]\.hecht$/);
  assert.deepEqual(config.roles, ['web', 'jobs']);
});

test('variables that are there but empty count as not set', () => {
  assert.equal(readConfig({ PORT: '', DATABASE_URL: '' }, []).port, 4321);
});

test('every problem is told at once, each with its variable', () => {
  const env = { PORT: '80a', DATABASE_URL: 'mysql://x', HECHT_TIME_ZONE: 'Europe/Amsterdamm', PUBLIC_URL: 'crm' };
  assert.throws(
    () => readConfig(env, []),
    (problem: Error) =>
      ['4 problems', 'PORT', 'DATABASE_URL', 'HECHT_TIME_ZONE', 'PUBLIC_URL'].every((part) =>
        problem.message.includes(part),
      ),
  );
});

test('the public address has no trailing slash, and follows host and port when not given', () => {
  assert.equal(readConfig({ PUBLIC_URL: 'https://crm.example.nl/' }, []).publicUrl, 'https://crm.example.nl');
  assert.equal(readConfig({ HOST: '0.0.0.0', PORT: '80' }, []).publicUrl, 'http://localhost:80');
  assert.equal(readConfig({ HOST: '::1' }, []).publicUrl, 'http://[::1]:4321');
});

test('the command line chooses roles over the environment', () => {
  assert.deepEqual(readConfig({ HECHT_ROLES: 'web' }, ['--roles=jobs']).roles, ['jobs']);
  assert.throws(() => readConfig({}, ['--roles=cook']), /HECHT_ROLES/);
});
