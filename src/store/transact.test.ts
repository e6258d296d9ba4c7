import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#test/database.ts';
import { type Db, openDatabase } from './database.ts';
import { once } from './once.ts';
import { transact } from './transact.ts';

let db: Db;
let drop: () => Promise<void>;
before(async () => {
  const database = await testDatabase();
  db = openDatabase({ url: database.url });
  drop = async () => {
    await db.destroy();
    await database.drop();
  };
});
after(() => drop());

test('two that lock crosswise are both done in the end', async () => {
  await sql`insert into settings values ('x', '0'), ('y', '0')`.execute(db);
  const add = (key: string) => sql`update settings set value = to_jsonb((value #>> '{}')::int + 1) where key = ${key}`;
  const arrived: (() => void)[] = [];
  // Each holds its first row before it asks for the other's, the first time at least.
  const meet = () =>
    new Promise<void>((resolve) =>
      arrived.push(resolve) === 2
        ? arrived.forEach((go) => {
            go();
          })
        : 0,
    );
  const attempts = { count: 0 };
  const cross = (first: string, second: string) => {
    let met = false;
    return transact(db, async (tx) => {
      attempts.count += 1;
      await add(first).execute(tx);
      if (!met) await meet();
      met = true;
      await add(second).execute(tx);
    });
  };
  await Promise.all([cross('x', 'y'), cross('y', 'x')]);
  const { rows } = await sql<{ value: number }>`select value from settings where key in ('x', 'y')`.execute(db);
  assert.deepEqual(
    rows.map((row) => row.value),
    [2, 2],
  );
  assert.ok(attempts.count >= 3, 'one of them was sent back');
});

test('other errors are not tried again, and leave nothing behind', async () => {
  let attempts = 0;
  const work = transact(db, async (tx) => {
    attempts += 1;
    await sql`insert into settings values ('left', '1')`.execute(tx);
    await sql`select 1 / 0`.execute(tx);
  });
  await assert.rejects(work, { code: '22012' });
  assert.equal(attempts, 1);
  assert.deepEqual((await sql`select from settings where key = 'left'`.execute(db)).rows, []);
});

test('within a transaction a thing is asked once, outside it each time', async () => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return asked;
  };
  await transact(db, async (tx) => {
    assert.deepEqual([await once(tx, 'k', ask), await once(tx, 'k', ask)], [1, 1]);
    // One within another is the same one.
    await transact(tx, async (inner) => assert.equal(await once(inner, 'k', ask), 1));
  });
  assert.deepEqual([await once(db, 'k', ask), await once(db, 'k', ask)], [2, 3]);
});
