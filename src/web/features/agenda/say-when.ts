import type { AgendaEvent } from '#contract/agenda.ts';
import type { Formats } from '#messages/formats.ts';

type When = Pick<AgendaEvent, 'startsAt' | 'endsAt' | 'startsOn' | 'endsOn'>;

/** zo 3 mei 14:05 – 15:00; of whole days their dates. */
export function sayWhen({ startsAt, endsAt, startsOn, endsOn }: When, formats: Formats): string {
  if (startsOn !== null) {
    const first = sayDate(startsOn, formats);
    return endsOn === null || endsOn === startsOn ? first : `${first} – ${sayDate(endsOn, formats)}`;
  }
  const isOneDay = formats.dayKey(startsAt) === formats.dayKey(endsAt);
  return `${formats.dateTime(startsAt)} – ${isOneDay ? formats.time(endsAt) : formats.dateTime(endsAt)}`;
}

export function sayDate(day: string, formats: Formats): string {
  return formats.date(`${day}T12:00:00Z`);
}
