import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse } from '#test/house.ts';
import { textOf } from './replay-stretch.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

test('numbers are written as PostgreSQL writes them, to the last bit and however small', async () => {
  const tiny = [1e-4, 9.999e-5, 1e-5, 1.5e-7, 1e-100, 4.9e-324];
  const plain = [0, 1, -1, 0.1, 1 / 3, 2 / 7, 0.025, 1_763_683_200_123, -62_135_596_800_000, 1000, 999_999_999_999_999];
  const drawn = Array.from({ length: 2_000 }, (_, n) => Math.exp(Math.sin(n) * 50 - 16) * (n % 2 ? 1 : -1));
  const values = [...tiny, ...plain, ...drawn];
  const { rows } = await sql<{ text: string }>`
    select row(value)::text as text from unnest(${values}::float8[]) with ordinality as t(value, place) order by place`.execute(
    house.db,
  );
  assert.deepEqual(
    values.map((value) => `(${textOf(value)})`),
    rows.map(({ text }) => text),
  );
});
