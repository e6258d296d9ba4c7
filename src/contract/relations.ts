/** Declared links between parties: a type with a verb for each direction, and from when till when. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, done, id, line } from './values.ts';

export const relationTypes = {
  list: endpoint({
    method: 'GET',
    path: '/relation-types',
    summary: 'Kinds of declared links, with a verb for each direction',
    tag: 'relations',
    output: z.object({
      items: z.array(
        z.object({ id, key: z.string(), verbForward: z.string(), verbBackward: z.string(), isShipped: z.boolean() }),
      ),
    }),
  }),
};

export const relations = {
  create: endpoint({
    method: 'POST',
    path: '/relations',
    summary: 'Declare a link between two parties',
    tag: 'relations',
    body: {
      typeKey: line(60),
      fromParty: id,
      toParty: id,
      fromOn: calendarDate.nullable().optional(),
      untilOn: calendarDate.nullable().optional(),
    },
    output: z.object({ id }),
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
