/** When an event is: moments, or whole days of the firm's calendar. */
import { AppError } from '../app-error.ts';
import { startOfDayMs } from '../firm-days.ts';
import { dayNumberOfDate } from '../tasks/task-dates.ts';

export interface EventTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface WantedTimes {
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
}

const usualMs = 3_600_000;
const longestMs = 400 * 86_400_000;

/** What is asked for, beside how it was; days outrank moments. Moved without an end it lasts as long as it did. */
export function readTimes(wanted: WantedTimes, was: EventTimes | null, timeZone: string): EventTimes {
  const isWhole =
    wanted.startsOn === undefined ? was?.startsOn != null && wanted.startsAt === undefined : wanted.startsOn !== null;
  return isWhole ? readDays(wanted, was, timeZone) : readMoments(wanted, was);
}

function readDays(wanted: WantedTimes, was: EventTimes | null, timeZone: string): EventTimes {
  const startsOn = wanted.startsOn ?? was?.startsOn;
  if (!startsOn) throw refused('startsOn', 'required');
  const lasted = was?.startsOn && was.endsOn ? dayNumberOfDate(was.endsOn) - dayNumberOfDate(was.startsOn) : 0;
  const endsOn = wanted.endsOn ?? (wanted.startsOn ? addDays(startsOn, lasted) : (was?.endsOn ?? startsOn));
  return checked({ startsOn, endsOn, ...momentsOfDays({ startsOn, endsOn }, timeZone) }, 'endsOn');
}

function readMoments(wanted: WantedTimes, was: EventTimes | null): EventTimes {
  const startsAt = wanted.startsAt === undefined ? was?.startsAt : new Date(wanted.startsAt);
  if (!startsAt) throw refused('startsAt', 'required');
  const lasted = was && was.startsOn === null ? was.endsAt.getTime() - was.startsAt.getTime() : usualMs;
  const isEndKept = wanted.startsAt === undefined && was !== null && was.startsOn === null;
  const usualEnd = isEndKept ? was.endsAt : new Date(startsAt.getTime() + lasted);
  const endsAt = wanted.endsAt === undefined ? usualEnd : new Date(wanted.endsAt);
  return checked({ startsAt, endsAt, startsOn: null, endsOn: null }, 'endsAt');
}

function checked(times: EventTimes, field: string): EventTimes {
  const lastsMs = times.endsAt.getTime() - times.startsAt.getTime();
  // Also what is no number at all.
  if (!(lastsMs >= 0)) throw refused(field, 'ends-before-start');
  if (lastsMs > longestMs) throw refused(field, 'lasts-too-long');
  return times;
}

export function momentsOfDays(days: { startsOn: string; endsOn: string }, timeZone: string) {
  return {
    startsAt: new Date(startOfDayMs(dayNumberOfDate(days.startsOn), timeZone)),
    endsAt: new Date(startOfDayMs(dayNumberOfDate(days.endsOn) + 1, timeZone)),
  };
}

export function addDays(date: string, days: number): string {
  return new Date((dayNumberOfDate(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

export function refused(field: string, code: string): AppError {
  return new AppError('bad-input', { problems: [{ path: `body.${field}`, code, message: code }] });
}
