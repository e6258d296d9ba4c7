import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { ingestInteractions } from './ingest-interactions.ts';
import type { IngestRecord, IngestSource } from './ingest-record.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const dayMs = 86_400_000;
const nowMs = testNow.getTime();

function mail(address: string, displayName: string | null = null) {
  return { kind: 'mail', value: address, displayName } as const;
}

function record(parts: Partial<IngestRecord> & { sourceKey: string }): IngestRecord {
  return {
    atMs: nowMs - 10 * dayMs,
    channel: 'mail',
    kind: 'message',
    from: mail('ans@cafeans.nl', 'Ans Bakker'),
    to: [mail('sanne@overkant.nl')],
    subject: 'Bonen',
    snippet: 'Mogen we weer tien kilo?',
    answers: [],
    mailClass: 'person',
    asked: null,
    valence: null,
    benefits: [],
    order: null,
    ...parts,
  };
}

async function makeSource(label: string, ownerUserId: string | null = null): Promise<IngestSource> {
  const kind = ownerUserId === null ? 'api' : 'mail';
  const row = await transact(house.db, (tx) =>
    ensureSource(tx, {
      id: uuidv7(),
      kind,
      label,
      ownerUserId,
      isPrivate: ownerUserId !== null,
      isLive: false,
      createdAt: testNow,
    }),
  );
  return { number: row.number, ownerUserId };
}

function ingest(source: IngestSource, records: readonly IngestRecord[]) {
  const { actor } = house.sanne;
  return transact(house.db, (tx) => ingestInteractions(tx, { source, records, actor, at: testNow, importId: null }));
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(house.db);
  return rows[0]?.n ?? -1;
}

/** States without their ids, as what they say: by the addresses at both ends. */
async function describeStates(sourceNumber: number): Promise<unknown> {
  const { rows } = await sql`
    select (select min(value) from identities where party_id = t.party_a) as a,
      (select min(value) from identities where party_id = t.party_b) as b, s.direction, s.contact_count,
      s.tau_ms, s.first_ms, s.last_ms, round(s.mail_contact::numeric, 9)::float8 as contact,
      round(s.ability_good::numeric, 9)::float8 as answered, s.ability_count, s.days
    from tie_states s join ties t on t.id = s.tie_id
    where ${sourceNumber}::smallint = any(s.sources) or s.ability_count > 0 order by 1, 2, 3`.execute(house.db);
  return rows;
}

test('a first mail makes the person, the firm she works at, a tie, its event and its state', async () => {
  const source = await makeSource('first');
  const result = await ingest(source, [record({ sourceKey: 'm1' })]);
  assert.deepEqual([result.counts.stored, result.counts.newParties, result.counts.touchedTies], [1, 1, 1]);
  const { rows } = await sql<{ name: string; sort: string; works: string }>`
    select p.name, p.sort_name as sort, o.name as works from identities i join parties p on p.id = i.party_id
    join relations r on r.from_party = p.id join parties o on o.id = r.to_party
    where i.value = 'ans@cafeans.nl'`.execute(house.db);
  assert.deepEqual(rows, [{ name: 'Ans Bakker', sort: 'bakker, ans', works: 'cafeans.nl' }]);
});

test('the same batch again changes nothing', async () => {
  const source = await makeSource('again');
  const records = [record({ sourceKey: 'a' }), record({ sourceKey: 'b', atMs: nowMs - 5 * dayMs })];
  await ingest(source, records);
  const before = [await describeStates(source.number), await count('tie_events')];
  const { counts } = await ingest(source, [...records, record({ sourceKey: 'a' })]);
  assert.deepEqual([counts.stored, counts.duplicates, counts.corrected], [0, 3, 0]);
  assert.deepEqual([await describeStates(source.number), await count('tie_events')], before);
});

test('the same key with other content is a correction: its tie is derived again', async () => {
  const source = await makeSource('corrected');
  const from = mail('klaver@lunchklaver.nl');
  await ingest(source, [record({ sourceKey: 'c', from }), record({ sourceKey: 'd', from, atMs: nowMs - 2 * dayMs })]);
  const { counts } = await ingest(source, [record({ sourceKey: 'c', from, atMs: nowMs - 30 * dayMs })]);
  assert.equal(counts.corrected, 1);
  const { rows } = await sql<{ first: number; n: number }>`
    select first_ms as first, contact_count as n from tie_states where ${source.number}::smallint = any(sources)`.execute(
    house.db,
  );
  assert.deepEqual(rows, [{ first: nowMs - 30 * dayMs, n: 2 }]);
});

test('lists, bulk and an audience make no ties, yet are kept', async () => {
  const source = await makeSource('bulk');
  const audience = Array.from({ length: 51 }, (_, index) => mail(`lezer${index}@nieuws.example`));
  const { counts, tieIds } = await ingest(source, [
    record({ sourceKey: 'list', mailClass: 'list' }),
    record({ sourceKey: 'bulk', mailClass: 'bulk' }),
    record({ sourceKey: 'audience', to: audience }),
  ]);
  assert.deepEqual([counts.stored, counts.lists, counts.bulk, tieIds.length], [3, 1, 1, 0]);
});

