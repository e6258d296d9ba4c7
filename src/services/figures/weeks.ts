/** Weeks of the year line: they begin on Monday, on the firm's calendar. */
import { dayNumberOf, startOfDayMs } from '../firm-days.ts';

/** Weeks a year line reaches back. */
export const yearWeeks = 53;

export function weekOf(atMs: number, timeZone: string): number {
  return Math.floor((dayNumberOf(atMs, timeZone) + 3) / 7);
}

/** The Monday a week begins on, as a day number. */
export function mondayOf(week: number): number {
  return week * 7 - 3;
}

/** The last instant of a week: what the week is remembered by. */
export function endOfWeekMs(week: number, timeZone: string): number {
  return startOfDayMs(mondayOf(week + 1), timeZone) - 1;
}
