/** A calendar in words, as iCalendar. Times are instants in UTC, which every calendar shows in its own zone; days are days, without a zone. */
import ical, { type ICalEventData, ICalEventRepeatingFreq, ICalEventTransparency } from 'ical-generator';
import { notifications as en } from '#messages/en/notifications.ts';
import { notifications as nl } from '#messages/nl/notifications.ts';
import type { Calendar, CalendarEntry } from '#services/calendar/gather-calendar.ts';

const spoken = { nl: nl.feed, en: en.feed };
const halfHourMs = 1_800_000;
const dayMs = 86_400_000;
const refreshSeconds = 3_600;
/** A leap year, for who did not say in which year they were born. */
const someYear = 2000;

export function writeCalendar({ locale, publicUrl, entries }: Calendar): string {
  const words = spoken[locale];
  const calendar = ical({
    name: words.calendarName,
    prodId: { company: 'Hecht', product: 'Hecht', language: locale.toUpperCase() },
    ttl: refreshSeconds,
  });
  const stamp = new Date();
  for (const entry of entries) calendar.createEvent({ ...eventOf(entry, { words, publicUrl }), stamp });
  return calendar.toString();
}

interface Saying {
  readonly words: typeof nl.feed;
  readonly publicUrl: string;
}

function eventOf(entry: CalendarEntry, { words, publicUrl }: Saying): ICalEventData {
  const { events } = words;
  const id = `${entry.kind}-${entry.id}@hecht`;
  const relation = `${publicUrl}/relations/${entry.id}`;
  switch (entry.kind) {
    case 'task': {
      const when = entry.at ? momentOf(entry.at) : dayOf(entry.on);
      return { id, summary: events.task(entry.title, entry.party), url: `${publicUrl}/tasks`, ...when };
    }
    case 'event': {
      const { title: summary, location, days, isBusy } = entry;
      const end = days && new Date(Date.parse(`${days.until}T00:00:00Z`) + dayMs);
      const when = days
        ? { start: new Date(`${days.from}T00:00:00Z`), end, allDay: true }
        : { start: entry.from, end: entry.until };
      const transparency = isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT;
      return { id, summary, location, url: `${publicUrl}/agenda/${entry.id}`, ...when, transparency };
    }
    case 'promise': {
      const say = entry.byUs ? events.promiseOurs : events.promiseTheirs;
      return { id, summary: say(entry.text, entry.party), url: publicUrl, ...momentOf(entry.at) };
    }
    case 'birthday':
      return { id, summary: events.birthday(entry.name), url: relation, ...everyYear(entry) };
    case 'keep-in-touch':
      return { id, summary: events.keepInTouch(entry.name), url: relation, ...dayOf(entry.on) };
    case 'quiet':
      return { id, summary: events.quiet(entry.name), url: relation, ...dayOf(entry.on) };
  }
}

function momentOf(at: Date): ICalEventData {
  return { start: at, end: new Date(at.getTime() + halfHourMs) };
}

/** A whole day takes nobody's time. */
function dayOf(on: string): ICalEventData {
  return { start: new Date(`${on}T00:00:00Z`), allDay: true, transparency: ICalEventTransparency.TRANSPARENT };
}

function everyYear({ year, month, day }: Extract<CalendarEntry, { kind: 'birthday' }>): ICalEventData {
  const start = new Date(Date.UTC(year ?? someYear, month - 1, day));
  // Who was born on a leap day has a birthday every year: on the last day of February.
  const isLeapDay = month === 2 && day === 29;
  const rule = { freq: ICalEventRepeatingFreq.YEARLY, ...(isLeapDay && { byMonth: 2, byMonthDay: -1 }) };
  return { start, allDay: true, transparency: ICalEventTransparency.TRANSPARENT, repeating: rule };
}
