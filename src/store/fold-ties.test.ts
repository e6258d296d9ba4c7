import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { CompiledQuery } from 'kysely';
import { type DirectionState, type TieState, traceNames } from '#engine/direction-state.ts';
import { emptyState, foldEvent } from '#engine/fold.ts';
import { defaultParameters } from '#engine/parameters.ts';
import { channelFamilies, directions, pressureChannels, trustFacets } from '#engine/tie-event.ts';
import { testDatabase } from '#test/database.ts';
import { type Db, openDatabase } from './database.ts';
import { insertTieEvents, lockTies, rederiveStates, type TieEventRow } from './fold-ties.ts';
import { listTieStates } from './tie-states.ts';
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

const tieIds = Array.from({ length: 4 }, (_, index) => `0190000${index}-0000-7000-8000-000000000000`);
const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 21);

const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 100, noNaN: true }));
/** Mostly the last two years, some a century back: late, old and same-instant events all occur. */
const instant = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: nowMs - 730 * dayMs, max: nowMs }) },
  { weight: 1, arbitrary: fc.integer({ min: nowMs - 36_525 * dayMs, max: nowMs }) },
  { weight: 1, arbitrary: fc.constant(nowMs - 10 * dayMs) },
);
const event = fc
  .record({
    atMs: instant,
    family: fc.constantFrom(...channelFamilies),
    contact: weight,
    benefit: weight,
    trustFacet: fc.constantFrom(null, ...trustFacets),
    trustGood: weight,
    trustBad: weight,
    pressureChannel: fc.constantFrom(null, ...pressureChannels),
    unasked: fc.constantFrom(0, 1),
    surveyWeight: fc.constantFrom(0, 0, 2),
    surveyValue: fc.constantFrom(0, 0.5, 1),
    sourceNumber: fc.integer({ min: 1, max: 5 }),
  })
  .map((drawn) => ({ ...drawn, day: Math.floor(drawn.atMs / dayMs) }));
const tieEvent: fc.Arbitrary<Omit<TieEventRow, 'interactionId'>> = fc.record({
  tieId: fc.constantFrom(...tieIds),
  direction: fc.constantFrom(...directions),
  event,
});

function identify(rows: readonly Omit<TieEventRow, 'interactionId'>[]): TieEventRow[] {
  return rows.map((row, index) => ({
    ...row,
    interactionId: `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
  }));
}

async function emptyTables(): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('truncate tie_events, tie_states'));
}

async function ingest(rows: readonly TieEventRow[]): Promise<void> {
  await transact(db, (tx) => insertTieEvents(tx, rows, defaultParameters));
}

function foldInMemory(rows: readonly TieEventRow[]): Map<string, TieState> {
  const states = new Map<string, TieState>(tieIds.map((id) => [id, { ab: emptyState(), ba: emptyState() }]));
  for (const row of rows) {
    const state = states.get(row.tieId);
    if (state) foldEvent(state[row.direction], row.event, defaultParameters);
  }
  return states;
}

/** Below 1e-90 only the moment at which a trace is dropped differs, which is no difference. */
function assertClose(actual: number, expected: number, name: string): void {
  const allowed = Math.max(1e-9 * Math.abs(expected), 1e-90);
  assert.ok(Math.abs(actual - expected) <= allowed, `${name}: ${actual} is not ${expected}`);
}

function assertSameDirection(actual: DirectionState, expected: DirectionState): void {
  const { traces: actualTraces, ...actualRest } = actual;
  const { traces: expectedTraces, ...expectedRest } = expected;
  assert.deepEqual(actualRest, expectedRest);
  for (const [index, name] of traceNames.entries()) {
    assertClose(actualTraces[index] ?? Number.NaN, expectedTraces[index] ?? Number.NaN, name);
  }
}

async function assertStoredIs(expected: Map<string, TieState>): Promise<void> {
  const stored = await listTieStates(db, tieIds);
  for (const [id, state] of expected) {
    for (const direction of directions) {
      const actual = stored.get(id);
      assert.ok(actual);
      assertSameDirection(actual[direction], state[direction]);
    }
  }
}

test('folding on the database in any batches equals the engine event by event, and every replay', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(tieEvent, { minLength: 1, maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
      fc.infiniteStream(fc.nat()),
      async (drawn, batchSizes, order) => {
        await emptyTables();
        const rows = identify(drawn);
        const shuffled = rows.map((row) => ({ row, at: order.next().value ?? 0 })).sort((x, y) => x.at - y.at);
        // Every third event comes twice, as a re-import would bring it.
        const arriving = shuffled.flatMap(({ row }, index) => (index % 3 === 0 ? [row, row] : [row]));
        for (let at = 0, turn = 0; at < arriving.length; turn += 1) {
          const size = batchSizes[turn % batchSizes.length] ?? 1;
          await ingest(arriving.slice(at, at + size));
          at += size;
        }
        const expected = foldInMemory(rows);
        await assertStoredIs(expected);
        await transact(db, (tx) => rederiveStates(tx, tieIds, defaultParameters));
        await assertStoredIs(expected);
      },
    ),
    { numRuns: 60, seed: 20_261_121 },
  );
});

test('a century of silence between two events leaves 0 where the engine leaves 0', async () => {
  await emptyTables();
  const base = { family: 'chat', contact: 1, benefit: 1, trustFacet: null, trustGood: 0, trustBad: 0 } as const;
  const rest = { pressureChannel: null, unasked: 0, surveyWeight: 0, surveyValue: 0, sourceNumber: 1 } as const;
  const at = (atMs: number) => ({ ...base, ...rest, atMs, day: Math.floor(atMs / dayMs) });
  const rows = identify([
    { tieId: tieIds[0] ?? '', direction: 'ab', event: at(nowMs - 36_525 * dayMs) },
    { tieId: tieIds[0] ?? '', direction: 'ab', event: { ...at(nowMs), family: 'mail' } },
  ]);
  for (const row of rows) await ingest([row]);
  const expected = foldInMemory(rows);
  await assertStoredIs(expected);
  assert.equal((await listTieStates(db, tieIds)).get(tieIds[0] ?? '')?.ab.traces[0], 0);
});

test('many ingests and re-derivations at once on the same ties lose nothing', async () => {
  await emptyTables();
  await db.executeQuery(
    CompiledQuery.raw(
      `insert into parties (id, kind, name, sort_name, search_text, created_at, updated_at)
       select ('0180000' || n || '-0000-7000-8000-000000000000')::uuid, 'person', 'P' || n, 'p', 'p', 'epoch', 'epoch'
       from generate_series(0, 4) as n`,
    ),
  );
  await db.executeQuery(
    CompiledQuery.raw(
      `insert into ties (id, party_a, party_b, created_at)
       select id, '01800000-0000-7000-8000-000000000000',
              ('0180000' || n || '-0000-7000-8000-000000000000')::uuid, 'epoch'
       from unnest($1::uuid[]) with ordinality as t(id, n)`,
      [tieIds],
    ),
  );
  const rows = identify(fc.sample(tieEvent, { numRuns: 400, seed: 7 }));
  const batches = Array.from({ length: 20 }, (_, index) => rows.slice(index * 20, index * 20 + 20));
  await Promise.all(
    batches.map((batch, index) =>
      transact(db, async (tx) => {
        await lockTies(tx, tieIds);
        await insertTieEvents(tx, batch, defaultParameters);
        if (index % 5 === 0) await rederiveStates(tx, tieIds, defaultParameters);
      }),
    ),
  );
  await assertStoredIs(foldInMemory(rows));
});
