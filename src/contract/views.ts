/** Views: a list kept under a name, for oneself or for everybody. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filterTree } from './filter-schema.ts';
import { partyOrder } from './party-lists.ts';
import { done, id, instant, line, text } from './values.ts';

export const viewDefinition = z.strictObject({
  columns: z.array(line(120)).max(40).optional(),
  filter: filterTree.optional(),
  ...partyOrder,
  group: line(120).optional(),
  q: text(200).optional(),
});
export type ViewDefinition = z.infer<typeof viewDefinition>;

export const view = z.object({
  id,
  name: z.string(),
  isShared: z.boolean(),
  /** False: a colleague's, to look through; who owns the firm may change it too. */
  isMine: z.boolean(),
  mayChange: z.boolean(),
  by: z.string().nullable(),
  definition: viewDefinition,
  version: z.int(),
  updatedAt: instant,
});
export type View = z.infer<typeof view>;

const viewFields = { name: line(100), isShared: z.boolean(), definition: viewDefinition };
const viewId = { viewId: id };

export const views = {
  list: endpoint({
    method: 'GET',
    path: '/views',
    summary: 'Your views and those that colleagues share',
    tag: 'views',
    output: z.object({ items: z.array(view) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/views',
    summary: 'Keep a list under a name',
    tag: 'views',
    body: { ...viewFields, isShared: z.boolean().default(false) },
    output: view,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/views/{viewId}',
    summary: 'Change a view (If-Match: its version)',
    tag: 'views',
    params: viewId,
    body: {
      name: viewFields.name.optional(),
      isShared: viewFields.isShared.optional(),
      definition: viewDefinition.optional(),
    },
    output: view,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/views/{viewId}',
    summary: 'Take a view away (undo brings it back)',
    tag: 'views',
    params: viewId,
    output: done,
  }),
};
