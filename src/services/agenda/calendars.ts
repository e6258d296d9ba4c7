/** What the agenda is lent to speak with calendars elsewhere: their text read and written, and told there at most once. */
import type { Reach } from '../connections/reader.ts';

export interface CalendarPerson {
  readonly address: string | null;
  readonly name: string | null;
  readonly answer: 'yes' | 'no' | 'maybe' | 'none';
}

/** What happens once, or one time of what comes again. */
export interface Occurrence {
  /** When it was to begin by its rule; empty for what happens once. */
  readonly recurrenceId: string;
  readonly title: string;
  readonly location: string | null;
  readonly description: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly startsOn: string | null;
  /** The last day. */
  readonly endsOn: string | null;
  readonly timeZone: string | null;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly isBusy: boolean;
  readonly isPrivate: boolean;
  readonly organiser: CalendarPerson | null;
  readonly attendees: readonly CalendarPerson[];
  readonly sequence: number;
  readonly rrule: string | null;
}

/** All that one resource of a calendar says. */
export interface CalendarObject {
  readonly uid: string;
  readonly raw: string;
  readonly isRecurring: boolean;
  readonly occurrences: readonly Occurrence[];
}

/** How one of its times is to stand there from now on; null takes it out. */
export interface Told {
  readonly recurrenceId: string;
  readonly occurrence: Occurrence | null;
}

export interface ToWrite {
  readonly uid: string;
  /** The text to change; null: there is none yet. */
  readonly raw: string | null;
  readonly told: readonly Told[];
  readonly at: Date;
  readonly timeZone: string;
  /** To send by mail, as an invitation. */
  readonly isInvitation?: boolean;
}

export interface PutInput {
  readonly place: string;
  readonly href: string | null;
  readonly etag: string | null;
  readonly uid: string;
  readonly raw: string;
}

export type PutOutcome =
  | { readonly type: 'done'; readonly href: string; readonly etag: string | null; readonly raw: string }
  /** Somebody changed it there; null where it is gone. */
  | { readonly type: 'changed'; readonly etag: string | null; readonly raw: string | null };

export interface Calendars {
  write(input: ToWrite): Promise<string>;
  /** Null where it cannot be read. */
  read(raw: string, input: { nowMs: number; timeZone: string }): Promise<CalendarObject | null>;
  put(reach: Reach<'caldav'>, input: PutInput): Promise<PutOutcome>;
  remove(reach: Reach<'caldav'>, input: { href: string; etag: string | null }): Promise<PutOutcome>;
}

/** Where something made here stands there. */
export function hrefOf({ place, uid }: { place: string; uid: string }): string {
  return `${place.replace(/\/?$/, '/')}${encodeURIComponent(uid)}.ics`;
}
