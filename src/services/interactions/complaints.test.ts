import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { InteractionInput } from '#contract/interactions.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { settleFigures } from '../figures/refresh-soon.ts';
import { loadTies } from '../ties/load-ties.ts';
import { deleteInteraction } from './change-interaction.ts';
import { recordInteraction } from './record-interaction.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const customer = { kind: 'mail', value: 'klacht@hotel.example', name: 'Hotel' } as const;

async function record(kind: InteractionInput['kind'], daysAgo: number) {
  const at = new Date(testNow.getTime() - daysAgo * 86_400_000).toISOString();
  const empty = { text: null, answers: [], asked: null, valence: null, benefits: [], order: null };
  const us = { kind: 'mail' as const, value: 'bram@overkant.nl', name: null };
  const [from, to] = kind === 'complaint' ? [customer, us] : [us, customer];
  const sourceKey = `${kind} ${daysAgo}`;
  return recordInteraction(house.bram, {
    ...empty,
    sourceKey,
    at,
    channel: 'mail',
    kind,
    subject: kind,
    from,
    to: [to],
  });
}

async function listWaiting() {
  const { rows } = await sql<{ daysOpen: number | null; outcome: string | null }>`
    select extract(epoch from settled_at - due_at + interval '7 days') / 86400 as "daysOpen", outcome
    from promises where kind = 'complaint' order by due_at`.execute(house.db);
  return rows.map(({ daysOpen, outcome }) => [daysOpen === null ? null : Math.round(daysOpen), outcome]);
}

test('a complaint waits until its sender was told or it was closed, in whatever order all that came in', async () => {
  const story = [
    ['complaint', 60],
    ['complaint-told', 57],
    ['complaint', 40],
    ['complaint-closed', 28],
    ['complaint', 5],
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...story], { minLength: story.length }), async (order) => {
      // What is still being measured from the order before would stand in the way of emptying the tables.
      await settleFigures(house.db, house.bram.now);
      await sql`truncate interactions, tie_events, tie_states, benefits, faults, promises cascade`.execute(house.db);
      for (const [kind, daysAgo] of order) await record(kind, daysAgo);
      assert.deepEqual(await listWaiting(), [
        [3, 'kept'],
        [12, 'late'],
        [null, null],
      ]);
    }),
    { numRuns: 8, seed: 3 },
  );
});

test('closing without a word is a fault of ours; taken back, the complaint waits again', async () => {
  const { tieIds } = await record('complaint', 40);
  const { rows } = await sql<{ id: string }>`select id from interactions where kind = 'complaint-closed'`.execute(
    house.db,
  );
  const faults = async () => (await loadTies(house.db, tieIds, testNow.getTime())).get(tieIds[0] ?? '')?.context.faults;
  const { rows: ties } = await sql<{ id: string }>`select id from ties`.execute(house.db);
  tieIds.push(...ties.map((row) => row.id));
  assert.equal((await faults())?.length, 1);
  await deleteInteraction(house.bram, { interactionId: rows[0]?.id ?? '' });
  assert.equal((await faults())?.length, 0);
  assert.deepEqual((await listWaiting())[1], [null, null]);
});
