import type { InteractionRecord, PartyRecord } from '#services/imports/connector.ts';
import type { MailContext, MailHints } from '../mail/mail-record.ts';

/** What travels between the server and the parser child. Plain data only. */
export interface ParseContext extends MailContext {
  readonly defaultCountry: string;
}

export type ParseItem =
  | { readonly type: 'mail'; readonly raw: Uint8Array; readonly hints: MailHints }
  | { readonly type: 'card'; readonly raw: Uint8Array };

export type ParseOutcome =
  | { readonly type: 'interaction'; readonly record: InteractionRecord }
  | { readonly type: 'party'; readonly record: PartyRecord }
  | { readonly type: 'failed'; readonly problem: string };

export interface ParseJob {
  readonly items: readonly ParseItem[];
  readonly context: ParseContext;
}

export type ParserMessage = { readonly type: 'ready' } | { readonly type: 'done'; readonly outcome: ParseOutcome };
