/** A task in one line: "morgen 9:00 Ans bellen @bram". What is not understood stays in its title. */
import { readDay } from './read-day.ts';
import { readRepeat } from './read-repeat.ts';
import { readTime } from './read-time.ts';
import { phrase, take, tidy } from './take.ts';

export interface TaskLine {
  readonly title: string;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly repeat: {
    readonly every: number;
    readonly unit: 'day' | 'week' | 'month' | 'year';
    readonly from: 'due';
  } | null;
  readonly assigneeId: string | null;
}

interface Known {
  /** Today at the firm, as 2026-11-22, and what its clock shows, as 14:05. */
  readonly today: string;
  readonly clock: string;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** A part of the day names both a day and a time. */
const dayParts: Readonly<Record<string, readonly [number, string]>> = {
  morgenochtend: [1, '09:00'],
  morgenmiddag: [1, '14:00'],
  morgenavond: [1, '19:00'],
  vanmiddag: [0, '14:00'],
  vanavond: [0, '19:00'],
  'this afternoon': [0, '14:00'],
  'this evening': [0, '19:00'],
  tonight: [0, '19:00'],
  'tomorrow morning': [1, '09:00'],
  'tomorrow afternoon': [1, '14:00'],
  'tomorrow evening': [1, '19:00'],
};

export function readTaskLine(line: string, known: Known): TaskLine {
  const { today, clock } = known;
  const whom = readColleague(line, known.colleagues);
  const again = readRepeat(whom?.rest ?? line, { today });
  const part = readDayPart(again?.rest ?? whom?.rest ?? line, today);
  const afterPart = part?.rest ?? again?.rest ?? whom?.rest ?? line;
  const day = part ? null : readDay(afterPart, { today });
  const time = readTime(day?.rest ?? afterPart);
  const title = tidy(time?.rest ?? day?.rest ?? afterPart);
  const plain = { title: tidy(line), dueOn: null, dueTime: null, repeat: null, assigneeId: null };
  if (title === '') return plain;
  const dueTime = time?.value ?? part?.value.time ?? null;
  const saidOn = part?.value.on ?? day?.value ?? again?.value.on ?? null;
  const impliedOn = dueTime !== null && dueTime <= clock ? nextDay(today) : today;
  return {
    title,
    dueOn: saidOn ?? (dueTime !== null || again ? impliedOn : null),
    dueTime,
    repeat: again ? { every: again.value.every, unit: again.value.unit, from: 'due' } : null,
    assigneeId: whom?.value ?? null,
  };
}

function readDayPart(line: string, today: string) {
  return take(line, [
    {
      pattern: phrase(`(?<name>${Object.keys(dayParts).join('|')})`),
      read: ({ name = '' }) => {
        const [ahead, time] = dayParts[name.toLowerCase()] ?? [0, '09:00'];
        return { on: ahead === 0 ? today : nextDay(today), time };
      },
    },
  ]);
}

/** @bram: the one colleague whose first name or whole name begins so. */
function readColleague(line: string, colleagues: Known['colleagues']) {
  const simple = (text: string) =>
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}|[\s.'-]/gu, '')
      .toLowerCase();
  return take(line, [
    {
      pattern: /(?<=^|\s)@(?<name>[\p{L}'.-]{2,40}?)(?=[\s,;!?]|\.?$)/u,
      read: ({ name = '' }) => {
        const wanted = simple(name);
        const exact = colleagues.filter((one) => simple(one.name.split(' ')[0] ?? '') === wanted);
        const begins = colleagues.filter((one) => simple(one.name).startsWith(wanted));
        const [found, other] = exact.length > 0 ? exact : begins;
        return found && !other ? found.id : null;
      },
    },
  ]);
}

function nextDay(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
