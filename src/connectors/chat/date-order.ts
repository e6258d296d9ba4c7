/** Which of the three numbers is the day: a file says it by what cannot be, else by running backwards the least. */
import type { Stamp } from './chat-lines.ts';
import type { WallTime } from './wall-time.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export function tellDateOrder(stamps: readonly Stamp[]): DateOrder {
  const [first] = stamps;
  if (!first) return 'dmy';
  if (stamps.some(({ date }) => date[0] > 31)) return 'ymd';
  const dayFirst = stamps.some(({ date }) => date[0] > 12 && date[1] <= 12);
  const monthFirst = stamps.some(({ date }) => date[1] > 12 && date[0] <= 12);
  if (dayFirst !== monthFirst) return dayFirst ? 'dmy' : 'mdy';
  const [back, forth] = [countSteps(stamps, 'dmy'), countSteps(stamps, 'mdy')];
  if (back !== forth) return back < forth ? 'dmy' : 'mdy';
  // America alone writes the month first, with strokes and with AM and PM.
  return first.separator === '/' && stamps.some(({ half }) => half !== null) ? 'mdy' : 'dmy';
}

/** How often the next one is earlier: a chat goes forward. Wide jumps count, for a wrong order makes months of days. */
function countSteps(stamps: readonly Stamp[], order: DateOrder): number {
  let [steps, before] = [0, 0];
  for (const stamp of stamps) {
    const { year, month, day } = readWall(stamp, order);
    const at = year * 400 + month * 31 + day;
    if (at < before) steps += 1;
    before = at;
  }
  return steps;
}

export function readWall({ date, hour, minute, second, half }: Stamp, order: DateOrder): WallTime {
  const [one, two, three] = date;
  const [year, month, day] =
    order === 'ymd' ? [one, two, three] : order === 'mdy' ? [three, one, two] : [three, two, one];
  const twelve = half === null ? hour : half === 'am' ? hour % 12 : (hour % 12) + 12;
  return {
    year: year < 100 ? 2000 + year : year,
    month,
    day,
    hour: half !== null && hour > 12 ? hour : twelve,
    minute,
    second,
  };
}
