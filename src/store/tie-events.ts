import { sql } from 'kysely';
import { channelFamilies, type Direction, pressureChannels, type TieEvent, trustFacets } from '#engine/tie-event.ts';
import type { Db } from './database.ts';

export interface StoredTieEvent {
  readonly tieId: string;
  readonly ref: string;
  readonly direction: Direction;
  readonly event: TieEvent;
}

interface Row {
  tie_id: string;
  interaction_id: string;
  direction: number;
  at_ms: number;
  day: number;
  family: number;
  contact: number;
  benefit: number;
  trust_facet: number | null;
  trust_good: number;
  trust_bad: number;
  pressure_channel: number | null;
  unasked: number;
  survey_weight: number;
  survey_value: number;
  source_number: number;
}

/** The whole log of these ties, each in the order of time. */
export async function listTieEvents(db: Db, tieIds: readonly string[]): Promise<Map<string, StoredTieEvent[]>> {
  const { rows } = await sql<Row>`
    select * from tie_events where tie_id = any(${[...tieIds]}::uuid[]) order by at_ms`.execute(db);
  const events = new Map<string, StoredTieEvent[]>();
  for (const row of rows) {
    const list = events.get(row.tie_id);
    if (list) list.push(eventOf(row));
    else events.set(row.tie_id, [eventOf(row)]);
  }
  return events;
}

function eventOf(row: Row): StoredTieEvent {
  return {
    tieId: row.tie_id,
    ref: row.interaction_id,
    direction: row.direction === 0 ? 'ab' : 'ba',
    event: {
      atMs: row.at_ms,
      day: row.day,
      family: channelFamilies[row.family] ?? 'mail',
      contact: row.contact,
      benefit: row.benefit,
      trustFacet: row.trust_facet === null ? null : (trustFacets[row.trust_facet] ?? null),
      trustGood: row.trust_good,
      trustBad: row.trust_bad,
      pressureChannel: row.pressure_channel === null ? null : (pressureChannels[row.pressure_channel] ?? null),
      unasked: row.unasked,
      surveyWeight: row.survey_weight,
      surveyValue: row.survey_value,
      sourceNumber: row.source_number,
    },
  };
}
