/** What both sides expect of each other, in three questions, asked anew now and then. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, done, id, instant, line, page, pageQuery, text } from './values.ts';

const named = z.object({ id, name: z.string() });

export const expectation = z.object({
  id,
  /** Who answered. */
  party: named,
  askedOn: calendarDate,
  askedBy: named.nullable(),
  /** What do you expect of us? */
  ofUs: z.string().nullable(),
  /** What do we expect of you? */
  ofThem: z.string().nullable(),
  /** What has changed? */
  changed: z.string().nullable(),
  /** The day on which a task asks anew. */
  askAgainOn: calendarDate.nullable(),
  version: z.int(),
});
export type Expectation = z.infer<typeof expectation>;

const alsoChanged = z
  .array(z.object({ by: z.string().nullable(), at: instant, fields: z.array(z.string()) }))
  .describe('What others changed meanwhile, in other fields.');

const answer = text(2000).nullable().optional();
/** A task of the one who asks, in words of their own; null: not again. */
const askAgain = z
  .strictObject({ on: calendarDate, title: line(300) })
  .nullable()
  .optional();
const answers = { ofUs: answer, ofThem: answer, changed: answer, askedOn: calendarDate.optional(), askAgain };
const expectationId = { expectationId: id };

export const expectations = {
  list: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/expectations',
    summary: 'What was answered, the latest first; of an organisation its people’s answers as well',
    tag: 'expectations',
    params: { partyId: id },
    query: pageQuery,
    output: page(expectation),
  }),
  create: endpoint({
    method: 'POST',
    path: '/parties/{partyId}/expectations',
    summary: 'Write down what was answered; tasks that asked for it are done with it',
    tag: 'expectations',
    params: { partyId: id },
    body: answers,
    output: expectation,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/expectations/{expectationId}',
    summary: 'Put an answer right; If-Match guards against overwriting a colleague',
    tag: 'expectations',
    params: expectationId,
    body: answers,
    output: expectation.extend({ alsoChanged }),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/expectations/{expectationId}',
    summary: 'Take answers away; they stay in the bin',
    tag: 'expectations',
    params: expectationId,
    output: done,
  }),
};
