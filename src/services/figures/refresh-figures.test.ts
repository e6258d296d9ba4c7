import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import type { IngestRecord } from '../interactions/ingest-record.ts';
import { refreshFigures, refreshStretch } from './refresh-figures.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const dayMs = 86_400_000;
const nowMs = testNow.getTime();

function mail(address: string) {
  return { kind: 'mail', value: address, displayName: null } as const;
}

function order(sourceKey: string, from: string, to: string, daysAgo: number): IngestRecord {
  return {
    sourceKey,
    atMs: nowMs - daysAgo * dayMs,
    channel: 'order',
    kind: 'order',
    from: mail(from),
    to: [mail(to)],
    subject: null,
    snippet: null,
    answers: [],
    mailClass: 'person',
    asked: null,
    valence: null,
    benefits: [],
    order: null,
  };
}

async function ingest(records: readonly IngestRecord[], label = 'kassa', coveredUntil: Date | null = null) {
  return transact(house.db, async (tx) => {
    const shop = { kind: 'api', label, ownerUserId: null, isPrivate: false, isLive: coveredUntil === null };
    const source = await ensureSource(tx, { ...shop, id: uuidv7(), createdAt: testNow });
    if (coveredUntil) await sql`update sources set covered_until = ${coveredUntil} where id = ${source.id}`.execute(tx);
    const { actor } = house.sanne;
    await ingestInteractions(tx, {
      source: { number: source.number, ownerUserId: null },
      records,
      actor,
      at: testNow,
      importId: null,
    });
  });
}

interface Figures {
  bond: number;
  alarm: string;
  silenced: string | null;
  status: string;
  dependency: number | null;
  sparkline: number[];
  strands: number;
  time: number;
}

async function figuresOf(identity: string): Promise<Figures | undefined> {
  const { rows } = await sql<Figures>`
    select f.bond, f.alarm, f.alarm_silenced_by as silenced, f.status, f.dependency, f.sparkline, f.time,
      f.strand_count as strands
    from party_figures f join identities i on i.party_id = f.party_id where i.value = ${identity}`.execute(house.db);
  return rows[0];
}

test('yearly, quarterly and weekly customers on time raise no alarm and have the same time block', async () => {
  const records = [
    ...[1, 2, 3, 4, 5].map((n) => order(`y${n}`, 'jaar@jaar.nl', 'sanne@overkant.nl', n * 364 - 182)),
    ...[1, 2, 3, 4, 5].map((n) => order(`q${n}`, 'kwartaal@kwartaal.nl', 'sanne@overkant.nl', n * 91 - 45.5)),
    ...[1, 2, 3, 4, 5].map((n) => order(`w${n}`, 'week@week.nl', 'sanne@overkant.nl', n * 7 - 3.5)),
  ];
  await ingest(records);
  assert.equal(await refreshFigures(house.sanne), 3);
  const all = await Promise.all(['jaar@jaar.nl', 'kwartaal@kwartaal.nl', 'week@week.nl'].map(figuresOf));
  for (const figures of all) {
    assert.equal(figures?.alarm, 'none');
    assert.ok(Math.abs((figures?.time ?? 0) - (all[0]?.time ?? 1)) < 0.01, JSON.stringify(all));
  }
  assert.equal(await refreshFigures(house.sanne), 0);
});

test('an organisation hangs on the colleague who has it alone, and less so when another comes along', async () => {
  const alone = Array.from({ length: 8 }, (_, n) => order(`a${n}`, 'ans@cafeans.nl', 'bram@overkant.nl', n * 7 + 1));
  await ingest(alone);
  await refreshFigures(house.sanne);
  assert.equal((await figuresOf('cafeans.nl'))?.dependency, 1);
  const too = Array.from({ length: 8 }, (_, n) => order(`b${n}`, 'ans@cafeans.nl', 'sanne@overkant.nl', n * 7 + 2));
  await ingest(too);
  await refreshFigures(house.sanne);
  const both = await figuresOf('cafeans.nl');
  assert.equal(both?.strands, 2);
  assert.ok((both?.dependency ?? 1) < 0.6, JSON.stringify(both));
  assert.equal(both?.sparkline.length, 12);
});

