/** Afterwards: is every acknowledged contact moment there once, and do the states say what the log says? */
import type { TieState } from '#engine/direction-state.ts';
import { defaultParameters } from '#engine/parameters.ts';
import { openDatabase } from '#store/database.ts';
import { lockTies, rederiveStates } from '#store/fold-ties.ts';
import { listTieStates } from '#store/tie-states.ts';
import { listTieIdsAfter } from '#store/ties.ts';
import { transact } from '#store/transact.ts';
import type { LivingApp } from './living-app.ts';

export interface Findings {
  readonly lost: number;
  readonly duplicate: number;
  readonly uncalledFor: number;
  /** Tie events that are not there, or too many. */
  readonly events: number;
  /** Ties whose stored state is not that of their events. */
  readonly states: number;
}

export function urlOf({ cluster }: LivingApp): string {
  return `postgres://hecht:${cluster.password}@127.0.0.1:${cluster.port}/hecht`;
}

export async function checkLedger(url: string, expected: ReadonlySet<string>): Promise<Findings> {
  const db = openDatabase({ url, statementTimeoutMs: 0 });
  try {
    const rows = await db.selectFrom('interactions').select(['id', 'snippet']).execute();
    const seen = new Map<string, number>();
    for (const { snippet } of rows) seen.set(snippet ?? '', (seen.get(snippet ?? '') ?? 0) + 1);
    const events = await db.selectFrom('tie_events').select('interaction_id').distinct().execute();
    return {
      lost: [...expected].filter((text) => !seen.has(text)).length,
      duplicate: [...seen.values()].filter((times) => times > 1).length,
      uncalledFor: [...seen.keys()].filter((text) => !expected.has(text)).length,
      events: Math.abs(events.length - rows.length),
      states: await countWrongStates(url),
    };
  } finally {
    await db.destroy();
  }
}

class Undo extends Error {}

/** Folds everything anew in a transaction that is then taken back. */
async function countWrongStates(url: string): Promise<number> {
  const db = openDatabase({ url, statementTimeoutMs: 0 });
  let wrong = 0;
  try {
    await transact(db, async (tx) => {
      const ties = await listTieIdsAfter(tx, { id: '00000000-0000-0000-0000-000000000000', most: 1_000_000 });
      await lockTies(tx, ties);
      const stored = await listTieStates(tx, ties);
      await rederiveStates(tx, ties, defaultParameters);
      const anew = await listTieStates(tx, ties);
      wrong = ties.filter((id) => !areAlike(stored.get(id), anew.get(id))).length;
      throw new Undo();
    });
  } catch (problem) {
    if (!(problem instanceof Undo)) throw problem;
  } finally {
    await db.destroy();
  }
  return wrong;
}

/** Equal to 1e-9 relative, whole numbers exactly. */
export function areAlike(left: TieState | undefined, right: TieState | undefined): boolean {
  if (!left || !right) return false;
  return (['ab', 'ba'] as const).every((direction) => {
    const [{ traces, ...rest }, { traces: others, ...otherRest }] = [left[direction], right[direction]];
    const near = [...traces].every((value, index) => {
      const other = others[index] ?? Number.NaN;
      return Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), Math.abs(other));
    });
    return near && JSON.stringify(rest) === JSON.stringify(otherRest);
  });
}
