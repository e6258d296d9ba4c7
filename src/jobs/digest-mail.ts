/** The daily mail in words: plain text, and the same as simple HTML in which everything that people wrote is escaped. */
import { notifications as en } from '#messages/en/notifications.ts';
import { html } from '#messages/html.ts';
import { notifications as nl } from '#messages/nl/notifications.ts';
import type { DigestFacts, WriteDigest } from '#services/notifications/digest.ts';

const spoken = { nl, en };
const tags = { nl: 'nl-NL', en: 'en-GB' };

interface Part {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly url: string }[];
}

export const writeDigestMail: WriteDigest = (facts) => {
  const { digest } = spoken[facts.locale];
  // The day itself has no zone: read and written as one of UTC.
  const format = new Intl.DateTimeFormat(tags[facts.locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const day = format.format(new Date(`${facts.day}T00:00:00Z`));
  const parts = partsOf(facts);
  const firstName = facts.name.split(' ')[0] ?? facts.name;
  const settingsUrl = `${facts.publicUrl}/settings/notifications`;
  return {
    subject: digest.subject(day),
    text: [
      digest.hello(firstName),
      ...parts.map(({ title, lines }) => [title, ...lines.map(({ text }) => `- ${text}`)].join('\n')),
      `${digest.open}: ${facts.publicUrl}`,
      `${digest.why} ${settingsUrl}`,
    ].join('\n\n'),
    html: html`<!doctype html><html lang="${facts.locale}"><body style="font-family:sans-serif;max-width:36em">
<p>${digest.hello(firstName)}</p>${parts.map(
      ({ title, lines }) => html`
<h2 style="font-size:1.1em">${title}</h2><ul>${lines.map(({ text, url }) => html`<li><a href="${url}">${text}</a></li>`)}</ul>`,
    )}
<p><a href="${facts.publicUrl}">${digest.open}</a></p>
<p style="color:#666;font-size:.85em">${digest.why} <a href="${settingsUrl}">${settingsUrl}</a></p>
</body></html>`.source,
  };
};

function partsOf({ locale, tasks, told, publicUrl }: DigestFacts): Part[] {
  const { digest, says } = spoken[locale];
  const parts = [
    {
      title: digest.tasks,
      lines: tasks.map(({ title, time, isLate, party }) => ({
        text: `${time === null ? '' : `${time} `}${title}${party === null ? '' : ` (${party})`}${isLate ? `, ${digest.late}` : ''}`,
        url: `${publicUrl}/tasks`,
      })),
    },
    {
      title: digest.told,
      lines: told.map(({ id, kind, ...about }) => ({
        text: says[kind](about),
        url: `${publicUrl}/notifications?open=${id}`,
      })),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}
