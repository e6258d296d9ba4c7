/** When a task is due, stands in the list, reminds, and comes again: days of the firm's calendar, times on its clock. */
import type { TaskGroup } from '#contract/tasks.ts';
import type { TaskRepeat } from '#store/tasks.ts';
import { dayNumberOf, offsetMsAt, startOfDayMs } from '../firm-days.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** A task for a day, without a time, reminds when that day's work begins. */
const morningMinutes = 7 * 60;
/** The coming week: on a Sunday too, tomorrow is near. */
const weekAhead = 6;
/** Where tasks without a day stand: behind all others. */
export const someday = new Date('9999-12-31T00:00:00.000Z');

export interface Due {
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly snoozedUntil: Date | null;
}

export interface Placed {
  readonly sortAt: Date;
  readonly remindAt: Date | null;
}

export function placeTask({ dueOn, dueTime, snoozedUntil }: Due, timeZone: string): Placed {
  if (snoozedUntil !== null) return { sortAt: snoozedUntil, remindAt: snoozedUntil };
  if (dueOn === null) return { sortAt: someday, remindAt: null };
  const day = dayNumberOfDate(dueOn);
  if (dueTime === null) {
    return {
      sortAt: new Date(startOfDayMs(day, timeZone)),
      remindAt: new Date(atMinuteMs(day, morningMinutes, timeZone)),
    };
  }
  const at = new Date(atMinuteMs(day, minutesOf(dueTime), timeZone));
  return { sortAt: at, remindAt: at };
}

interface Grouped {
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly sortAt: Date;
  readonly doneAt: Date | null;
}

export function groupOf(task: Grouped, { nowMs, timeZone }: { nowMs: number; timeZone: string }): TaskGroup {
  if (task.doneAt !== null) return 'done';
  const atMs = task.sortAt.getTime();
  if (atMs >= someday.getTime()) return 'someday';
  const today = dayNumberOf(nowMs, timeZone);
  const day = dayNumberOf(atMs, timeZone);
  // What has no day of its own and was put away comes back as today's, not as late.
  if (task.dueOn === null && day <= today) return 'today';
  if (day < today || (task.dueTime !== null && atMs < nowMs)) return 'overdue';
  if (day === today) return 'today';
  return day <= today + weekAhead ? 'this-week' : 'later';
}

/** The day the next one is due: never one that is over. */
export function nextDueOn(input: {
  repeat: TaskRepeat;
  repeatDay: number | null;
  dueOn: string | null;
  doneOn: string;
}): string {
  const { repeat, dueOn, doneOn } = input;
  if (repeat.from === 'done' || dueOn === null) return step(doneOn, repeat, null, 1);
  // None lasts longer than this: so far one may count ahead without passing the day looked for.
  const longestDays = { day: 1, week: 7, month: 31, year: 366 }[repeat.unit] * repeat.every;
  const lateDays = dayNumberOfDate(doneOn) - dayNumberOfDate(dueOn);
  for (let count = Math.max(1, Math.floor(lateDays / longestDays)); ; count += 1) {
    const next = step(dueOn, repeat, input.repeatDay, count);
    if (next > doneOn || next > '9000') return next;
  }
}

function step(from: string, { every, unit }: TaskRepeat, repeatDay: number | null, count: number): string {
  if (unit === 'day' || unit === 'week') {
    return dateOfDayNumber(dayNumberOfDate(from) + every * count * (unit === 'week' ? 7 : 1));
  }
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const months = year * 12 + (month - 1) + every * count * (unit === 'year' ? 12 : 1);
  const [nextYear, nextMonth] = [Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(nextYear, nextMonth + 1, 0)).getUTCDate();
  return writeDate(nextYear, nextMonth + 1, Math.min(repeatDay ?? day, last));
}

export function dayNumberOfDate(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00.000Z`) / dayMs);
}

export function dateOfDayNumber(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function dateAt(atMs: number, timeZone: string): string {
  return dateOfDayNumber(dayNumberOf(atMs, timeZone));
}

/** The instant at which the clock on the firm's wall shows these minutes; in the hour that is skipped in spring, an hour later. */
function atMinuteMs(day: number, minutes: number, timeZone: string): number {
  const wallMs = day * dayMs + minutes * minuteMs;
  const guess = wallMs - offsetMsAt(wallMs, timeZone);
  return wallMs - offsetMsAt(guess, timeZone);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function writeDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
