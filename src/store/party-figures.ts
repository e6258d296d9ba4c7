/** Figures kept per party outside the firm: what the list of relations sorts and filters on. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

export interface PartyFiguresRow {
  readonly partyId: string;
  readonly asOfMs: number;
  readonly bond: number;
  readonly trust: number;
  readonly reciprocity: number;
  readonly intensity: number;
  readonly time: number;
  readonly knowledge: string;
  readonly weakest: string | null;
  readonly status: string;
  readonly statusRank: number;
  readonly alarm: string;
  readonly alarmSilencedBy: string | null;
  readonly potential: number;
  readonly givingOurs: number;
  readonly givingTheirs: number;
  readonly pressure: number;
  readonly gapDays: number | null;
  readonly lastAt: Date | null;
  readonly quietAt: Date | null;
  readonly goneAt: Date | null;
  readonly trend: number;
  readonly sparkline: readonly number[];
  readonly strongestTie: string | null;
  readonly dependency: number | null;
  readonly dependencyOn: string | null;
  readonly strandCount: number;
  readonly contactCount: number;
}

const fields: readonly (readonly [column: string, field: keyof PartyFiguresRow, type: string])[] = [
  ['party_id', 'partyId', 'uuid'],
  ['as_of_ms', 'asOfMs', 'float8'],
  ['bond', 'bond', 'float8'],
  ['trust', 'trust', 'float8'],
  ['reciprocity', 'reciprocity', 'float8'],
  ['intensity', 'intensity', 'float8'],
  ['time', 'time', 'float8'],
  ['knowledge', 'knowledge', 'text'],
  ['weakest', 'weakest', 'text'],
  ['status', 'status', 'text'],
  ['status_rank', 'statusRank', 'smallint'],
  ['alarm', 'alarm', 'text'],
  ['alarm_silenced_by', 'alarmSilencedBy', 'text'],
  ['potential', 'potential', 'float8'],
  ['giving_ours', 'givingOurs', 'float8'],
  ['giving_theirs', 'givingTheirs', 'float8'],
  ['pressure', 'pressure', 'float8'],
  ['gap_days', 'gapDays', 'float8'],
  ['last_at', 'lastAt', 'timestamptz'],
  ['quiet_at', 'quietAt', 'timestamptz'],
  ['gone_at', 'goneAt', 'timestamptz'],
  ['trend', 'trend', 'float8'],
  ['sparkline', 'sparkline', 'smallint[]'],
  ['strongest_tie', 'strongestTie', 'uuid'],
  ['dependency', 'dependency', 'float8'],
  ['dependency_on', 'dependencyOn', 'uuid'],
  ['strand_count', 'strandCount', 'int'],
  ['contact_count', 'contactCount', 'int'],
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

export async function upsertPartyFigures(tx: Tx, rows: readonly PartyFiguresRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into party_figures (${columns}, foundation_share)
    select ${picked}, w.largest_share from json_to_recordset(${JSON.stringify(rows)}::json) as ${recordset}
    left join party_foundations w on w.party_id = r."partyId" order by r."partyId"
    on conflict (party_id) do update set ${replaced}`.execute(tx);
}

/** Of parties that no longer have a strand, or turned out to be ours. */
export async function deletePartyFigures(tx: Tx, partyIds: readonly string[]): Promise<void> {
  if (partyIds.length === 0) return;
  await sql`delete from party_figures where party_id = any(${[...partyIds]}::uuid[])`.execute(tx);
}
