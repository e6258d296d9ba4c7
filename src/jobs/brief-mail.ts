/** The brief of a meeting as a mail: what stands on the screen, in the same words. */
import type { Brief } from '#contract/briefs.ts';
import { agenda as en } from '#messages/en/agenda.ts';
import { durations as enDurations } from '#messages/en/durations.ts';
import { type Formats, makeFormats } from '#messages/formats.ts';
import { html } from '#messages/html.ts';
import { agenda as nl } from '#messages/nl/agenda.ts';
import { durations as nlDurations } from '#messages/nl/durations.ts';
import type { BriefFacts, WriteBrief } from '#services/briefs/send-briefs.ts';

const spoken = { nl: { agenda: nl, durations: nlDurations }, en: { agenda: en, durations: enDurations } };
const dayMs = 86_400_000;

export const writeBriefMail: WriteBrief = (facts) => {
  const { event, briefs, locale, timeZone, publicUrl } = facts;
  const { brief } = spoken[locale].agenda;
  const formats = makeFormats({ locale, timeZone });
  const url = `${publicUrl}/agenda/${event.id}`;
  const settingsUrl = `${publicUrl}/settings/calendar`;
  const parts = briefs.map((one) => ({ title: one.party.name, lines: linesOf(one, facts, formats) }));
  const where = event.location ?? '';
  return {
    subject: brief.mail.subject(whenOf(facts, formats), event.title),
    text: [
      ...(where === '' ? [] : [where]),
      ...parts.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n')),
      `${brief.mail.openIt}: ${url}`,
      `${brief.mail.why} ${settingsUrl}`,
    ].join('\n\n'),
    html: html`<!doctype html><html lang="${locale}"><body style="font-family:sans-serif;max-width:36em">
<p><strong>${event.title}</strong><br>${whenOf(facts, formats)} ${where}</p>${parts.map(
      ({ title, lines }) => html`
<h2 style="font-size:1.1em">${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`,
    )}
<p><a href="${url}">${brief.mail.openIt}</a></p>
<p style="color:#666;font-size:.85em">${brief.mail.why} <a href="${settingsUrl}">${settingsUrl}</a></p>
</body></html>`.source,
  };
};

function whenOf({ event }: BriefFacts, formats: Formats): string {
  return event.startsOn === null ? formats.dateTime(event.startsAt) : formats.date(`${event.startsOn}T12:00:00Z`);
}

function linesOf(one: Brief, { locale, nowMs }: BriefFacts, formats: Formats): string[] {
  const { agenda, durations } = spoken[locale];
  const { brief } = agenda;
  const ago = (at: string) => {
    const days = Math.floor((nowMs - Date.parse(at)) / dayMs);
    return days >= 0 ? durations.ago(days) : durations.ahead(-days);
  };
  const { lastContact: last, employer } = one;
  return [
    `${brief.say}: ${brief.says[one.say.reason]({ them: one.party.name, ...one.say })}`,
    ...(employer ? [brief.works(one.jobTitle, employer.name)] : one.jobTitle ? [one.jobTitle] : []),
    ...(one.formOfAddress ? [brief.speak(brief.approach[one.formOfAddress])] : []),
    ...(one.contactWish ? [brief.wish[one.contactWish]] : []),
    last ? brief.lastTime(formats.date(last.at), last.with, last.subject) : brief.never,
    ...(one.keptLine ? [`${brief.kept}: ${one.keptLine.text}`] : []),
    ...one.open.map((open) => {
      const side = open.owedBy === 'ours' ? brief.ours : brief.theirs;
      return `${side}: ${brief.openLine(brief.kinds[open.kind], open.text, ago(open.at))}`;
    }),
    ...one.notes.map(({ text, by, at }) => `${brief.note(by, ago(at))}: ${text}`),
  ];
}
