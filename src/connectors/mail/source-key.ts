import { createHash } from 'node:crypto';
import { makeStorable } from '../storable-text.ts';
import { firstHeader, type MailHeaders } from './mail-headers.ts';

const maxKeyLength = 400;

/** "<a@b>" -> a@b. Null when a header holds no usable identifier. */
export function normaliseMessageId(written: string): string | null {
  const inBrackets = /<\s*([^<>]+?)\s*>/.exec(written)?.[1] ?? written;
  const id = inBrackets.replace(/\s+/g, '');
  if (id.length < 5 || makeStorable(id) !== id) return null;
  return id.length <= maxKeyLength ? id : hashText(id);
}

/** What this mail answers: In-Reply-To first, then References from the nearest back. */
export function listAnswered(headers: MailHeaders, ownKey: string): string[] {
  const repliedTo = extractIds(firstHeader(headers, 'in-reply-to'));
  const references = extractIds((headers.get('references') ?? []).join(' ')).reverse();
  return [...new Set([...repliedTo, ...references])].filter((key) => key !== ownKey).slice(0, 20);
}

function extractIds(written: string): string[] {
  const bracketed =
    written.slice(0, 50_000).match(/<[^<>]{3,2000}>/g) ?? (/^\s*\S+@\S+\s*$/.test(written) ? [written] : []);
  return bracketed.flatMap((id) => normaliseMessageId(id) ?? []);
}

/** The same mail has the same key whichever file it came in: line ends and folding do not count. */
export function makeSourceKey(headers: MailHeaders, bodyText: string): string {
  const messageId = normaliseMessageId(firstHeader(headers, 'message-id'));
  if (messageId !== null) return messageId;
  const canonical = ['date', 'from', 'to', 'cc', 'subject'].map(
    (name) => `${name}:${(headers.get(name) ?? []).join(',').replace(/\s+/g, ' ').trim()}`,
  );
  return hashText([...canonical, bodyText.replace(/\s+/g, ' ').trim()].join('\n'));
}

function hashText(text: string): string {
  return `sha256:${createHash('sha256').update(text.toWellFormed()).digest('hex')}`;
}
