/** Folding on the database: new events into the stored states, and states anew from the stored events. */
import { CompiledQuery } from 'kysely';
import { type DecayRates, ratesOf } from '#engine/decay-rates.ts';
import type { ModelParameters } from '#engine/parameters.ts';
import {
  channelFamilies,
  type Direction,
  directions,
  pressureChannels,
  type TieEvent,
  trustFacets,
} from '#engine/tie-event.ts';
import type { Tx } from './database.ts';
import { ratePlaces, writeFoldSql, writeRefoldSql } from './fold-sql.ts';
import { rateNames } from './trace-columns.ts';

export interface TieEventRow {
  readonly tieId: string;
  readonly interactionId: string;
  readonly direction: Direction;
  readonly event: TieEvent;
}

/** Columns of tie_events in the order in which the arrays are bound. */
const eventColumns = [
  ['tie_id', 'uuid'],
  ['interaction_id', 'uuid'],
  ['direction', 'smallint'],
  ['at_ms', 'float8'],
  ['day', 'int'],
  ['family', 'smallint'],
  ['contact', 'float8'],
  ['benefit', 'float8'],
  ['trust_facet', 'smallint'],
  ['trust_good', 'float8'],
  ['trust_bad', 'float8'],
  ['pressure_channel', 'smallint'],
  ['unasked', 'float8'],
  ['survey_weight', 'float8'],
  ['survey_value', 'float8'],
  ['source_number', 'smallint'],
] as const;

const names = eventColumns.map(([name]) => name).join(', ');
const arrays = eventColumns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');

/** What is already there is dropped by its key before the fold, so a repeat counts once. */
const insertAndFold = writeFoldSql({
  before: `e0 as (
  insert into tie_events (${names}) select * from unnest(${arrays}) on conflict do nothing returning *
)`,
  from: 'e0',
  rates: ratePlaces(eventColumns.length + 1),
});

const insertOnly = `insert into tie_events (${names}) select * from unnest(${arrays}) on conflict do nothing`;
const lock = 'select id from ties where id = any($1::uuid[]) order by id for no key update';
const lockAndMark = `with locked as (${lock})
insert into stale_ties (tie_id, at) select id, $2 from locked order by id on conflict (tie_id) do update set at = excluded.at`;
const refoldTies = writeRefoldSql({ rates: ratePlaces(2) });

/** Inserts events and folds exactly those that are new. The caller holds the locks of the ties (lockTies). */
export async function insertTieEvents(
  tx: Tx,
  rows: readonly TieEventRow[],
  parameters: ModelParameters,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.executeQuery(CompiledQuery.raw(insertAndFold, [...columnsOf(rows), ...rateValues(parameters)]));
}

/** Inserts events whose ties are re-derived afterwards. */
export async function insertTieEventsUnfolded(tx: Tx, rows: readonly TieEventRow[]): Promise<void> {
  if (rows.length > 0) await tx.executeQuery(CompiledQuery.raw(insertOnly, columnsOf(rows)));
}

/** Folds these ties again from their events, and writes the states that say otherwise. The caller holds their locks. */
export async function rederiveStates(tx: Tx, tieIds: readonly string[], parameters: ModelParameters): Promise<void> {
  if (tieIds.length === 0) return;
  await tx.executeQuery(CompiledQuery.raw(refoldTies, [tieIds, ...rateValues(parameters)]));
}

/** Everyone who writes events or states of ties takes their locks first, in one order: no loss, no deadlock. */
export async function lockTies(tx: Tx, tieIds: readonly string[]): Promise<void> {
  if (tieIds.length > 0) await tx.executeQuery(CompiledQuery.raw(lock, [tieIds]));
}

/** The locks of whoever changes what figures are made of: with the marks that these are behind. */
export async function lockAndMarkTies(tx: Tx, { tieIds, at }: { tieIds: readonly string[]; at: Date }): Promise<void> {
  if (tieIds.length > 0) await tx.executeQuery(CompiledQuery.raw(lockAndMark, [tieIds, at]));
}

/**
 * Until this transaction ends. The events of thousands of ties lie all over their table: page by page they are read in half
 * the time that walking an index takes, and the planner expects the opposite.
 */
export async function readPageByPage(tx: Tx): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw('set local enable_indexscan = off'));
}

function rateValues(parameters: ModelParameters): number[] {
  const rates: DecayRates = ratesOf(parameters);
  return rateNames.map((name) => rates[name]);
}

function columnsOf(rows: readonly TieEventRow[]): unknown[] {
  const pick = (read: (row: TieEventRow, event: TieEvent) => unknown) => rows.map((row) => read(row, row.event));
  return [
    pick((row) => row.tieId),
    pick((row) => row.interactionId),
    pick((row) => directions.indexOf(row.direction)),
    pick((_, event) => event.atMs),
    pick((_, event) => event.day),
    pick((_, event) => channelFamilies.indexOf(event.family)),
    pick((_, event) => event.contact),
    pick((_, event) => event.benefit),
    pick((_, event) => (event.trustFacet === null ? null : trustFacets.indexOf(event.trustFacet))),
    pick((_, event) => event.trustGood),
    pick((_, event) => event.trustBad),
    pick((_, event) => (event.pressureChannel === null ? null : pressureChannels.indexOf(event.pressureChannel))),
    pick((_, event) => event.unasked),
    pick((_, event) => event.surveyWeight),
    pick((_, event) => event.surveyValue),
    pick((_, event) => event.sourceNumber),
  ];
}