test('a source that was last read three months ago raises no alarm, and says why', async () => {
  const records = Array.from({ length: 8 }, (_, n) =>
    order(`o${n}`, 'oud@oudemail.nl', 'sanne@overkant.nl', n * 7 + 92),
  );
  await ingest(records, 'oude mail', new Date(nowMs - 90 * dayMs));
  await refreshFigures(house.sanne);
  const figures = await figuresOf('oud@oudemail.nl');
  assert.deepEqual([figures?.alarm, figures?.silenced], ['none', 'coverage']);
});

test('what two others have with each other shows when a log of the firm says so', async () => {
  const records = Array.from({ length: 6 }, (_, n) =>
    order(`t${n}`, `${n % 2}@derden.nl`, `${(n + 1) % 2}@derden.nl`, n + 1),
  );
  await ingest(records);
  await refreshFigures(house.sanne);
  const person = await figuresOf('0@derden.nl');
  assert.deepEqual([person?.strands, person?.dependency], [1, null]);
  // What its people have among themselves is not what their firm has with anybody.
  assert.equal(await figuresOf('derden.nl'), undefined);
});

test('figures follow a change that comes in while they are being made', async () => {
  const first = [order('r1', 'race@race.nl', 'sanne@overkant.nl', 30)];
  await ingest(first);
  const more = Array.from({ length: 10 }, (_, n) =>
    ingest([order(`r${n + 2}`, 'race@race.nl', 'sanne@overkant.nl', n + 1)]),
  );
  await Promise.all([...more, refreshFigures(house.sanne), refreshFigures(house.bram)]);
  await refreshFigures(house.sanne);
  const { rows } = await sql<{ n: number }>`
    select f.contact_count as n from party_figures f join identities i using (party_id) where value = 'race@race.nl'`.execute(
    house.db,
  );
  assert.deepEqual(rows, [{ n: 22 }]);
});

test('a tie of which next to nothing is left after years of silence is figured like any other', async () => {
  const chat = (sourceKey: string, from: string, to: string, daysAgo: number): IngestRecord => ({
    ...order(sourceKey, from, to, daysAgo),
    channel: 'chat',
    kind: 'message',
  });
  await ingest(
    Array.from({ length: 8 }, (_, index) => {
      const ends = ['sanne@overkant.nl', 'lang@geleden.example'] as const;
      return chat(`chat${index}`, ends[index % 2] ?? '', ends[(index + 1) % 2] ?? '', 900 + index);
    }),
    'oude chat',
  );
  await refreshFigures(house.system);
  const { rows } = await sql<{ bond: number }>`
    select f.bond from party_figures f join identities i on i.party_id = f.party_id
    where i.value = 'lang@geleden.example'`.execute(house.db);
  assert.ok((rows[0]?.bond ?? 1) < 1e-3, JSON.stringify(rows));
});

test('what else is behind in a relation comes along with what is taken, and nothing of others', async () => {
  await ingest([
    order('kin-1', 'ans@kinderdijk.nl', 'sanne@overkant.nl', 3),
    order('kin-2', 'bea@kinderdijk.nl', 'sanne@overkant.nl', 2),
    order('kin-3', 'cor@molen.nl', 'sanne@overkant.nl', 1),
  ]);
  await refreshFigures(house.system);
  await sql`insert into stale_ties (tie_id, at) select id, ${testNow} from ties`.execute(house.db);
  const isLeft = async (value: string) => {
    const { rows } = await sql`
      select from stale_ties s join ties t on t.id = s.tie_id join identities i on i.party_id in (t.party_a, t.party_b)
      where i.value = ${value}`.execute(house.db);
    return rows.length > 0;
  };
  await sql`update stale_ties set at = ${new Date(0)} where tie_id = (
    select t.id from ties t join identities i on i.party_id in (t.party_a, t.party_b)
    where i.value = 'ans@kinderdijk.nl')`.execute(house.db);
  assert.equal(await refreshStretch(house.system, 1), 2);
  const left = await Promise.all(['ans@kinderdijk.nl', 'bea@kinderdijk.nl', 'cor@molen.nl'].map(isLeft));
  assert.deepEqual(left, [false, false, true]);
});
