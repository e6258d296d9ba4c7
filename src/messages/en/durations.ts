/** Spans of time as one says them: exact while short, rounder as they grow. */
import { spanOf } from '../spans.ts';

const one = { day: 'day', week: 'week', month: 'month', year: 'year' };

function words(count: number, unit: keyof typeof one): string {
  return `${count} ${one[unit]}${count === 1 ? '' : 's'}`;
}

export const durations = {
  /** "9 days" */
  span: (days: number): string => {
    const { count, unit } = spanOf(days);
    return count === 0 ? 'less than a day' : words(count, unit);
  },
  /** "every 9 days" */
  every: (days: number): string => {
    const { count, unit } = spanOf(Math.max(1, days));
    return count === 1 ? `every ${one[unit]}` : `every ${words(count, unit)}`;
  },
  /** "31 days ago" */
  ago: (days: number): string => {
    const { count, unit } = spanOf(days);
    if (unit === 'day' && count === 0) return 'today';
    if (unit === 'day' && count === 1) return 'yesterday';
    return `${words(count, unit)} ago`;
  },
  /** "in 3 days" */
  ahead: (days: number): string => {
    const { count, unit } = spanOf(days);
    if (unit === 'day' && count === 0) return 'today';
    if (unit === 'day' && count === 1) return 'tomorrow';
    return `in ${words(count, unit)}`;
  },
  /** What is left of a long piece of work. */
  left: (seconds: number): string => {
    if (seconds < 8) return 'a few seconds';
    if (seconds < 90) return `about ${Math.round(seconds / 5) * 5} seconds`;
    if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes`;
    return `about ${Math.round(seconds / 3600)} hours`;
  },
};
