/** History: who changed what, when and from where; undo; the bin. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, page, pageQuery } from './values.ts';

export const changeAct = z.enum(['create', 'update', 'remove', 'restore']);

export const change = z.object({
  id,
  /** party, relation, interaction, promise, note, task, ... */
  noun: z.string(),
  recordId: id,
  party: z.object({ id, name: z.string() }).nullable(),
  act: changeAct,
  label: z.string().nullable(),
  /** What changed, by the contract's own field names. */
  fields: z.array(z.object({ name: z.string(), before: z.unknown(), after: z.unknown() })),
  /** What the ids in those fields are called: relations that you may see, and colleagues. */
  names: z.record(z.string(), z.string()),
  by: z.object({ id, name: z.string() }).nullable(),
  /** Where from: the web, a program with a key, the command line, or the house itself. */
  origin: z.enum(['web', 'api', 'command', 'house']),
  at: instant,
  /** How many records were changed in the same go. */
  batchSize: z.int(),
  isUndone: z.boolean(),
  isUndo: z.boolean(),
});
export type Change = z.infer<typeof change>;

export const changes = {
  list: endpoint({
    method: 'GET',
    path: '/changes',
    summary: 'What was changed, newest first: of one relation, of one record, by one colleague, or everything',
    tag: 'changes',
    query: { ...pageQuery, partyId: id.optional(), recordId: id.optional(), userId: id.optional() },
    output: page(change),
  }),
  bin: endpoint({
    method: 'GET',
    path: '/bin',
    summary: 'What was taken away and can come back (by undoing its change)',
    tag: 'changes',
    query: pageQuery,
    output: page(change),
  }),
  undo: endpoint({
    method: 'POST',
    path: '/changes/undo',
    summary: 'Put back a change with all done in the same go; without changeId: the last thing you did in the web',
    tag: 'changes',
    body: { changeId: id.optional() },
    output: z.object({
      undone: z.int(),
      /** Left as it is, because somebody changed it since. */
      kept: z.int(),
      noun: z.string(),
      act: changeAct,
      label: z.string().nullable(),
      /** What was put back, by the contract's own field names; empty when a whole record came or went. */
      fields: z.array(z.string()),
      partyId: id.nullable(),
      /** Undo this one to have it as it was before the undo. */
      changeId: id,
    }),
  }),
};
