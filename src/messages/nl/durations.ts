/** Tijdspannes zoals je ze zegt: precies zolang ze kort zijn, ronder naarmate ze groeien. */
import type { durations as shape } from '../en/durations.ts';
import { spanOf } from '../spans.ts';

const names = { day: ['dag', 'dagen'], week: ['week', 'weken'], month: ['maand', 'maanden'], year: ['jaar', 'jaar'] };

function words(count: number, unit: keyof typeof names): string {
  return `${count} ${names[unit][count === 1 ? 0 : 1]}`;
}

export const durations = {
  span: (days: number): string => {
    const { count, unit } = spanOf(days);
    return count === 0 ? 'minder dan een dag' : words(count, unit);
  },
  every: (days: number): string => {
    const { count, unit } = spanOf(Math.max(1, days));
    if (count === 1) return unit === 'year' ? 'elk jaar' : `elke ${names[unit][0]}`;
    return `om de ${words(count, unit)}`;
  },
  ago: (days: number): string => {
    const { count, unit } = spanOf(days);
    if (unit === 'day' && count === 0) return 'vandaag';
    if (unit === 'day' && count === 1) return 'gisteren';
    return `${words(count, unit)} geleden`;
  },
  ahead: (days: number): string => {
    const { count, unit } = spanOf(days);
    if (unit === 'day' && count === 0) return 'vandaag';
    if (unit === 'day' && count === 1) return 'morgen';
    return `over ${words(count, unit)}`;
  },
  left: (seconds: number): string => {
    if (seconds < 8) return 'een paar seconden';
    if (seconds < 90) return `ongeveer ${Math.round(seconds / 5) * 5} seconden`;
    if (seconds < 5400) return `ongeveer ${Math.round(seconds / 60)} minuten`;
    return `ongeveer ${Math.round(seconds / 3600)} uur`;
  },
} satisfies typeof shape;
