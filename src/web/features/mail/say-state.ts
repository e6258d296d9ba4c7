import type { OutboxMail } from '#contract/outbox.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';

/** Where a mail is on its way, and when it goes. */
export function sayState(item: OutboxMail, { words, formats }: { words: Words; formats: Formats }): string {
  const { out } = words.mail;
  if (item.state !== 'waiting' || item.sendAt === null) return out.states[item.state];
  if (item.attempts > 0) return out.again(formats.dateTime(item.sendAt));
  return item.laterAt === null ? out.goesSoon : out.goesAt(formats.dateTime(item.sendAt));
}