test('an event in the future is refused', async () => {
  const source = await makeSource('future');
  await assert.rejects(ingest(source, [record({ sourceKey: 'f', atMs: nowMs + 2 * 60_000 })]), {
    code: 'future-event',
  });
});

test('of private mail neither thanks nor help reaches the figures that colleagues share', async () => {
  assert.equal(house.sanne.actor.kind, 'user');
  const source = await makeSource('mailbox', house.sanne.actor.kind === 'user' ? house.sanne.actor.userId : '');
  const from = mail('yara@studiozeven.nl', 'Yara');
  const benefits = [{ giver: 'from', kind: 'thanks', weight: null }] as const;
  await ingest(source, [record({ sourceKey: 't', from, kind: 'thanks', benefits })]);
  const { rows } = await sql`
    select e.benefit, e.trust_good, (select count(*) from benefits b where b.tie_id = e.tie_id) as lines
    from tie_events e where e.source_number = ${source.number}`.execute(house.db);
  assert.deepEqual(rows, [{ benefit: 0, trust_good: 0, lines: 0 }]);
  const signals = await sql`select kind from mail_signals`.execute(house.db);
  assert.deepEqual(signals.rows, [{ kind: 'thanks' }]);
});

test('somebody at a free-mail address in a mailbox starts as its owner’s own affair', async () => {
  const { actor } = house.sanne;
  const source = await makeSource('mailbox 2', actor.kind === 'user' ? actor.userId : '');
  await ingest(source, [record({ sourceKey: 'g', from: mail('oma@gmail.com', 'Oma') })]);
  const { rows } = await sql`
    select p.visibility, p.roles, v.user_id as viewer from identities i join parties p on p.id = i.party_id
    left join private_parties v on v.party_id = p.id where i.value = 'oma@gmail.com'`.execute(house.db);
  assert.deepEqual(rows, [
    { visibility: 'private', roles: ['private'], viewer: actor.kind === 'user' ? actor.userId : '' },
  ]);
});

test('any order and batching of a thread gives the same ties, also when replies come before what they answer', async () => {
  const ans = mail('ans@thread.nl');
  const sanne = mail('sanne@overkant.nl');
  const thread = Array.from({ length: 8 }, (_, index) =>
    record({
      sourceKey: `t${index}`,
      atMs: nowMs - (20 - index) * dayMs,
      from: index % 2 === 0 ? ans : sanne,
      to: [index % 2 === 0 ? sanne : ans],
      answers: index === 0 ? [] : [`t${index - 1}`, ...(index > 1 ? [`t${index - 2}`] : [])],
    }),
  );
  let expected: unknown = null;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(thread, { minLength: 8 }),
      fc.integer({ min: 1, max: 8 }),
      async (order, size) => {
        await sql`truncate interactions, tie_events, tie_states, benefits, mail_signals cascade`.execute(house.db);
        const source = await makeSource('thread');
        for (let at = 0; at < order.length; at += size) await ingest(source, order.slice(at, at + size));
        const states = await describeStates(source.number);
        expected ??= states;
        assert.deepEqual(states, expected);
      },
    ),
    { numRuns: 25, seed: 11 },
  );
  assert.ok(JSON.stringify(expected).includes('"ability_count":4'), JSON.stringify(expected));
});

test('batches at once on the same people lose nothing, make nobody twice, and end in the state of one after another', async () => {
  await sql`truncate interactions, tie_events, tie_states, benefits, mail_signals cascade`.execute(house.db);
  const source = await makeSource('crowd');
  const people = Array.from({ length: 6 }, (_, index) => mail(`gast${index}@crowd${index % 3}.nl`));
  const records = Array.from({ length: 160 }, (_, index) =>
    record({
      sourceKey: `k${index}`,
      atMs: nowMs - ((index * 37) % 400) * dayMs,
      from: people[index % 6] ?? mail('x@y.nl'),
      to: [people[(index * 5 + 1) % 6] ?? mail('x@y.nl'), mail('sanne@overkant.nl')],
      answers: index % 4 === 3 ? [`k${index - 1}`] : [],
    }),
  );
  const batches = Array.from({ length: 16 }, (_, index) => records.slice(index * 10, index * 10 + 12));
  const results = await Promise.all(batches.map((batch) => ingest(source, batch)));
  assert.equal(
    results.reduce((sum, { counts }) => sum + counts.stored, 0),
    160,
  );
  const atOnce = await describeStates(source.number);
  await sql`truncate interactions, tie_events, tie_states, benefits, mail_signals cascade`.execute(house.db);
  for (const batch of batches) await ingest(source, batch);
  assert.deepEqual(await describeStates(source.number), atOnce);
  const twice = await sql`select value from identities group by kind, value having count(*) > 1`.execute(house.db);
  assert.deepEqual(twice.rows, []);
});
