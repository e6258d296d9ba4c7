/** "Would you miss us?" and the four marks, behind a secret link: nothing on it is about the relation. */
import { pageReasons, surveyMarks } from '#contract/surveys.ts';
import { surveyPage as en } from '#messages/en/survey-page.ts';
import { type Html, html } from '#messages/html.ts';
import { surveyPage as nl } from '#messages/nl/survey-page.ts';
import { AppError } from '#services/app-error.ts';
import { getFirm } from '#services/firm.ts';
import { answerSurvey, openSurvey, refuseSurveys, type SurveySaid } from '#services/surveys/answer-survey.ts';
import type { PageFields, PageView, PublicPage } from './public-page.ts';

const spoken: Readonly<Record<'nl' | 'en', typeof en>> = { nl, en };
type Words = typeof en;
const answers = ['very', 'little', 'not'] as const;
const grades = [1, 2, 3, 4, 5] as const;
const mostWords = 2_000;

export const surveyPublicPage: PublicPage = {
  kind: 'survey',
  async show(ctx, { recordId }, view) {
    const words = spoken[view.locale];
    const { kind, askerName, isAnswered } = await openSurvey(ctx, recordId);
    const { name: firm } = await getFirm(ctx.db);
    if (view.said === 'never') return { title: words.titles[kind], body: thank(words.neverSaid, '') };
    if (isAnswered) return { title: words.thanks.title, body: thank(words.thanks.title, words.thanks.text) };
    const wrong =
      view.problem === null ? html`` : html`<p class="wrong" id="wrong">${words.problems[view.problem] ?? ''}</p>`;
    const questions = kind === 'missing' ? askMissing(words, firm, view) : askFour(words, view);
    const body = html`<h1>${words.titles[kind]}</h1><p class="soft">${words.lead(askerName, firm)}</p>${wrong}
<form method="post">${questions}<button type="submit">${words.send}</button></form>
<hr><p class="soft">${words.alone}</p>
<form method="post"><input type="hidden" name="act" value="never"><button class="plain" type="submit">${words.never}</button></form>`;
    return { title: words.titles[kind], body };
  },
  async take(ctx, { recordId }, { fields }) {
    if (fields.act === 'never') {
      await refuseSurveys(ctx, recordId);
      return 'never';
    }
    const { kind } = await openSurvey(ctx, recordId);
    await answerSurvey(ctx, recordId, kind === 'missing' ? readMissing(fields) : readFour(fields));
    return 'answered';
  },
};

function thank(title: string, text: string): Html {
  return html`<div role="status"><h1>${title}</h1><p>${text}</p></div>`;
}

function askMissing(words: Words, firm: string, { typed }: PageView): Html {
  const choices = answers.map(
    (answer) =>
      html`<label class="choice"><input type="radio" name="answer" value="${answer}"${
        typed.answer === answer ? html` checked` : html``
      } required> <span>${words.missing[answer]}</span></label>`,
  );
  return html`<fieldset><legend>${words.missing.question(firm)}</legend>${choices}</fieldset>
<fieldset><legend>${words.missing.reasons}</legend>${askReasons(words, typed)}</fieldset>
${askWords(words.missing.words, typed)}`;
}

function askReasons(words: Words, typed: PageFields): Html[] {
  return pageReasons.map(
    (kind) =>
      html`<label class="choice"><input type="checkbox" name="${reasonField(kind)}" value="yes"${
        typed[reasonField(kind)] ? html` checked` : html``
      }> <span>${words.missing.kinds[kind]}</span></label>`,
  );
}

function reasonField(kind: string): string {
  return `reason-${kind}`;
}

function askFour(words: Words, { typed }: PageView): Html {
  const parts = surveyMarks.map((mark) => {
    const choices = grades.map(
      (grade) =>
        html`<label class="choice"><input type="radio" name="${mark}" value="${String(grade)}"${
          typed[mark] === String(grade) ? html` checked` : html``
        } required> <span>${String(grade)}</span></label>`,
    );
    return html`<fieldset><legend>${words.four[mark]}</legend>${choices}</fieldset>`;
  });
  return html`<p class="soft">${words.four.hint}</p>${parts}${askWords(words.four.words, typed)}`;
}

function askWords(label: string, typed: PageFields): Html {
  return html`<label for="words">${label}</label>
<textarea id="words" name="words" maxlength="${String(mostWords)}">${typed.words ?? ''}</textarea>`;
}

function readMissing(fields: PageFields): SurveySaid {
  const answer = answers.find((name) => name === fields.answer);
  if (!answer) throw refuse('no-answer');
  const reasons = pageReasons.filter((kind) => fields[reasonField(kind)] === 'yes');
  return { answer, marks: null, words: readWords(fields), reasons };
}

function readFour(fields: PageFields): SurveySaid {
  const read = (mark: (typeof surveyMarks)[number]) => {
    const grade = grades.find((known) => String(known) === fields[mark]);
    if (!grade) throw refuse('no-marks');
    return grade;
  };
  const marks = {
    quality: read('quality'),
    satisfaction: read('satisfaction'),
    value: read('value'),
    bond: read('bond'),
  };
  return { answer: null, marks, words: readWords(fields), reasons: [] };
}

function readWords({ words }: PageFields): string | null {
  return words?.trim().slice(0, mostWords) || null;
}

function refuse(code: string): AppError {
  return new AppError('bad-input', { problems: [{ path: 'body', code, message: 'something is still open' }] });
}
