/** What if: a blow to the whole firm, a list or one relation, and whom it would hurt. */
import { z } from 'zod';
import { type ShockReasonCode, shockReasonCodes } from '#engine/shock.ts';
import { endpoint } from './endpoint.ts';
import { filterTree } from './filter-schema.ts';
import { calendarDate, done, id, instant, line, page, pageQuery, share } from './values.ts';

export const whatIfQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('price'),
    percent: z.number().min(0.5).max(200),
    /** Told with the reason, a month ahead. */
    isAnnounced: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('scandal'), percent: z.number().min(1).max(100) }),
  z.strictObject({
    kind: z.literal('colleague-away'),
    colleagueId: id,
    /** What others who already come there take over; left out: the firm's parameter. */
    carriedPercent: z.number().min(0).max(100).optional(),
  }),
  z.strictObject({ kind: z.literal('contact-leaves'), contactId: id }),
  z.strictObject({ kind: z.literal('product-stops'), product: line(300) }),
]);
export type WhatIfQuestion = z.infer<typeof whatIfQuestion>;

export const whatIfScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.literal('party'), partyId: id }),
  z.strictObject({ kind: z.literal('segment'), filter: filterTree }),
]);
export type WhatIfScope = z.infer<typeof whatIfScope>;

const named = z.object({ id, name: z.string() });
const reasonCode = z.enum(Object.keys(shockReasonCodes) as ShockReasonCode[]);

export const whatIfAct = z.enum([
  'tell-ahead',
  'talk-value',
  'tell-openly',
  'introduce-colleague',
  'hand-over',
  'meet-second',
  'offer-other',
]);
export type WhatIfAct = z.infer<typeof whatIfAct>;

export const whatIfHurt = z.object({
  party: named,
  strengthBefore: share,
  strengthAfter: share,
  endsBefore: share,
  endsAfter: share,
  endsLow: share,
  endsHigh: share,
  loss: share,
  through: z.string().nullable(),
  /** How sure the foundation is, and from how many words, answers and choices it was read. */
  uncertainty: share,
  n: z.int(),
  ground: z.enum(['said', 'survey', 'choices', 'segment']).nullable(),
  isHurt: z.boolean(),
  reasons: z.array(z.object({ code: reasonCode, numbers: z.record(z.string(), z.number()) })),
  /** What to do first, and which colleague is already at home there. */
  act: whatIfAct,
  colleague: named.nullable(),
  /** What became of it since, where the question is old enough to say. */
  since: z.enum(['gone', 'quiet', 'weaker', 'same', 'stronger']).nullable(),
});
export type WhatIfHurt = z.infer<typeof whatIfHurt>;

export const whatIfTotals = z.object({
  /** Relations looked at, and those of them that were probably gone already. */
  asked: z.int(),
  gone: z.int(),
  hurt: z.int(),
  /** Of those that were looked at: nobody ever said why they are with us. */
  unknown: z.int(),
  /** How many more would leave, on balance, and between which numbers. */
  leaving: z.number(),
  leavingLow: z.number(),
  leavingHigh: z.number(),
  /** How many would leave anyhow. */
  leavingBefore: z.number(),
});
export type WhatIfTotals = z.infer<typeof whatIfTotals>;

export const whatIfRunLine = z.object({
  id,
  question: whatIfQuestion,
  /** The colleague, the contact it is about. */
  about: named.nullable(),
  scope: z.enum(['everything', 'party', 'segment']),
  scopeParty: named.nullable(),
  by: named.nullable(),
  askedAt: instant,
  asOf: instant,
  totals: whatIfTotals,
});
export type WhatIfRunLine = z.infer<typeof whatIfRunLine>;

export const whatIfRun = whatIfRunLine.extend({
  /** Most lost first, 50 at most. */
  items: z.array(whatIfHurt),
  /** Only of a question that is old enough: what became of those it named, and who left that it did not name. */
  since: z
    .object({ named: z.int(), expected: z.number(), gone: z.int(), quiet: z.int(), missed: z.array(named) })
    .nullable(),
  version: z.int(),
});
export type WhatIfRun = z.infer<typeof whatIfRun>;

const runId = { runId: id };

export const whatIfRuns = {
  list: endpoint({
    method: 'GET',
    path: '/what-if-runs',
    summary: 'Questions asked before, latest first; one about a colleague only for who asked and for that colleague',
    tag: 'what-if',
    query: { ...pageQuery, partyId: id.optional() },
    output: page(whatIfRunLine),
  }),
  get: endpoint({
    method: 'GET',
    path: '/what-if-runs/{runId}',
    summary: 'A question with its answer, and what became of it since',
    tag: 'what-if',
    params: runId,
    output: whatIfRun,
  }),
  create: endpoint({
    method: 'POST',
    path: '/what-if-runs',
    summary: 'Ask what a blow would do; a question about a colleague is told to that colleague',
    tag: 'what-if',
    body: {
      question: whatIfQuestion,
      scope: whatIfScope.default({ kind: 'everything' }),
      /** As things stood on that day, within the last year. */
      asOn: calendarDate.optional(),
    },
    output: whatIfRun,
  }),
  plan: endpoint({
    method: 'POST',
    path: '/what-if-runs/{runId}/tasks',
    summary: 'Make tasks of what it says to do first; undone in one go',
    tag: 'what-if',
    params: runId,
    body: {
      items: z
        .array(z.strictObject({ partyId: id, title: line(300), assigneeId: id.optional() }))
        .max(50)
        .default([]),
      dueOn: calendarDate.nullable().default(null),
    },
    output: z.object({ taskIds: z.array(id) }),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/what-if-runs/{runId}',
    summary: 'Take a question away (undo brings it back)',
    tag: 'what-if',
    params: runId,
    output: done,
  }),
  colleagues: endpoint({
    method: 'GET',
    path: '/what-if-colleagues',
    summary: 'Of which colleagues you may ask what hangs on them: of all for an owner, else of yourself',
    tag: 'what-if',
    output: z.object({ items: z.array(named) }),
  }),
  products: endpoint({
    method: 'GET',
    path: '/what-if-products',
    summary: 'What is bought, most bought first',
    tag: 'what-if',
    output: z.object({ items: z.array(z.object({ product: z.string(), buyers: z.int() })) }),
  }),
};
