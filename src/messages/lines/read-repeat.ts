/** What comes back: elke week, every 3 months, elke maandag, om de week. */
import { nextDateOf, weekdayOf, weekdayPattern } from './read-day.ts';
import { phrase, type Taken, take } from './take.ts';

export interface ReadRepeat {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** The first day, where the words name one. */
  readonly on: string | null;
}

const each = '(?:elke|elk|iedere|ieder|every|each)';
const units = 'dag(?:en)?|days?|week|weeks|weken|maand(?:en)?|months?|jaar|jaren|years?';

const adverbs: Readonly<Record<string, ReadRepeat['unit']>> = {
  ...{ dagelijks: 'day', daily: 'day', wekelijks: 'week', weekly: 'week', maandelijks: 'month', monthly: 'month' },
  ...{ jaarlijks: 'year', yearly: 'year', annually: 'year' },
};

export function readRepeat(line: string, { today }: { today: string }): Taken<ReadRepeat> | null {
  return take<ReadRepeat>(line, [
    {
      pattern: phrase(`${each} (?<name>${weekdayPattern})`),
      read: ({ name = '' }) => ({ every: 1, unit: 'week', on: nextDateOf(today, weekdayOf(name)) }),
    },
    { pattern: phrase(`${each} (?<count>\\d{1,3}) (?<unit>${units})`), read: counted },
    { pattern: phrase(`om de (?<count>\\d{1,3}) (?<unit>${units})`), read: counted },
    { pattern: phrase(`(?:om de|every other) (?<unit>${units})`), read: ({ unit }) => counted({ count: '2', unit }) },
    { pattern: phrase(`${each} (?<unit>${units})`), read: ({ unit }) => counted({ count: '1', unit }) },
    {
      // "Weekly report" is a kind of report: only at the end does it say how often.
      pattern: phrase(`(?<name>${Object.keys(adverbs).join('|')})\\s*$`),
      read: ({ name = '' }) => {
        const unit = adverbs[name.toLowerCase()];
        return unit === undefined ? null : { every: 1, unit, on: null };
      },
    },
  ]);
}

function counted({ count, unit = '' }: Readonly<Record<string, string | undefined>>): ReadRepeat | null {
  const every = Number(count);
  if (!(every >= 1 && every <= 365)) return null;
  const letter = unit[0]?.toLowerCase();
  const named = letter === 'd' ? 'day' : letter === 'w' ? 'week' : letter === 'm' ? 'month' : 'year';
  return { every, unit: named, on: null };
}
