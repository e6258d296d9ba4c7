/** Days since, as a list or a page speaks of them; the words are in messages. */
const dayMs = 86_400_000;

/** Whole calendar days between two instants in a time zone: yesterday evening is one day ago this morning. */
export function calendarDaysSince(at: string, nowMs: number, dayKey: (at: string | number) => string): number {
  return Math.round((Date.parse(dayKey(nowMs)) - Date.parse(dayKey(at))) / dayMs);
}
