/** Days of the calendar as text (2026-11-23), without a zone: which ones are shown, and when they begin at the firm. */
import { instantAt } from '../../ui/zoned-time.ts';

export const views = ['day', 'week', 'month'] as const;
export type View = (typeof views)[number];

const dayMs = 86_400_000;
const weekDays = 7;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** 0 = Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + weekDays - 1) % weekDays;
}

export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day));
}

/** By ISO 8601: the week that holds the Thursday. */
export function weekNumberOf(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / weekDays) + 1;
}

/** Of a month whole weeks. */
export function listDays(view: View, on: string): string[] {
  if (view === 'day') return [on];
  const first = mondayOf(view === 'week' ? on : `${on.slice(0, 7)}-01`);
  const count = view === 'week' ? weekDays : Math.ceil((daysBetween(first, lastOfMonth(on)) + 1) / weekDays) * weekDays;
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}

function lastOfMonth(on: string): string {
  return addDays(stepOn('month', `${on.slice(0, 7)}-01`, 1), -1);
}

/** The same day of the month before or after; its last where it has no such day. */
export function stepOn(view: View, on: string, count: number): string {
  if (view !== 'month') return addDays(on, count * (view === 'day' ? 1 : weekDays));
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))).toISOString().slice(0, 10);
}

export function startOf(day: string, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instantAt({ year, month, day: date, hour: 0, minute: 0 }, timeZone);
}

/** At so many minutes on the clock of that day. */
export function momentOf(day: string, minutes: number, timeZone: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(instantAt({ year, month, day: date, hour: 0, minute: minutes }, timeZone)).toISOString();
}

export function isDay(value: unknown): value is string {
  return (
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
  );
}
