/** Groups: a named set of relations, put together by hand. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, line, text } from './values.ts';

export const group = z.object({
  id,
  name: z.string(),
  note: z.string().nullable(),
  /** Of those that you may see. */
  memberCount: z.int(),
  version: z.int(),
});
export type Group = z.infer<typeof group>;

const groupId = { groupId: id };
const members = z.array(id).max(200).optional();

export const groups = {
  list: endpoint({
    method: 'GET',
    path: '/groups',
    summary: 'All groups by name, with how many relations are in each',
    tag: 'groups',
    output: z.object({ items: z.array(group) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/groups',
    summary: 'Make a group',
    tag: 'groups',
    body: { name: line(100), note: text(1000).nullable().optional() },
    output: group,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/groups/{groupId}',
    summary: 'Rename a group or say what it is for',
    tag: 'groups',
    params: groupId,
    body: { name: line(100).optional(), note: text(1000).nullable().optional() },
    output: group,
  }),
  members: endpoint({
    method: 'POST',
    path: '/groups/{groupId}/members',
    summary: 'Put relations in a group, and take others out',
    tag: 'groups',
    params: groupId,
    body: { add: members, remove: members },
    output: group,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/groups/{groupId}',
    summary: 'Take a group away; its relations stay, and undo brings it back with them',
    tag: 'groups',
    params: groupId,
    output: done,
  }),
};
