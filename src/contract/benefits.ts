/** Kinds of benefit: what each weighs in this house, and on what ground. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, text } from './values.ts';

const weight = z.number().min(0).max(10);

export const benefitKindLine = z.object({
  id,
  /** What benefits name it by. */
  key: z.string(),
  /** Of an own kind; shipped ones are worded in the reader's language by their key. */
  name: z.string().nullable(),
  /** Beside one ordinary favour, which is 1. */
  weight: z.number(),
  /** What it came with, on what ground (D: a choice of ours), and where that is from. */
  shipped: z.object({ weight: z.number(), ground: z.string(), source: z.string(), sourceId: z.string() }).nullable(),
  /** Why it weighs that much here, in somebody's own words. */
  ground: z.string().nullable(),
  isShipped: z.boolean(),
  /** Since when, by whose word; null: as shipped. */
  since: instant.nullable(),
  by: z.string().nullable(),
  version: z.int(),
});
export type BenefitKindLine = z.infer<typeof benefitKindLine>;

const benefitKindId = { benefitKindId: id };

export const benefitKinds = {
  list: endpoint({
    method: 'GET',
    path: '/benefit-kinds',
    summary: 'Kinds of benefit: what each weighs, and on what ground',
    tag: 'parameters',
    output: z.object({ items: z.array(benefitKindLine) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/benefit-kinds',
    summary: 'Make a kind of benefit of your own',
    tag: 'parameters',
    access: 'owner',
    body: { name: line(60), weight, ground: text(500).nullable().optional() },
    output: benefitKindLine,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/benefit-kinds/{benefitKindId}',
    summary:
      'Weigh a kind of benefit differently (If-Match: its version); what was given before follows in the background',
    tag: 'parameters',
    access: 'owner',
    params: benefitKindId,
    body: {
      name: line(60).optional(),
      weight: weight.nullable().optional().describe('Null: as shipped.'),
      ground: text(500).nullable().optional(),
    },
    output: benefitKindLine,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/benefit-kinds/{benefitKindId}',
    summary: 'No longer offer a kind of your own; what was given of it keeps its weight',
    tag: 'parameters',
    access: 'owner',
    params: benefitKindId,
    output: done,
  }),
};
