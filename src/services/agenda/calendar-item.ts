import type { CalendarObject } from './calendars.ts';

/** What a reader of calendars brings: one as it is there now, one that is gone, or the names of all that are there. */
export type CalendarItem =
  | {
      readonly type: 'calendar';
      readonly act: 'seen';
      readonly href: string;
      readonly etag: string | null;
      readonly object: CalendarObject;
    }
  | { readonly type: 'calendar'; readonly act: 'gone'; readonly href: string }
  | { readonly type: 'calendar'; readonly act: 'present'; readonly hrefs: readonly string[]; readonly asOfMs: number };
