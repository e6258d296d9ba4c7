/** Which unit says a number of days best: days up to two months, then weeks, months and years. */
export interface Span {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

export function spanOf(days: number): Span {
  if (days < 60) return { count: Math.round(days), unit: 'day' };
  if (days < 120) return { count: Math.round(days / 7), unit: 'week' };
  if (days < 700) return monthsOf(days);
  return { count: Math.round(days / 365.25), unit: 'year' };
}

function monthsOf(days: number): Span {
  const months = Math.round(days / 30.44);
  // A yearly customer comes "every year", not "every 12 months".
  return months === 12 ? { count: 1, unit: 'year' } : { count: months, unit: 'month' };
}
