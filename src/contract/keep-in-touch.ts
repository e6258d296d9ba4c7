/** Keeping in touch: whom a colleague wants to speak now and then. When that is due follows from real contact. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, instant } from './values.ts';

const everyDays = z.int().min(1).max(3650).nullable().describe("Null: the relation's own rhythm.");

/** Why somebody is left alone although the time has come. */
export const heldBack = z.enum(['rather-not', 'left-in-peace', 'too-much-contact']);

const whoItIs = z.object({ id, name: z.string() });

export const keptContact = z.object({
  party: whoItIs,
  lastContactAt: instant.nullable(),
  /** The own rhythm, when there is one. */
  gapDays: z.number().nullable(),
  dueAt: instant,
  heldBack: heldBack.nullable(),
});

export const keepingRule = z.object({
  id,
  party: whoItIs.nullable(),
  group: whoItIs.nullable(),
  user: whoItIs,
  everyDays,
  /** Of a group: the members that are due first. */
  contacts: z.array(keptContact),
  version: z.int(),
});
export type KeepingRule = z.infer<typeof keepingRule>;

export const keepInTouch = {
  list: endpoint({
    method: 'GET',
    path: '/keep-in-touch',
    summary: 'With whom you keep in touch and when it is due; or, with partyId, who keeps in touch with one relation',
    tag: 'keep in touch',
    query: { partyId: id.optional() },
    output: z.object({ items: z.array(keepingRule) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/keep-in-touch',
    summary: 'Keep in touch with a relation or with all of a group; refused where they would rather not',
    tag: 'keep in touch',
    body: { partyId: id.optional(), groupId: id.optional(), everyDays: everyDays.optional() },
    output: keepingRule,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/keep-in-touch/{ruleId}',
    summary: 'Another rhythm',
    tag: 'keep in touch',
    params: { ruleId: id },
    body: { everyDays },
    output: keepingRule,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/keep-in-touch/{ruleId}',
    summary: 'No longer',
    tag: 'keep in touch',
    params: { ruleId: id },
    output: done,
  }),
};
