/** "Volg uw melding": what was published of a report, and room to answer. */
import type { PublishedReport } from '#contract/reports.ts';
import { reportPage as en } from '#messages/en/report-page.ts';
import { type Formats, makeFormats } from '#messages/formats.ts';
import { type Html, html } from '#messages/html.ts';
import type { Locale } from '#messages/locales.ts';
import { reportPage as nl } from '#messages/nl/report-page.ts';
import { getFirm } from '#services/firm.ts';
import {
  answerReport,
  type ReportPageContent,
  readReportPage,
  withdrawReportPage,
} from '#services/reports/report-page.ts';
import type { PageBody, PageView, PublicPage } from './public-page.ts';

const spoken = { nl, en };
const nothing: readonly Html[] = [];

export const reportPublicPage: PublicPage = {
  kind: 'report',
  async show(ctx, { recordId }, view) {
    const content = await readReportPage(ctx, { reportId: recordId });
    const { timeZone } = await getFirm(ctx.db);
    return writeReportPage(content, { ...view, timeZone });
  },
  async take(ctx, { recordId }, { fields }) {
    if (fields.act === 'stop') {
      await withdrawReportPage(ctx, { reportId: recordId });
      return 'stopped';
    }
    await answerReport(ctx, { reportId: recordId, text: fields.text ?? '' });
    return 'sent';
  },
};

interface Writing extends PageView {
  readonly timeZone: string;
  /** Shown to ourselves: nobody answers there. */
  readonly isPreview?: boolean;
}

export function writeReportPage(content: ReportPageContent, view: Writing): PageBody {
  const { shown, publishedAt, answers } = content;
  const words = spoken[view.locale];
  const formats = makeFormats({ locale: view.locale, timeZone: view.timeZone });
  const title = words.title(shown.number);
  const said = view.said === 'sent' ? html`<p class="said" role="status">${words.sent}</p>` : nothing;
  const body = html`${said}<h1>${shown.subject}</h1>
<p class="soft">${title} · ${words.reportedOn(formats.date(shown.reportedAt))}</p>
<p class="now">${stand(shown, { words, formats })}</p>
${shown.text ? part(words.youReported, shown.text) : nothing}${told(shown, { words, formats })}
${answers.length > 0 ? listAnswers(answers, { words, formats }) : nothing}
${publishedAt ? html`<p class="soft">${words.asOf(formats.dateTime(publishedAt.toISOString()))}</p>` : nothing}
<hr>${answerForm(view, words)}<hr><p class="soft">${words.secret}</p>
${view.isPreview ? nothing : stopForm(words)}`;
  return { title, body };
}

interface Saying {
  readonly words: typeof nl;
  readonly formats: Formats;
}

function stand(shown: PublishedReport, { words, formats }: Saying): string {
  const { status, solvedAt, keeper } = shown;
  const first = status === 'solved' && solvedAt ? words.solvedOn(formats.date(solvedAt)) : words.status[status];
  const isOpen = status === 'received' || status === 'working';
  return isOpen && keeper ? `${first} ${words.keeper(keeper)}` : first;
}

function told(shown: PublishedReport, { words, formats }: Saying): readonly Html[] {
  const { whatWeDid, why, next, nextDueAt, status } = shown;
  const isOpen = status === 'received' || status === 'working';
  const parts = [
    ...(whatWeDid ? [part(words.whatWeDid, whatWeDid)] : []),
    ...(why ? [part(words.why, why)] : []),
    ...(next ? [part(words.next, next)] : []),
    ...(nextDueAt && isOpen ? [html`<p><strong>${words.nextBy(formats.date(nextDueAt))}</strong></p>`] : []),
  ];
  return parts.length > 0 || !isOpen ? parts : [html`<p class="soft">${words.notYet}</p>`];
}

function part(title: string, text: string): Html {
  return html`<h2>${title}</h2><p class="pre">${text}</p>`;
}

function listAnswers(answers: ReportPageContent['answers'], { words, formats }: Saying): Html {
  const lines = answers.map(
    ({ text, at }) =>
      html`<li><p class="pre">${text}</p><span class="soft">${formats.dateTime(at.toISOString())}</span></li>`,
  );
  return html`<h2>${words.yourAnswers}</h2><ol class="said-list">${lines}</ol>`;
}

function answerForm({ problem, typed, isPreview, locale }: Writing, words: Saying['words']): Html {
  const wrong =
    problem === null ? nothing : html`<p class="wrong" id="wrong">${words.problems[problem] ?? problem}</p>`;
  const off = isPreview ? html` disabled` : html``;
  const marked = problem === null ? html`` : html` aria-invalid="true" aria-describedby="wrong"`;
  return html`<form method="post" action="${ownAddress(locale)}"><label for="text">${words.answer}</label><p class="soft">${words.answerHint}</p>
${wrong}<textarea id="text" name="text" maxlength="4000" required${marked}${off}>${typed.text ?? ''}</textarea>
<button type="submit"${off}>${words.send}</button></form>`;
}

function stopForm(words: Saying['words']): Html {
  return html`<form method="post"><input type="hidden" name="act" value="stop">
<button class="plain" type="submit">${words.stop}</button><p class="soft">${words.stopHint}</p></form>`;
}

/** To the page itself, in the language it is read in. */
function ownAddress(locale: Locale): string {
  return `?l=${locale}`;
}
