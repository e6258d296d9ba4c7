import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { settleFigures } from './refresh-soon.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

function call(ctx: House['sanne'], address: string) {
  const plain = {
    kind: 'call',
    subject: null,
    text: null,
    asked: null,
    valence: null,
    order: null,
  } as const;
  const to = [{ kind: 'mail', value: address, name: null }] as const;
  const at = new Date(testNow.getTime() - 60_000).toISOString();
  return recordInteraction(ctx, { ...plain, channel: 'call', at, to: [...to], answers: [], benefits: [] });
}

async function countFigures(tieIds: readonly string[]) {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from tie_figures where tie_id = any(${[...tieIds]}::uuid[])`.execute(house.db);
  return rows[0]?.n;
}

test('figures follow without being asked for, and at once for who waits for them', async () => {
  const first = await call(house.sanne, 'een@ander.nl');
  await settleFigures(house.db, house.sanne.now);
  assert.equal(await countFigures(first.tieIds), 1);
  const second = await call(house.sanne, 'twee@ander.nl');
  for (let waitedMs = 0; waitedMs < 5_000 && (await countFigures(second.tieIds)) === 0; waitedMs += 10) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.equal(await countFigures(second.tieIds), 1);
  const { rows } = await sql`select from stale_ties where tie_id = any(${[...second.tieIds]}::uuid[])`.execute(
    house.db,
  );
  assert.equal(rows.length, 0);
});

test('nothing is refreshed of what was taken back, nor before the outermost transaction stands', async () => {
  let tieIds: readonly string[] = [];
  const taken = transact(house.db, async (tx) => {
    tieIds = (await call({ ...house.sanne, db: tx }, 'drie@ander.nl')).tieIds;
    await settleFigures(house.db, house.sanne.now);
    throw new Error('changed my mind');
  });
  await assert.rejects(taken, /changed my mind/);
  await settleFigures(house.db, house.sanne.now);
  assert.equal(await countFigures(tieIds), 0);
});
