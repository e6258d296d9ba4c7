/** "What if we stopped tomorrow?", and four marks: asked once a year at most, by a secret link or in person. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { foundationKey } from './foundations.ts';
import { id, instant, page, pageQuery, text } from './values.ts';

export const surveyKinds = ['missing', 'four'] as const;
export const surveyMarks = ['quality', 'satisfaction', 'value', 'bond'] as const;
/** What somebody may tick on the page itself: what every house has; how a house calls its own foundations is for inside. */
export const pageReasons = ['personal', 'brand', 'price'] as const;
/** Why somebody is not asked now. */
export const surveyReasons = ['private', 'refused', 'rather-not', 'complaint', 'asked-this-year', 'too-new'] as const;
export type SurveyReason = (typeof surveyReasons)[number];

/** How annoying it would be. */
export const missingAnswer = z.enum(['very', 'little', 'not']);
const mark = z.int().min(1).max(5);
export const fourMarks = z.strictObject({ quality: mark, satisfaction: mark, value: mark, bond: mark });
const answerWays = ['in-person', 'ourselves', 'unasked'] as const;

export const survey = z.object({
  id,
  kind: z.enum(surveyKinds),
  way: z.enum(['link', ...answerWays]),
  party: z.object({ id, name: z.string() }),
  colleague: z.object({ id, name: z.string() }),
  askedAt: instant,
  answeredAt: instant.nullable(),
  answer: missingAnswer.nullable(),
  marks: fourMarks.nullable(),
  words: z.string().nullable(),
  /** What they would miss, as they ticked it: keys of foundations. Each stands under why they are with us. */
  reasons: z.array(foundationKey),
  /** Of one asked by link and not answered: until when the link works; null when it does not. */
  linkUntil: instant.nullable(),
  version: z.int(),
});
export type Survey = z.infer<typeof survey>;

const candidate = z.object({
  party: z.object({ id, name: z.string() }),
  /** Null: may be asked. */
  reason: z.enum(surveyReasons).nullable(),
  /** When that ends by itself. */
  until: instant.nullable(),
  hasMail: z.boolean(),
  /** They themselves asked not to be asked. */
  isNotToAsk: z.boolean(),
});
export type SurveyCandidate = z.infer<typeof candidate>;

const shareOf = z.number().min(0).max(1).nullable();
const surveyShares = z.object({
  since: instant,
  missing: z.object({
    n: z.int(),
    very: z.int(),
    little: z.int(),
    not: z.int(),
    share: shareOf,
    low: shareOf,
    high: shareOf,
    verdict: z.enum(['too-few', 'missed', 'not-missed', 'unsure']),
    fewest: z.int(),
    threshold: z.number(),
  }),
  four: z.object({
    n: z.int(),
    marks: z.record(z.enum(surveyMarks), z.number()).nullable(),
    mean: z.number().nullable(),
  }),
});
export type SurveyShares = z.infer<typeof surveyShares>;

export const surveys = {
  list: endpoint({
    method: 'GET',
    path: '/surveys',
    summary: 'What was asked and answered, the latest first',
    tag: 'surveys',
    query: { ...pageQuery, partyId: id.optional(), answered: z.enum(['true', 'false']).optional() },
    output: page(survey),
  }),
  shares: endpoint({
    method: 'GET',
    path: '/surveys/shares',
    summary: 'Over the whole firm: how many would find it very annoying, and the four marks; of the last year',
    tag: 'surveys',
    output: surveyShares,
  }),
  candidates: endpoint({
    method: 'GET',
    path: '/surveys/candidates',
    summary: 'Who may be asked now, the closest first; or who may not, and why',
    tag: 'surveys',
    query: {
      ...pageQuery,
      kind: z.enum(surveyKinds),
      may: z.enum(['true', 'false']).optional(),
      partyId: id.optional(),
    },
    output: page(candidate),
  }),
  ask: endpoint({
    method: 'POST',
    path: '/surveys',
    summary: 'Ask by link: the address of the page comes once, here',
    tag: 'surveys',
    body: { partyId: id, kind: z.enum(surveyKinds) },
    output: z.object({ survey, url: z.url() }),
  }),
  record: endpoint({
    method: 'POST',
    path: '/surveys/answers',
    summary: 'Write down what they said in person, what we say of them, or that they missed us',
    tag: 'surveys',
    body: {
      partyId: id,
      way: z.enum(answerWays),
      answer: missingAnswer,
      words: text(2000).nullable().default(null),
      reasons: z
        .array(foundationKey)
        .max(10)
        .default([])
        .describe('What they would miss, where they said so; none for "ourselves".'),
    },
    output: survey,
  }),
  refuse: endpoint({
    method: 'PUT',
    path: '/parties/{partyId}/survey-refusal',
    summary: 'They do not want to be asked such questions; or may be asked again',
    tag: 'surveys',
    params: { partyId: id },
    body: { isRefused: z.boolean() },
    output: z.object({ isRefused: z.boolean() }),
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/surveys/{surveyId}',
    summary: 'Take a question or an answer back: its link ends at once',
    tag: 'surveys',
    params: { surveyId: id },
    output: z.object({ done: z.literal(true) }),
  }),
};
