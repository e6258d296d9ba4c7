/** Ideas of relations: from whom, what came of them, and whether they were told, named and thanked. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { channel } from './interactions.ts';
import { calendarDate, done, id, instant, line, page, pageQuery } from './values.ts';

export const ideaStatus = z.enum(['new', 'considering', 'doing', 'delivered', 'not-now']);
export type IdeaStatus = z.infer<typeof ideaStatus>;
/** May their name stand on it? */
export const ideaNaming = z.enum(['unasked', 'asked', 'yes', 'no']);
export type IdeaNaming = z.infer<typeof ideaNaming>;

const named = z.object({ id, name: z.string() });
/** When, and by which way. */
const occasion = z.object({ at: instant, by: z.string(), interactionId: id.nullable() });

export const idea = z.object({
  id,
  party: named,
  /** The one of us who heard it. */
  colleague: named.nullable(),
  text: z.string(),
  status: ideaStatus,
  came: occasion,
  /** What came of it; `in` is what that is called. */
  delivered: z.object({ in: z.string().nullable(), on: calendarDate }).nullable(),
  told: occasion.nullable(),
  thanked: occasion.nullable(),
  naming: ideaNaming,
  version: z.int(),
});
export type Idea = z.infer<typeof idea>;

const alsoChanged = z
  .array(z.object({ by: z.string().nullable(), at: instant, fields: z.array(z.string()) }))
  .describe('What others changed meanwhile, in other fields.');

const ideaId = { ideaId: id };
const how = { by: channel.default('other'), at: instant.optional() };

export const ideas = {
  list: endpoint({
    method: 'GET',
    path: '/ideas',
    summary: 'Ideas, the latest first; of one relation with partyId, of what came of them with thing',
    tag: 'ideas',
    query: {
      ...pageQuery,
      status: ideaStatus.optional(),
      /** told: delivered, and they do not know yet. thanks: not thanked yet. */
      waits: z.enum(['told', 'thanks']).optional(),
      partyId: id.optional(),
      thing: line(200).optional(),
    },
    output: page(idea),
  }),
  get: endpoint({
    method: 'GET',
    path: '/ideas/{ideaId}',
    summary: 'One idea',
    tag: 'ideas',
    params: ideaId,
    output: idea,
  }),
  create: endpoint({
    method: 'POST',
    path: '/ideas',
    summary: 'Write an idea of a relation down; it counts as given to us',
    tag: 'ideas',
    body: { partyId: id, text: line(1000), by: channel.default('other'), at: instant.optional() },
    output: idea,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/ideas/{ideaId}',
    summary: 'What becomes of an idea; If-Match guards against overwriting a colleague',
    tag: 'ideas',
    params: ideaId,
    body: {
      text: line(1000).optional(),
      status: ideaStatus.optional(),
      /** Delivered: in what, and since when (today, when left out). */
      deliveredIn: line(200).nullable().optional(),
      deliveredOn: calendarDate.nullable().optional(),
      naming: ideaNaming.optional(),
    },
    output: idea.extend({ alsoChanged }),
  }),
  tell: endpoint({
    method: 'POST',
    path: '/ideas/{ideaId}/telling',
    summary: 'They were told what came of it; a second time changes nothing',
    tag: 'ideas',
    params: ideaId,
    body: how,
    output: idea,
  }),
  thank: endpoint({
    method: 'POST',
    path: '/ideas/{ideaId}/thanks',
    summary: 'They were thanked; a second time changes nothing',
    tag: 'ideas',
    params: ideaId,
    body: how,
    output: idea,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/ideas/{ideaId}',
    summary: 'Take an idea away; it stays in the bin',
    tag: 'ideas',
    params: ideaId,
    output: done,
  }),
};
