/** One act on many relations: a role, a tag, a group, a wish, an own field, or into the bin. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filterTree } from './filter-schema.ts';
import { fieldInput } from './party-facts.ts';
import { partySelection } from './party-lists.ts';
import { contactWish } from './party-rows.ts';
import { id, instant, line } from './values.ts';

/** Private is a thing between one colleague and one person; nobody becomes that by the hundred. */
const bulkRole = z.enum(['customer', 'supplier', 'partner', 'ignore']);

export const bulkAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-role'), role: bulkRole }),
  z.strictObject({ kind: z.literal('remove-role'), role: bulkRole }),
  z.strictObject({ kind: z.literal('add-tag'), tag: line(100) }),
  z.strictObject({ kind: z.literal('remove-tag'), tag: line(100) }),
  z.strictObject({ kind: z.literal('add-group'), group: line(100) }),
  z.strictObject({ kind: z.literal('remove-group'), group: line(100) }),
  z.strictObject({ kind: z.literal('set-wish'), wish: contactWish.nullable() }),
  /** Of those it is for; null empties it. */
  z.strictObject({ kind: z.literal('set-field'), field: line(60), value: fieldInput }),
  z.strictObject({ kind: z.literal('remove') }),
]);
export type BulkAct = z.infer<typeof bulkAct>;

const { filter: _, ...plainSelection } = partySelection;

/** Who it concerns: named one by one, or everybody in a list but for some. */
export const bulkSelection = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(5_000) }),
  z.strictObject({
    list: z.strictObject({ ...plainSelection, filter: filterTree.optional() }),
    except: z.array(id).max(2_000).default([]),
  }),
]);

export const bulkRun = z.object({
  id,
  act: bulkAct,
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  total: z.int(),
  seen: z.int(),
  changed: z.int(),
  /** To be undone with; null while nothing was changed. */
  changeId: id.nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type BulkRun = z.infer<typeof bulkRun>;

export const bulk = {
  start: endpoint({
    method: 'POST',
    path: '/bulk',
    summary: 'Do one thing to many relations; a large number goes on by itself, and can be looked at',
    tag: 'bulk',
    body: { selection: bulkSelection, act: bulkAct },
    output: bulkRun,
  }),
  list: endpoint({
    method: 'GET',
    path: '/bulk',
    summary: 'What you did to many relations lately, newest first',
    tag: 'bulk',
    output: z.object({ items: z.array(bulkRun) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/bulk/{bulkId}',
    summary: 'How far it is',
    tag: 'bulk',
    params: { bulkId: id },
    output: bulkRun,
  }),
};
