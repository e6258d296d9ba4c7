/** Over all relations: for what nobody was thanked yet, and what they asked of us that waits for an answer. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { promise } from './promises.ts';
import { id, instant, line, page, pageQuery } from './values.ts';

const named = z.object({ id, name: z.string() });

export const thanksLine = z.object({
  interactionId: id,
  /** The kind of benefit: help, a referral, an introduction or an idea. */
  kind: z.string(),
  party: named,
  /** Whom of us it was given to. */
  colleague: named,
  /** What was written of it, as far as you may read it. */
  what: z.string().nullable(),
  at: instant,
  gotForIt: z.enum(['yes', 'no', 'unknown']),
  /** Of an introduction: whom they brought. */
  newcomer: named.nullable(),
});
export type ThanksLine = z.infer<typeof thanksLine>;

export const thanksOwed = {
  list: endpoint({
    method: 'GET',
    path: '/thanks-owed',
    summary: 'What somebody did for us in the past year, after which nothing went back; latest first',
    tag: 'give-and-take',
    query: pageQuery,
    output: page(thanksLine),
  }),
  say: endpoint({
    method: 'PUT',
    path: '/interactions/{interactionId}/got-for-it',
    summary: 'Say whether who gave this got something for it',
    tag: 'give-and-take',
    params: { interactionId: id },
    body: { kind: line(60), gotForIt: z.enum(['yes', 'no', 'unknown']) },
    output: z.object({
      gotForIt: z.enum(['yes', 'no', 'unknown']),
      /** Undo this one to take it back; null: it was so already. */
      changeId: id.nullable(),
    }),
  }),
};

export const favours = {
  list: endpoint({
    method: 'GET',
    path: '/favours',
    summary: 'What they asked of us and nobody answered, the longest waiting first',
    tag: 'give-and-take',
    query: pageQuery,
    output: page(promise),
  }),
  create: endpoint({
    method: 'POST',
    path: '/favours',
    summary: 'Write down what somebody asked of us, and by when they should hear',
    tag: 'give-and-take',
    body: { partyId: id, text: line(1000), dueAt: instant },
    output: promise,
  }),
};
