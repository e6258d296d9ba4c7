import type { CalendarObject } from '#services/agenda/calendars.ts';
import type { DropHints, DropOutcome } from '#services/drop/drop-reader.ts';
import type { InteractionRecord, PartyRecord } from '#services/imports/connector.ts';
import type { MailFacts } from '#services/mail/mail-item.ts';
import type { CalendarHints } from '../ical/read-calendar.ts';
import type { CalendarEdit } from '../ical/write-calendar.ts';
import type { MailContext, MailHints } from '../mail/mail-record.ts';

/** What travels between the server and the parser child. Plain data only. */
export interface ParseContext extends MailContext {
  readonly defaultCountry: string;
}

export type ParseItem =
  | { readonly type: 'mail'; readonly raw: Uint8Array; readonly hints: MailHints }
  | { readonly type: 'card'; readonly raw: Uint8Array }
  | { readonly type: 'ubl'; readonly raw: Uint8Array }
  | { readonly type: 'dropped'; readonly raw: Uint8Array; readonly hints: DropHints }
  | { readonly type: 'calendar'; readonly raw: Uint8Array; readonly hints: CalendarHints }
  /** Not to be read but to be changed; empty: to be made. */
  | { readonly type: 'calendar-edit'; readonly raw: Uint8Array; readonly edit: CalendarEdit };

export type ParseOutcome =
  | { readonly type: 'interaction'; readonly record: InteractionRecord; readonly facts: MailFacts }
  | { readonly type: 'party'; readonly record: PartyRecord }
  | { readonly type: 'dropped'; readonly outcome: DropOutcome }
  | { readonly type: 'invoice'; readonly record: InteractionRecord }
  | { readonly type: 'calendar'; readonly objects: readonly CalendarObject[] }
  | { readonly type: 'calendar-text'; readonly text: string }
  | { readonly type: 'failed'; readonly problem: string };

export interface ParseJob {
  readonly items: readonly ParseItem[];
  readonly context: ParseContext;
}

export type ParserMessage = { readonly type: 'ready' } | { readonly type: 'done'; readonly outcome: ParseOutcome };
