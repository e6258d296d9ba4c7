import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse, testNow } from '#test/house.ts';
import { recordInteractions } from './interactions/record-interaction.ts';
import { rebuild } from './rebuild.ts';

let house: House;
before(async () => {
  house = await testHouse();
  await recordInteractions(house.sanne, { source: 'kassa', coveredUntil: null, items: listItems() });
});
after(() => house.drop());

const dayMs = 86_400_000;

function listItems() {
  const kinds = ['order', 'message', 'thanks', 'help', 'promise-broken', 'complaint-told'] as const;
  return Array.from({ length: 120 }, (_, n) => ({
    sourceKey: `k${n}`,
    at: new Date(testNow.getTime() - ((n * 53) % 500) * dayMs - n * 1000).toISOString(),
    channel: 'mail' as const,
    kind: kinds[n % kinds.length] ?? 'message',
    to: [{ kind: 'mail' as const, value: `klant${n % 9}@klant${n % 5}.nl`, name: null }],
    subject: null,
    text: null,
    answers: n % 7 === 3 ? [`k${n - 1}`] : [],
    asked: null,
    valence: null,
    benefits: [],
    order: null,
  }));
}

async function fingerprint(): Promise<unknown> {
  const tables = ['tie_events', 'tie_states', 'benefits', 'faults', 'tie_figures', 'tie_history', 'party_figures'];
  const contents: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await sql`select * from ${sql.table(table)} as t order by t`.execute(house.db);
    contents[table] = rows;
  }
  return roundStates(contents);
}

/** A fold in another order may differ in the last digits; nothing else may. */
function roundStates(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === 'number' && !Number.isInteger(item) ? Number(item.toPrecision(9)) : item,
    ),
  );
}

test('a rebuild of an untouched house changes nothing', async () => {
  await rebuild(house.system);
  const before = await fingerprint();
  const seen: string[] = [];
  const done = await rebuild(house.system, { onProgress: ({ phase }) => seen.push(phase) });
  assert.equal(done.events, 120);
  assert.deepEqual([...new Set(seen)], ['events', 'states', 'figures']);
  assert.deepEqual(await fingerprint(), before);
});

test('what is as it should be is not written again', async () => {
  const versions = async () => {
    const { rows } = await sql`
      select ctid, xmin::text, tie_id from tie_states union all select ctid, xmin::text, tie_id from tie_events
      union all select ctid, xmin::text, tie_id from benefits order by 3, 1, 2`.execute(house.db);
    return rows;
  };
  await rebuild(house.system);
  const before = await versions();
  assert.ok(before.length > 200, `${before.length} rows`);
  await rebuild(house.system, { phases: ['events', 'states'] });
  assert.deepEqual(await versions(), before);
});

test('what belongs to nothing in the log goes', async () => {
  const before = await fingerprint();
  await sql`
    insert into tie_events select tie_id, '01000000-0000-7000-8000-000000000000', direction, at_ms, day, family, contact,
      benefit, trust_facet, trust_good, trust_bad, pressure_channel, unasked, survey_weight, survey_value, source_number
    from tie_events limit 1`.execute(house.db);
  await sql`
    insert into tie_states
    select (jsonb_populate_record(s, jsonb_build_object('direction', 1 - direction))).* from tie_states s
    on conflict do nothing`.execute(house.db);
  await rebuild(house.system);
  assert.deepEqual(await fingerprint(), before);
});

test('what was lost or damaged below the log comes back from it', async () => {
  const before = await fingerprint();
  await sql`delete from tie_events where at_ms::bigint % 3 = 0`.execute(house.db);
  await sql`update tie_events set contact = contact * 2 where at_ms::bigint % 5 = 0`.execute(house.db);
  await sql`delete from benefits where weight > 0.5`.execute(house.db);
  await sql`delete from tie_states where direction = 1`.execute(house.db);
  await sql`update party_figures set bond = 0.99`.execute(house.db);
  await rebuild(house.system);
  assert.deepEqual(await fingerprint(), before);
});
