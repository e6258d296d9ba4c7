/** Days on which somebody keeps a rhythm, as days ago, oldest first. */
import type { SeededRandom } from './seeded-random.ts';

/** Counts back from the latest, so that the silence until now is exactly what the story says. */
export function listRhythmDays(input: {
  firstDay: number;
  lastDay: number;
  gapDays: number;
  jitterDays?: number;
  random?: SeededRandom;
}): number[] {
  const { firstDay, lastDay, gapDays, jitterDays = 0, random } = input;
  const days: number[] = [];
  for (let day = lastDay; day <= firstDay; day += gapDays) {
    const shift = day === lastDay || !random ? 0 : random.whole(-jitterDays, jitterDays);
    days.push(day + shift);
  }
  return days.reverse();
}
