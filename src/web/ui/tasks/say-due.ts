/** When a task is due, in words, on the firm's calendar. */
import type { Task } from '#contract/tasks.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';

interface Spoken {
  readonly words: Words;
  readonly formats: Formats;
}

const dayMs = 86_400_000;

export function sayDay(on: string, { words, formats }: Spoken): string {
  const { tasks } = words;
  const today = formats.dayKey(Date.now());
  const ahead = Math.round((Date.parse(on) - Date.parse(today)) / dayMs);
  if (ahead === 0) return tasks.today;
  if (ahead === 1) return tasks.tomorrow;
  if (ahead === -1) return tasks.yesterday;
  const near = ahead > 1 && ahead < 7;
  // A day has no zone of its own: written as one of UTC.
  const format = new Intl.DateTimeFormat(formats.locale === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: 'UTC',
    ...(near ? { weekday: 'long' } : { day: 'numeric', month: 'short' }),
    ...(on.slice(0, 4) !== today.slice(0, 4) && !near && { year: 'numeric' }),
  });
  return format.format(new Date(`${on}T00:00:00Z`));
}

export function sayDue(task: Task, spoken: Spoken): string | null {
  const { tasks } = spoken.words;
  if (task.doneAt !== null) return spoken.formats.date(task.doneAt);
  const isAway = task.snoozedUntil !== null && Date.parse(task.snoozedUntil) > Date.now();
  const due = task.dueOn === null ? null : [sayDay(task.dueOn, spoken), task.dueTime].filter(Boolean).join(' ');
  if (!isAway) return due;
  return [due, tasks.until(spoken.formats.dateTime(task.snoozedUntil ?? ''))].filter(Boolean).join(', ');
}
