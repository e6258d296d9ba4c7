/** Declared links between parties: a type with a verb for each direction, and from when till when. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, done, id, line, text } from './values.ts';

export const relationType = z.object({
  id,
  key: z.string(),
  verbForward: z.string(),
  verbBackward: z.string(),
  /** Came with the program; worded in the reader's language by its key. */
  isShipped: z.boolean(),
  /** Links of this type that you may see, counted up to 1,000. */
  relationCount: z.int(),
  version: z.int(),
});
export type RelationType = z.infer<typeof relationType>;

const relationTypeId = { relationTypeId: id };

export const relationTypes = {
  list: endpoint({
    method: 'GET',
    path: '/relation-types',
    summary: 'Kinds of declared links, with a verb for each direction',
    tag: 'relations',
    output: z.object({ items: z.array(relationType) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/relation-types',
    summary: 'Make a kind of link: what the first is to the second, and the other way round',
    tag: 'relations',
    body: { verbForward: line(60), verbBackward: line(60) },
    output: relationType,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/relation-types/{relationTypeId}',
    summary: 'Word a kind of link of your own differently',
    tag: 'relations',
    params: relationTypeId,
    body: { verbForward: line(60).optional(), verbBackward: line(60).optional() },
    output: relationType,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/relation-types/{relationTypeId}',
    summary: 'Take away a kind of link of your own that no link has',
    tag: 'relations',
    params: relationTypeId,
    output: done,
  }),
};

const linkFields = {
  /** Of an employment: the job there. */
  title: text(200).trim().nullable().optional(),
  fromOn: calendarDate.nullable().optional(),
  untilOn: calendarDate.nullable().optional(),
};

export const relations = {
  create: endpoint({
    method: 'POST',
    path: '/relations',
    summary: 'Declare a link between two parties',
    tag: 'relations',
    body: { typeKey: line(60), fromParty: id, toParty: id, ...linkFields },
    output: z.object({ id }),
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/relations/{relationId}',
    summary: 'Change from when till when a link holds, or the job (If-Match: its version)',
    tag: 'relations',
    params: { relationId: id },
    body: linkFields,
    output: z.object({ id, version: z.int() }),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/relations/{relationId}',
    summary: 'Take a declared link away',
    tag: 'relations',
    params: { relationId: id },
    output: done,
  }),
};
