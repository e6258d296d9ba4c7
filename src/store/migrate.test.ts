import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { emptyTestDatabase, type TestDatabase } from '#test/database.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await emptyTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'hecht-migrations-'));
  await write('0001-people.sql', 'CREATE TABLE people (id int PRIMARY KEY);');
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
const countTables = async (name: string) =>
  (await database.pool.query('SELECT FROM pg_tables WHERE tablename = $1', [name])).rowCount;

test('applies each migration once, in the order of their names', async () => {
  await write('0002-names.sql', 'ALTER TABLE people ADD name text;');
  assert.deepEqual(await migrate(database.url, folder), ['0001-people.sql', '0002-names.sql']);
  assert.deepEqual(await migrate(database.url, folder), []);
  await write('0003-more.sql', 'ALTER TABLE people ADD born_on date;');
  assert.deepEqual(await migrate(database.url, folder), ['0003-more.sql']);
});

test('two starters at once converge: each migration runs in one of them', async () => {
  await write('0002-slow.sql', 'SELECT pg_sleep(0.2); CREATE TABLE slow (id int);');
  const [one, other] = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
  assert.deepEqual([...one, ...other].sort(), ['0001-people.sql', '0002-slow.sql']);
});

test('a migration that fails half-way leaves nothing, and the next start continues there', async () => {
  await write('0002-broken.sql', 'CREATE TABLE half (id int); SELECT 1 / 0;');
  await assert.rejects(migrate(database.url, folder), /0002-broken\.sql failed: division by zero/);
  assert.equal(await countTables('half'), 0);
  assert.equal(await countTables('people'), 1);
  await write('0002-broken.sql', 'CREATE TABLE half (id int);');
  assert.deepEqual(await migrate(database.url, folder), ['0002-broken.sql']);
});

test('refuses a database that a newer program made', async () => {
  await migrate(database.url, folder);
  await database.pool.query("INSERT INTO schema_migrations (name) VALUES ('0009-future.sql')");
  await assert.rejects(migrate(database.url, folder), /newer Hecht: it has 0009-future\.sql/);
});
