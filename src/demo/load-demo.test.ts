/** The demo firm on a real database: in at once, and out again without a trace. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { getFoundation } from '#services/foundations/get-foundation.ts';
import { listSurveys } from '#services/surveys/list-surveys.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { loadDemo, removeDemo } from './load-demo.ts';

let house: House;
let empty: Record<string, number>;
before(async () => {
  house = await testHouse();
  empty = await countRows();
  await loadDemo(house.sanne, { now: testNow });
});
after(() => house.drop());

const tables = [
  'parties',
  'identities',
  'relations',
  'interactions',
  'ties',
  'tie_events',
  'tie_states',
  'tie_figures',
  'tie_history',
  'party_figures',
  'stale_ties',
  'benefits',
  'faults',
  'promises',
  'notes',
  'files',
  'tasks',
  'ideas',
  'house_rules',
  'house_rule_cases',
  'expectations',
  'keep_in_touch',
  'notifications',
  'what_if_runs',
  'surveys',
  'foundation_statements',
  'party_foundations',
  'sources',
];

async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(house.db);
    counts[table] = rows[0]?.n ?? -1;
  }
  return counts;
}

async function findFirm() {
  return house.db
    .selectFrom('firm')
    .innerJoin('parties', 'parties.id', 'firm.party_id')
    .select(['firm.name', 'firm.is_demo', 'parties.name as party'])
    .executeTakeFirstOrThrow();
}

test('the house is the demo firm, and who signed in is Joris', async () => {
  assert.deepEqual(await findFirm(), {
    name: 'Branderij De Overkant',
    is_demo: true,
    party: 'Branderij De Overkant',
  });
  const { actor } = house.sanne;
  assert.ok(actor.kind === 'user' && actor.partyId);
  const joris = await house.db.selectFrom('parties').select('name').where('id', '=', actor.partyId).executeTakeFirst();
  assert.equal(joris?.name, 'Joris van Ommen');
});

test('four of them answered once, and what they would miss is why they are with us', async () => {
  const { items } = await listSurveys(house.bram, {});
  assert.equal(items.length, 4);
  const klaver = items.find(({ words }) => words?.startsWith('De smaak'));
  assert.deepEqual([klaver?.answer, klaver?.reasons, klaver?.way], ['very', ['brand'], 'link']);
  const { statements } = await getFoundation(house.bram, { partyId: klaver?.party.id ?? '' });
  const said = statements.find(({ ground }) => ground === 'survey');
  assert.deepEqual([said?.kind, said?.saidAt], ['brand', klaver?.answeredAt]);
  const { n } = await countAnswerTies();
  assert.equal(n, 3, 'an answer is an event of the tie it was about');
});

async function countAnswerTies(): Promise<{ n: number }> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from tie_events where survey_weight > 0`.execute(house.db);
  return rows[0] ?? { n: -1 };
}

test('a house that is not empty takes no demo', async () => {
  await assert.rejects(loadDemo(house.sanne, { now: testNow }), { code: 'conflict' });
});

test('only an owner moves the demo in or out', async () => {
  await assert.rejects(removeDemo(house.bram), { code: 'not-allowed' });
});

test('out again: nothing stays, and all have their own names back', async () => {
  await removeDemo(house.sanne);
  assert.deepEqual(await countRows(), empty);
  assert.equal((await findFirm()).is_demo, false);
  const names = await house.db.selectFrom('parties').select('name').orderBy('name').execute();
  assert.deepEqual(
    names.map((row) => row.name),
    ['Bram Jansen', 'Branderij De Overkant', 'Sanne de Vries'],
  );
});
