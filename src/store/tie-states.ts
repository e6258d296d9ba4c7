import { CompiledQuery } from 'kysely';
import { type DirectionState, emptyTraces, type TieState } from '#engine/direction-state.ts';
import { emptyState } from '#engine/fold.ts';
import type { Db } from './database.ts';
import type { TieStatesTable } from './row-types.ts';
import { traceColumns } from './trace-columns.ts';

const readStates = 'select * from tie_states where tie_id = any($1::uuid[])';

/** The states of many ties at once; a tie without events has two empty directions. */
export async function listTieStates(db: Db, tieIds: readonly string[]): Promise<Map<string, TieState>> {
  const states = new Map<string, TieState>();
  for (const tieId of tieIds) states.set(tieId, { ab: emptyState(), ba: emptyState() });
  const { rows } = await db.executeQuery<TieStatesTable>(CompiledQuery.raw(readStates, [tieIds]));
  for (const row of rows) {
    const state = states.get(row.tie_id);
    if (state) state[row.direction === 0 ? 'ab' : 'ba'] = directionStateOf(row);
  }
  return states;
}

export function directionStateOf(row: TieStatesTable): DirectionState {
  const traces = emptyTraces();
  for (const [index, trace] of traceColumns.entries()) {
    traces[index] = row[trace.column as keyof TieStatesTable] as number;
  }
  return {
    tauMs: row.tau_ms,
    firstMs: row.first_ms ?? Infinity,
    lastMs: row.last_ms ?? -Infinity,
    contactCount: row.contact_count,
    abilityCount: row.ability_count,
    benevolenceCount: row.benevolence_count,
    integrityCount: row.integrity_count,
    traces,
    days: row.days,
    sources: row.sources,
  };
}
