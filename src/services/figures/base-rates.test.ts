import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse, testNow } from '#test/house.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { loadTies } from '../ties/load-ties.ts';
import { refreshFigures } from './refresh-figures.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

async function record(address: string, kind: 'message' | 'promise-broken' | 'referral', daysAgo: number) {
  const at = new Date(testNow.getTime() - daysAgo * 86_400_000).toISOString();
  const from = { kind: 'mail', value: address, name: null } as const;
  const rest = { subject: null, text: null, answers: [], asked: null, valence: null, benefits: [], order: null };
  const to = [{ kind: 'mail' as const, value: 'bram@overkant.nl', name: null }];
  const ctx = house.sanne;
  const made = await recordInteraction(ctx, { at, channel: 'mail', kind, from, to, ...rest });
  return made.tieIds[0] ?? '';
}

async function trustIn(tieId: string, address: string): Promise<number> {
  const tie = (await loadTies(house.db, [tieId], testNow.getTime())).get(tieId);
  const { rows } = await sql<{ id: string }>`select party_id as id from identities where value = ${address}`.execute(
    house.db,
  );
  const theirsIsA = tie?.a.id === rows[0]?.id;
  const rates = tie?.context.baseRates;
  return (theirsIsA ? rates?.ba : rates?.ab) ?? tie?.parameters.trustBaseRate ?? Number.NaN;
}

test('trust in somebody new starts from what others found, and never counts a tie’s own evidence twice', async () => {
  const stranger = await record('nieuw@nieuw.nl', 'message', 5);
  const broken = await record('stuk@stuk.nl', 'promise-broken', 9);
  await sql`update sources set is_live = true`.execute(house.db);
  await refreshFigures(house.system);
  // Nothing is known of the stranger; what Bram met elsewhere makes him warier of all.
  assert.ok((await trustIn(stranger, 'nieuw@nieuw.nl')) < 0.7);
  // Of the one who broke a promise nobody else knows anything: the own tie holds that evidence already.
  assert.equal(await trustIn(broken, 'stuk@stuk.nl'), 0.7);
});
