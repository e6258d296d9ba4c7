/** Until when one may put something away: an hour, tomorrow morning, Monday, a week; mornings are the firm's. */
import { instantAt, wallTimeAt, weekdayOf } from '../zoned-time.ts';

export const snoozeChoices = ['hour', 'tomorrow', 'monday', 'week'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const hourMs = 3_600_000;
const morningHour = 8;

export function snoozeUntil(choice: SnoozeChoice, { nowMs, timeZone }: { nowMs: number; timeZone: string }): string {
  if (choice === 'hour') return new Date(nowMs + hourMs).toISOString();
  const today = wallTimeAt(nowMs, timeZone);
  const days = { tomorrow: 1, monday: (8 - weekdayOf(today)) % 7 || 7, week: 7 }[choice];
  return new Date(instantAt({ ...today, day: today.day + days, hour: morningHour, minute: 0 }, timeZone)).toISOString();
}
