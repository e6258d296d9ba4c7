/** The line above what a mail answers, in the language of who writes. */
import { mail as en } from '#messages/en/mail.ts';
import { mail as nl } from '#messages/nl/mail.ts';
import type { QuoteWords } from '#services/outbox/write-letter.ts';

const spoken = { nl, en };
const tags = { nl: 'nl-NL', en: 'en-GB' };

export const sayWhoWrote: QuoteWords = ({ locale, at, timeZone, name }) => {
  const format = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeStyle: 'short', timeZone });
  return spoken[locale].quoted({ when: format.format(at), who: name });
};
