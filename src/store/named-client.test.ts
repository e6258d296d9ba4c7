import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { testDatabase } from '#test/database.ts';
import { openPool } from './database.ts';
import { planEachTime } from './named-client.ts';

let pool: pg.Pool;
let drop: () => Promise<void>;
before(async () => {
  const database = await testDatabase();
  pool = openPool({ url: database.url, maxConnections: 1 });
  drop = async () => {
    await pool.end();
    await database.drop();
  };
});
after(() => drop());

async function listPrepared(): Promise<string[]> {
  const { rows } = await pool.query<{ statement: string }>('select statement from pg_prepared_statements');
  return rows.map((row) => row.statement);
}

test('a statement keeps its plan by its text; batches and searches are planned each time', async () => {
  for (let time = 0; time < 3; time += 1) {
    await pool.query('select $1::int as one', [1]);
    await pool.query('select cardinality($1::int[]) as few', [[1, 2]]);
    await pool.query('select cardinality($1::int[]) as many', [Array.from({ length: 500 }, (_, n) => n)]);
    await pool.query('select length($1::text) as long', ['x'.repeat(20_000)]);
    await pool.query(`${planEachTime} select $1::text as sought`, ['x']);
  }
  assert.deepEqual((await listPrepared()).sort(), ['select $1::int as one', 'select cardinality($1::int[]) as few']);
});

test('values come in as the house reads them', async () => {
  const { rows } = await pool.query(
    `select 9007199254740991::bigint as big, 1.5::numeric as half, date '2026-02-28' as day,
       timestamptz '2026-02-28T12:00:00Z' as instant, '{1,2}'::smallint[] as list, '-infinity'::float8 as never`,
  );
  assert.deepEqual(rows, [
    {
      big: 9007199254740991,
      half: 1.5,
      day: '2026-02-28',
      instant: new Date('2026-02-28T12:00:00Z'),
      list: [1, 2],
      never: -Infinity,
    },
  ]);
  await assert.rejects(pool.query('select 9007199254740993::bigint'), RangeError);
});
