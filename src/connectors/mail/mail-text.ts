import { cutText } from '../storable-text.ts';
import { htmlToOwnText } from './html-text.ts';
import { dropQuotedMail, dropSignature } from './own-words.ts';

export interface MailBody {
  readonly text: string | undefined;
  readonly html: string | undefined;
}

export interface MailText {
  /** Everything but quoted mail. */
  readonly unquoted: string;
  /** Less the signature and the small print. */
  readonly ownWords: string;
}

/** Plain text where the mail has it, its HTML otherwise. */
export function readMailText({ text, html }: MailBody): MailText {
  const whole = text !== undefined && text.trim() !== '' ? text : html === undefined ? '' : htmlToOwnText(html);
  const unquoted = dropQuotedMail(whole);
  return { unquoted, ownWords: dropSignature(unquoted) };
}

const snippetLength = 500;

export function makeSnippet(ownWords: string): string | null {
  return cutText(ownWords.replace(/\s+/g, ' ').trim(), snippetLength).trimEnd() || null;
}

/** A question to the receiver, in the own words; addresses of pages are no questions. */
export function asksSomething(ownWords: string): boolean {
  return /[\p{L}\p{N})"'’]\s?\?+(?=[\s)"'’!]|$)/u.test(ownWords.replace(/\S*(?:https?:\/\/|www\.)\S*/gi, ''));
}
