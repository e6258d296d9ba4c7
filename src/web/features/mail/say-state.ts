import type { OutboxMail } from '#contract/outbox.ts';
import type { Formats } from '#messages/formats.ts';
import type { useMailWords } from '../../ui/words-of/mail.ts';

interface Saying {
  readonly out: ReturnType<typeof useMailWords>['out'];
  readonly formats: Formats;
}

/** Where a mail is on its way, and when it goes. */
export function sayState(item: OutboxMail, { out, formats }: Saying): string {
  if (item.state !== 'waiting' || item.sendAt === null) return out.states[item.state];
  if (item.attempts > 0) return out.again(formats.dateTime(item.sendAt));
  return item.laterAt === null ? out.goesSoon : out.goesAt(formats.dateTime(item.sendAt));
}
