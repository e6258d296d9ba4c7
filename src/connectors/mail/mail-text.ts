import { cutText } from '../storable-text.ts';
import { htmlToOwnText } from './html-text.ts';
import { extractOwnWords } from './own-words.ts';

export interface MailBody {
  readonly text: string | undefined;
  readonly html: string | undefined;
}

/** Plain text where the mail has it, its HTML otherwise. */
export function findOwnWords({ text, html }: MailBody): string {
  if (text !== undefined && text.trim() !== '') return extractOwnWords(text);
  return html === undefined ? '' : extractOwnWords(htmlToOwnText(html));
}

const snippetLength = 500;

export function makeSnippet(ownWords: string): string | null {
  return cutText(ownWords.replace(/\s+/g, ' ').trim(), snippetLength).trimEnd() || null;
}

/** A question to the receiver, in the own words; addresses of pages are no questions. */
export function asksSomething(ownWords: string): boolean {
  return /[\p{L}\p{N})"'’]\s?\?+(?=[\s)"'’!]|$)/u.test(ownWords.replace(/\S*(?:https?:\/\/|www\.)\S*/gi, ''));
}
