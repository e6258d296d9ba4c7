/** What was read in your own mail and notes and could be written down: you say yes or no, once. Nobody else sees them. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, done, id, instant, page, pageQuery } from './values.ts';

export const proposalKind = z.enum([
  'promise',
  'question',
  'thanks',
  'help',
  'recommendation',
  'introduction',
  'contact',
  'stop',
  'idea',
  'review',
  'discount',
  'favour',
]);
export type ProposalKind = z.infer<typeof proposalKind>;

export const proposal = z.object({
  id,
  kind: proposalKind,
  party: z.object({ id, name: z.string() }),
  /** The mail it was read in; or the note of your own. */
  interactionId: id.nullable(),
  noteId: id.nullable(),
  /** The words it was read in. */
  text: z.string(),
  at: instant,
  /** Who promised, helped, thanked, recommended or introduced. */
  by: z.enum(['ours', 'theirs']),
  /** Of a promise or a question: by when; a week from now where no day was named. */
  due: z.object({ on: calendarDate, isNamed: z.boolean() }).nullable(),
  /** Of contact data: what is new, and what stands there now. */
  contact: z
    .object({
      field: z.enum(['phone', 'job-title', 'employer', 'address', 'website']),
      value: z.string(),
      known: z.string().nullable(),
    })
    .nullable(),
  introduced: z.object({ name: z.string().nullable(), mail: z.string().nullable() }).nullable(),
});
export type Proposal = z.infer<typeof proposal>;

const decided = done.extend({
  /** Undo this one to have it back. */
  changeId: id,
});

export const proposals = {
  list: endpoint({
    method: 'GET',
    path: '/proposals',
    summary: 'What your own mail proposes to write down, latest first',
    tag: 'proposals',
    query: { ...pageQuery, partyId: id.optional() },
    output: page(proposal),
  }),
  count: endpoint({
    method: 'GET',
    path: '/proposals/count',
    summary: 'How many there are (99 at most)',
    tag: 'proposals',
    output: z.object({ open: z.int() }),
  }),
  accept: endpoint({
    method: 'POST',
    path: '/proposals/{proposalId}/acceptance',
    summary: 'Write it down: as a promise, task, contact moment, link, address or wish',
    tag: 'proposals',
    params: { proposalId: id },
    body: { dueOn: calendarDate.optional() },
    output: decided,
  }),
  dismiss: endpoint({
    method: 'POST',
    path: '/proposals/{proposalId}/dismissal',
    summary: 'No; it is never proposed again',
    tag: 'proposals',
    params: { proposalId: id },
    output: decided,
  }),
};
