/** Today: at most seven things, each a fact, why it matters, one act. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { blockName } from './figures.ts';
import { quarterGoal } from './me.ts';
import { partyRow } from './party-rows.ts';
import { done, id, instant, share } from './values.ts';

export const lineKind = z.enum([
  'growing-quiet',
  'probably-gone',
  'one-sided',
  'unanswered',
  'leave-in-peace',
  'promise-due',
  'to-make-good',
  'thanks-owed',
  'keep-in-touch',
  'leans-on-one',
  'could-become',
]);

/** Why it stands where it stands. */
const lineRank = z.object({
  /** What the act would add to the closeness (0-1), through which block most, in about so many minutes. */
  gain: share,
  block: blockName.nullable(),
  minutes: z.number(),
  /** How much weight the firm gives such a line this quarter; more than 1 where it is what the firm looks after. */
  weight: z.number(),
  fitsGoal: z.boolean(),
  /** What you said of such lines, faded; the factor is 1 while you said nothing. */
  learned: z.object({ useful: z.number(), notUseful: z.number(), n: z.int(), factor: share }),
});

export const todayLine = z.object({
  kind: lineKind,
  party: partyRow,
  /** Numbers the sentence is made of (days, gaps, counts). */
  numbers: z.record(z.string(), z.number()),
  /** Names and quotations the sentence is made of. */
  names: z.record(z.string(), z.string()),
  /** How the act reaches them: a mail or a phone number, where one is known and the act is of that kind. */
  reach: z.object({ kind: z.enum(['mail', 'phone']), value: z.string() }).nullable(),
  act: z.enum(['write', 'call', 'answer', 'thank', 'make-good', 'keep-promise', 'leave', 'look', 'bring-along']),
  rank: lineRank,
});
export type TodayLine = z.infer<typeof todayLine>;

export const today = {
  list: endpoint({
    method: 'GET',
    path: '/today',
    summary: 'What today asks, most worth while first',
    tag: 'today',
    output: z.object({
      items: z.array(todayLine),
      /** What the firm looks after this quarter. */
      goal: quarterGoal,
      /** How many more there would have been. */
      more: z.int(),
      /** Sources that were not read up to now, so about silence after that nothing is said. */
      notHeard: z.array(z.object({ label: z.string(), coveredUntil: instant })),
      /** The colleague on whom most relations hang, for who may ask "what if"; null where nobody holds many. */
      leansOn: z.object({ colleague: z.object({ id, name: z.string() }), count: z.int() }).nullable(),
    }),
  }),
  mark: endpoint({
    method: 'POST',
    path: '/today/marks',
    summary: 'Snooze a line, leave the relation in peace, say it is done, or that such a line is of no use to you',
    tag: 'today',
    body: {
      partyId: id,
      line: lineKind,
      mark: z.enum(['snoozed', 'done', 'left-in-peace', 'not-useful']),
      until: instant.nullable().optional(),
    },
    output: done,
  }),
  unmark: endpoint({
    method: 'DELETE',
    path: '/today/marks/{partyId}/{line}',
    summary: 'Take that back',
    tag: 'today',
    params: { partyId: id, line: lineKind },
    output: done,
  }),
};
