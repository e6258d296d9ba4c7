/** Today: at most seven things, each a fact, why it matters, one act. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { partyRow } from './party-rows.ts';
import { done, id, instant } from './values.ts';

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
]);

export const todayLine = z.object({
  kind: lineKind,
  party: partyRow,
  /** Numbers the sentence is made of (days, gaps, counts). */
  numbers: z.record(z.string(), z.number()),
  /** Names and quotations the sentence is made of. */
  names: z.record(z.string(), z.string()),
  /** How the act reaches them: a mail or a phone number, where one is known and the act is of that kind. */
  reach: z.object({ kind: z.enum(['mail', 'phone']), value: z.string() }).nullable(),
  act: z.enum(['write', 'call', 'answer', 'thank', 'make-good', 'keep-promise', 'leave', 'look']),
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
    summary: 'Snooze a line, leave the relation in peace, or say it is done',
    tag: 'today',
    body: {
      partyId: id,
      line: lineKind,
      mark: z.enum(['snoozed', 'done', 'left-in-peace']),
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
