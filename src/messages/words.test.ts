import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterNames } from '#engine/parameters.ts';
import { type ReasonCode, reasonCodes } from '#engine/reason-codes.ts';
import { agenda as enAgenda } from './en/agenda.ts';
import { connections as enConnections } from './en/connections.ts';
import { hooks as enHooks } from './en/hooks.ts';
import { importProblems as enProblems } from './en/import-problems.ts';
import { insight as enInsight } from './en/insight.ts';
import { mail as enMail } from './en/mail.ts';
import { parameters as enParameters } from './en/parameters.ts';
import { surveyPage as enSurveyPage } from './en/survey-page.ts';
import { surveys as enSurveys } from './en/surveys.ts';
import { whatIf as enWhatIf } from './en/what-if.ts';
import { words as english } from './en/words.ts';
import { makeFormats } from './formats.ts';
import type { Locale } from './locales.ts';
import { agenda as nlAgenda } from './nl/agenda.ts';
import { connections as nlConnections } from './nl/connections.ts';
import { hooks as nlHooks } from './nl/hooks.ts';
import { importProblems as nlProblems } from './nl/import-problems.ts';
import { insight as nlInsight } from './nl/insight.ts';
import { mail as nlMail } from './nl/mail.ts';
import { parameters as nlParameters } from './nl/parameters.ts';
import { surveyPage as nlSurveyPage } from './nl/survey-page.ts';
import { surveys as nlSurveys } from './nl/surveys.ts';
import { whatIf as nlWhatIf } from './nl/what-if.ts';
import { words as dutch } from './nl/words.ts';

/** With what comes only with its own pages. */
const languages = [
  {
    locale: 'nl' as Locale,
    words: {
      ...dutch,
      agenda: nlAgenda,
      connections: nlConnections,
      hooks: nlHooks,
      insight: nlInsight,
      whatIf: nlWhatIf,
      surveys: nlSurveys,
      surveyPage: nlSurveyPage,
      mail: nlMail,
      parameters: nlParameters,
      importProblems: nlProblems,
    },
  },
  {
    locale: 'en' as Locale,
    words: {
      ...english,
      agenda: enAgenda,
      connections: enConnections,
      hooks: enHooks,
      insight: enInsight,
      whatIf: enWhatIf,
      surveys: enSurveys,
      surveyPage: enSurveyPage,
      mail: enMail,
      parameters: enParameters,
      importProblems: enProblems,
    },
  },
];

/** Every plain string, with where it stands. */
function listStrings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => listStrings(part, `${path}.${name}`));
}

for (const { locale, words } of languages) {
  const formats = makeFormats({ locale, timeZone: 'Europe/Amsterdam' });

  test(`every reason of the engine becomes a whole sentence, whoever it is about (${locale})`, () => {
    for (const code of Object.keys(reasonCodes) as ReasonCode[]) {
      // Small numbers that could be days, shares and instants alike.
      const numbers = Object.fromEntries(reasonCodes[code].map((name, at) => [name, at === 0 ? 0.5 : 1]));
      for (const side of ['ours', 'theirs', null] as const) {
        const sentence = words.reasons.sentences[code]({ numbers, side, them: 'Yara', formats });
        assert.doesNotMatch(sentence, /undefined|NaN|Invalid|\bnull\b/, `${code} ${side}: ${sentence}`);
        assert.match(sentence, /[.?]$/, `${code} ends without a stop: ${sentence}`);
      }
    }
  });

  test(`every parameter says what it does (${locale})`, () => {
    for (const name of parameterNames) assert.ok(words.parameters[name], `${name} has no words`);
  });

  test(`nothing shouts, and no word of the trade is on the screen (${locale})`, () => {
    const forbidden = /!|\bscore\b|\bcynic|\bcynisch|superior|resentment|wrok|risk type|hechting/i;
    for (const [path, text] of listStrings(words)) assert.doesNotMatch(text, forbidden, `${path}: ${text}`);
  });

  test(`no string is empty but the alarm that is none (${locale})`, () => {
    const empty = listStrings(words).filter(([, text]) => text.trim() === '');
    assert.deepEqual(empty, [['.bond.alarms.none', '']]);
  });
}

test('the sentence the product is known by', () => {
  const rhythm = { gapDays: 9, silenceDays: 31 };
  assert.equal(dutch.today.rhythm(rhythm), 'Jullie spreken elkaar meestal om de 9 dagen; nu is het 31 dagen geleden.');
  assert.equal(english.today.rhythm(rhythm), 'You usually speak every 9 days; it has been 31.');
  assert.equal(
    english.today.rhythm({ gapDays: 9, silenceDays: 90 }),
    'You usually speak every 9 days; it has been 13 weeks.',
  );
});

test('spans grow rounder as they grow longer', () => {
  const dutchSpans = [0.2, 1, 14, 59, 75, 180, 365, 800].map(dutch.durations.span);
  assert.deepEqual(dutchSpans, [
    'minder dan een dag',
    '1 dag',
    '14 dagen',
    '59 dagen',
    '11 weken',
    '6 maanden',
    '1 jaar',
    '2 jaar',
  ]);
  assert.deepEqual([1, 7, 365].map(dutch.durations.every), ['elke dag', 'om de 7 dagen', 'elk jaar']);
  assert.deepEqual([1, 7, 365].map(english.durations.every), ['every day', 'every 7 days', 'every year']);
  assert.deepEqual([0, 1, 2].map(dutch.durations.ago), ['vandaag', 'gisteren', '2 dagen geleden']);
  assert.deepEqual([0, 1, 2].map(english.durations.ahead), ['today', 'tomorrow', 'in 2 days']);
});
