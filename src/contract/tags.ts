/** Tags: free words on relations, softly coloured. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, line } from './values.ts';

export const tagColour = z.enum(['grey', 'red', 'orange', 'yellow', 'green', 'blue', 'purple']);

export const tag = z.object({
  id,
  name: z.string(),
  colour: tagColour,
  /** Of those that you may see. */
  partyCount: z.int(),
  version: z.int(),
});
export type Tag = z.infer<typeof tag>;

const tagId = { tagId: id };

export const tags = {
  list: endpoint({
    method: 'GET',
    path: '/tags',
    summary: 'All tags by name, with how many relations have each',
    tag: 'tags',
    output: z.object({ items: z.array(tag) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/tags',
    summary: 'Make a tag',
    tag: 'tags',
    body: { name: line(60), colour: tagColour.optional() },
    output: tag,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/tags/{tagId}',
    summary: 'Rename or colour a tag',
    tag: 'tags',
    params: tagId,
    body: { name: line(60).optional(), colour: tagColour.optional() },
    output: tag,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/tags/{tagId}/merge',
    summary: 'Fold a tag into another: its relations get the other one',
    tag: 'tags',
    params: tagId,
    body: { intoTagId: id },
    output: tag,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/tags/{tagId}',
    summary: 'Take a tag away from all relations; undo brings it back to them',
    tag: 'tags',
    params: tagId,
    output: done,
  }),
};
