/** All that was measured of every tie, by the addresses of its two ends, so that two houses can be held against each other. */
import type pg from 'pg';

export type MeasuredTies = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Numbers of rows and moments of bookkeeping: they say nothing about the tie. */
const bookkeeping = new Set(['tie_id', 'direction', 'sources', 'due_at']);

export async function readMeasuredTies(pool: pg.Pool): Promise<MeasuredTies> {
  const ends = await pool.query<{ id: string; a: string; b: string }>(`
    select t.id, a.value as a, b.value as b from ties t
    join lateral (select min(value) as value from identities where party_id = t.party_a and value like '%@radoslaw.example') a on true
    join lateral (select min(value) as value from identities where party_id = t.party_b and value like '%@radoslaw.example') b on true
    where a.value is not null and b.value is not null`);
  const ties = new Map<string, { name: string; turned: boolean; measured: Record<string, unknown> }>();
  for (const { id, a, b } of ends.rows) {
    const turned = a > b;
    ties.set(id, { name: turned ? `${b} ${a}` : `${a} ${b}`, turned, measured: {} });
  }
  for (const row of (await pool.query('select * from tie_states')).rows) {
    const tie = ties.get(row.tie_id);
    if (tie) put(tie.measured, row, (row.direction === 1) === tie.turned ? 'there ' : 'back ');
  }
  for (const { giving_ab, giving_ba, ...row } of (await pool.query('select * from tie_figures')).rows) {
    const tie = ties.get(row.tie_id);
    if (!tie) continue;
    const [givingThere, givingBack] = tie.turned ? [giving_ba, giving_ab] : [giving_ab, giving_ba];
    put(tie.measured, { ...row, givingThere, givingBack });
  }
  return new Map([...ties.values()].map(({ name, measured }) => [name, measured]));
}

function put(measured: Record<string, unknown>, row: Record<string, unknown>, prefix = ''): void {
  for (const [column, value] of Object.entries(row)) {
    if (!bookkeeping.has(column)) measured[prefix + column] = value instanceof Date ? value.getTime() : value;
  }
}

export interface Comparison {
  readonly ties: number;
  readonly values: number;
  /** The largest relative difference between two numbers. */
  readonly worst: number;
  /** Ties that only one of the two has, and values that differ by more than 1e-9. */
  readonly differences: readonly string[];
}

const tolerance = 1e-9;

export function compareTies(left: MeasuredTies, right: MeasuredTies): Comparison {
  const differences: string[] = [];
  let [values, worst] = [0, 0];
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(name), right.get(name)];
    if (!one || !other) {
      differences.push(`${name} stands in one of the two only`);
      continue;
    }
    for (const column of new Set([...Object.keys(one), ...Object.keys(other)])) {
      values += 1;
      const difference = differ(one[column], other[column]);
      worst = Math.max(worst, difference);
      if (difference > tolerance) differences.push(`${name} ${column}: ${one[column]} and ${other[column]}`);
    }
  }
  return { ties: left.size, values, worst, differences };
}

/** Relative for numbers; 0 or 1 for everything else. */
function differ(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number' && Number.isFinite(one) && Number.isFinite(other)) {
    return one === other ? 0 : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
  }
  return JSON.stringify(one) === JSON.stringify(other) ? 0 : 1;
}
