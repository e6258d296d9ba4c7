/** Figures kept per tie, so that lists can sort and filter without asking the engine. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface TieFiguresRow {
  readonly tieId: string;
  readonly asOfMs: number;
  readonly bond: number;
  readonly trust: number;
  readonly reciprocity: number;
  readonly intensity: number;
  readonly time: number;
  /** Knowledge of trust, reciprocity, intensity, time: k, a or u. */
  readonly knowledge: string;
  readonly weakest: string | null;
  readonly status: string;
  readonly alarm: string;
  readonly alarmSilencedBy: string | null;
  readonly potential: number;
  readonly givingAb: number;
  readonly givingBa: number;
  readonly pressure: number;
  readonly gapDays: number;
  readonly knownGaps: number;
  readonly lastAt: Date | null;
  readonly quietAt: Date | null;
  readonly goneAt: Date | null;
  readonly trend: number;
  readonly dueAt: Date;
}

const fields: readonly (readonly [column: string, field: keyof TieFiguresRow, type: string])[] = [
  ['tie_id', 'tieId', 'uuid'],
  ['as_of_ms', 'asOfMs', 'float8'],
  ['bond', 'bond', 'float8'],
  ['trust', 'trust', 'float8'],
  ['reciprocity', 'reciprocity', 'float8'],
  ['intensity', 'intensity', 'float8'],
  ['time', 'time', 'float8'],
  ['knowledge', 'knowledge', 'text'],
  ['weakest', 'weakest', 'text'],
  ['status', 'status', 'text'],
  ['alarm', 'alarm', 'text'],
  ['alarm_silenced_by', 'alarmSilencedBy', 'text'],
  ['potential', 'potential', 'float8'],
  ['giving_ab', 'givingAb', 'float8'],
  ['giving_ba', 'givingBa', 'float8'],
  ['pressure', 'pressure', 'float8'],
  ['gap_days', 'gapDays', 'float8'],
  ['known_gaps', 'knownGaps', 'int'],
  ['last_at', 'lastAt', 'timestamptz'],
  ['quiet_at', 'quietAt', 'timestamptz'],
  ['gone_at', 'goneAt', 'timestamptz'],
  ['trend', 'trend', 'float8'],
  ['due_at', 'dueAt', 'timestamptz'],
];

const columns = sql.raw(fields.map(([column]) => `"${column}"`).join(', '));
const picked = sql.raw(fields.map(([, field]) => `"${field}"`).join(', '));
const recordset = sql.raw(`r(${fields.map(([, field, type]) => `"${field}" ${type}`).join(', ')})`);
const replaced = sql.raw(
  fields
    .slice(1)
    .map(([column]) => `"${column}" = excluded."${column}"`)
    .join(', '),
);
const aliased = sql.raw(fields.map(([column, field]) => `f."${column}" as "${field}"`).join(', '));

export async function upsertTieFigures(tx: Tx, rows: readonly TieFiguresRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into tie_figures (${columns})
    select ${picked} from json_to_recordset(${JSON.stringify(rows)}::json) as ${recordset} order by "tieId"
    on conflict (tie_id) do update set ${replaced}`.execute(tx);
}

export async function listTieFigures(db: Db, tieIds: readonly string[]): Promise<Map<string, TieFiguresRow>> {
  const { rows } = await sql<TieFiguresRow>`
    select ${aliased} from tie_figures f where f.tie_id = any(${[...tieIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.tieId, row]));
}
