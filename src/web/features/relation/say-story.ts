/** The sentence a relation's page begins with, and the next act it proposes. */
import type { Figures } from '#contract/figures.ts';
import type { Party } from '#contract/parties.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';
import { findCarrier } from '../../ui/glyph/glyph-facts.ts';
import { calendarDaysSince } from '../../ui/rhythm.ts';

interface Spoken {
  readonly words: Words;
  readonly formats: Formats;
  readonly nowMs: number;
}

/** First the alarm if there is one, then the rhythm, then why nothing louder is said. */
export function sayRhythm(figures: Figures | null, { words, formats, nowMs }: Spoken): string {
  const { relation, today, bond } = words;
  if (!figures?.lastAt) return relation.rhythmNone;
  const silenceDays = calendarDaysSince(figures.lastAt, nowMs, formats.dayKey);
  const isAlarm = figures.alarm !== 'none' && figures.alarmSilencedBy === null;
  if (isAlarm && figures.gapDays !== null) {
    return `${bond.alarms[figures.alarm]}. ${today.rhythm({ gapDays: figures.gapDays, silenceDays })}`;
  }
  const rhythm =
    figures.gapDays === null || figures.alarmSilencedBy === 'too-few'
      ? relation.rhythmYoung(silenceDays)
      : relation.rhythmOnTime(figures.gapDays, silenceDays);
  const silenced = figures.alarmSilencedBy;
  return silenced && silenced !== 'too-few' ? `${rhythm} ${bond.silenced[silenced]}.` : rhythm;
}

/** One act, from what is weakest; nothing where contact is already too much or not wished. */
export function sayNext(party: Party, words: Words): string {
  const { next } = words.relation;
  const { figures } = party;
  if (party.contactWish === 'rather-not') return next.wish;
  if (!figures) return next.begin;
  if (figures.pressure > 1) return next.rest;
  if (figures.status === 'unknown') return next.begin;
  if (figures.status === 'contact') return figures.givingTheirs > figures.givingOurs ? next.fromThem : next.fromUs;
  if (figures.alarm !== 'none' && figures.alarmSilencedBy === null) return next.time;
  if (figures.weakest !== 'reciprocity') return figures.weakest ? next[figures.weakest] : next.none;
  const carrier = findCarrier({ ours: figures.givingOurs, theirs: figures.givingTheirs });
  if (carrier === 'ours') return next.reciprocityOurs;
  return carrier === 'theirs' ? next.reciprocityTheirs : next.reciprocity;
}
