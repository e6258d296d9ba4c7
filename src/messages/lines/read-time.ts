/** Times as people write them: 9:00, om 3 uur, half tien, at 4pm, vanmiddag. */
import { phrase, type Taken, take } from './take.ts';

const hours: Readonly<Record<string, number>> = {
  ...{ een: 1, één: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10, elf: 11 },
  ...{ twaalf: 12 },
};
const hourName = `\\d{1,2}|${Object.keys(hours).join('|')}`;
const lead = '(?:(?:om|at|rond|around|@) ?)';

export function readTime(line: string): Taken<string> | null {
  return take<string>(line, [
    {
      pattern: phrase(`${lead}?(?<hour>\\d{1,2})(?::(?<minute>[0-5]\\d))? ?(?<half>[ap])\\.?m\\.?`),
      read: twelveHours,
    },
    { pattern: phrase(`${lead}?(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?: ?u(?:ur)?)?`), read: literal },
    { pattern: phrase(`${lead}(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)(?: ?u(?:ur)?)?`), read: literal },
    { pattern: phrase(`(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d) ?u(?:ur)?`), read: literal },
    { pattern: phrase(`${lead}?(?<hour>\\d{1,2}) ?u ?(?<minute>[0-5]\\d)`), read: literal },
    { pattern: phrase(`${lead}?half (?<name>${hourName})`), read: ({ name }) => spoken(name, -30) },
    { pattern: phrase(`${lead}?kwart over (?<name>${hourName})`), read: ({ name }) => spoken(name, 15) },
    { pattern: phrase(`${lead}?kwart voor (?<name>${hourName})`), read: ({ name }) => spoken(name, -15) },
    { pattern: phrase(`${lead}?(?<name>${hourName}) ?(?:uur|u|o['’]?clock)`), read: ({ name }) => spoken(name, 0) },
    { pattern: phrase(`(?:om|at) (?<name>${hourName})`), read: ({ name }) => spoken(name, 0) },
    { pattern: phrase('at noon'), read: () => '12:00' },
  ]);
}

type Groups = Readonly<Record<string, string | undefined>>;

function literal({ hour, minute }: Groups): string | null {
  return write(Number(hour), Number(minute ?? 0));
}

function twelveHours({ hour, minute, half }: Groups): string | null {
  const number = Number(hour);
  if (number < 1 || number > 12) return null;
  return write((number % 12) + (half?.toLowerCase() === 'p' ? 12 : 0), Number(minute ?? 0));
}

/** "Three o'clock" is in the afternoon for who works by day. */
function spoken(name: string | undefined, minutes: number): string | null {
  const number = hours[name?.toLowerCase() ?? ''] ?? Number(name);
  if (!(number >= 0 && number <= 24)) return null;
  const hour = number >= 1 && number <= 6 ? number + 12 : number;
  const total = hour * 60 + minutes;
  return write(Math.floor(total / 60), total % 60);
}

function write(hour: number, minute: number): string | null {
  if (!(hour >= 0 && hour <= 23)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
