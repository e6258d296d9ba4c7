/** A stretch of the log as a replay needs it: what things are derived of, and what is stored of them as text to compare. */
import { sql } from 'kysely';
import {
  channelFamilies,
  type Direction,
  directions,
  pressureChannels,
  type TieEvent,
  trustFacets,
} from '#engine/tie-event.ts';
import type { Db } from './database.ts';
import type { DerivableInteraction } from './interactions.ts';

/** In the order of ids, and without the texts, which nothing that is compared is derived from. */
export async function listInteractionsAfter(
  db: Db,
  after: { id: string; most: number },
): Promise<DerivableInteraction[]> {
  const { rows } = await sql<DerivableInteraction>`
    select id, source_number as "sourceNumber", happened_at as "happenedAt", channel, kind, from_party as "fromParty",
      to_parties as "toParties", null as subject, answered_at as "answeredAt", answered_from as "answeredFrom",
      twin_of as "twinOf", mail_class as "mailClass", asked, valence, benefits, owner_user_id as "ownerUserId",
      shared_at as "sharedAt", sharing
    from interactions where id > ${after.id}::uuid order by id limit ${after.most}`.execute(db);
  return rows;
}

/**
 * All that is stored of the interactions with these ids: a line a row, in the order of interaction, tie and direction.
 * One text for all, as taking rows and their numbers apart only to compare them costs more than deriving them; and ties
 * by their ids, as looking up between whom each is costs more than the rest of the statement.
 */
export async function readDerivedText(db: Db, { after, upTo }: { after: string; upTo: string }): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select concat_ws(E'\n', (
      select string_agg(row(interaction_id, tie_id, direction, at_ms, day, family, contact, benefit, trust_facet,
          trust_good, trust_bad, pressure_channel, unasked, survey_weight, survey_value, source_number)::text,
        E'\n' order by interaction_id, tie_id, direction)
      from tie_events
      where interaction_id > ${after}::uuid and interaction_id <= ${upTo}::uuid
    ), (
      select string_agg(row(interaction_id, tie_id, direction, kind, weight, at_ms)::text,
        E'\n' order by interaction_id, tie_id, direction, kind collate "C")
      from benefits
      where interaction_id > ${after}::uuid and interaction_id <= ${upTo}::uuid
    )) as text`.execute(db);
  return rows[0]?.text ?? '';
}

interface DerivedEvent {
  readonly tieId: string;
  readonly direction: Direction;
  readonly event: TieEvent;
}

/** The line that an event is stored as, to the last bit of its numbers. */
export function lineOfEvent(interactionId: string, { tieId, direction, event }: DerivedEvent): string {
  const facet = event.trustFacet === null ? '' : trustFacets.indexOf(event.trustFacet);
  const pressure = event.pressureChannel === null ? '' : pressureChannels.indexOf(event.pressureChannel);
  return (
    `(${interactionId},${tieId},${directions.indexOf(direction)},${event.atMs},${event.day},` +
    `${channelFamilies.indexOf(event.family)},${textOf(event.contact)},${textOf(event.benefit)},${facet},` +
    `${textOf(event.trustGood)},${textOf(event.trustBad)},${pressure},${textOf(event.unasked)},` +
    `${textOf(event.surveyWeight)},${textOf(event.surveyValue)},${event.sourceNumber})`
  );
}

export interface DerivedBenefit {
  readonly tieId: string;
  readonly direction: 0 | 1;
  readonly kind: string;
  readonly weight: number;
  readonly atMs: number;
}

export function lineOfBenefit(interactionId: string, benefit: DerivedBenefit): string {
  const { tieId, direction, kind, weight, atMs } = benefit;
  return `(${interactionId},${tieId},${direction},${kind},${textOf(weight)},${atMs})`;
}

export function interactionOfLine(line: string): string {
  return line.slice(1, 37);
}

/** A number below 1e15 as PostgreSQL writes a float8: as JavaScript does, but with an exponent sooner, and that in two digits. */
export function textOf(value: number): string {
  if (Math.abs(value) >= 1e-4 || value === 0) return `${value}`;
  return value.toExponential().replace(/e-(\d)$/, 'e-0$1');
}
