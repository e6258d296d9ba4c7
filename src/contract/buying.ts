/** Who still buys, and how often in the quarter to come. Time is in weeks. */
import { z } from 'zod';
import { buyingKinds } from '#engine/buying.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, share } from './values.ts';

const kind = z.enum(buyingKinds);

const fit = z.object({
  kind,
  /** By their usual letters: r and alpha of how often, a and b or s and beta of stopping. */
  parameters: z.record(z.string(), z.number()),
  /** On how many customers it rests; 0 where it is the one every firm begins with. */
  customers: z.int(),
  at: instant.nullable(),
  /** How well both models told, in the last third of the time, who would order again. */
  heldIn: z.array(z.object({ kind, auc: z.number(), customers: z.int() })).nullable(),
});

export const buying = z.object({
  /** The chance that they still buy at all, and that of at least one order in the weeks ahead. */
  alive: share,
  any: share,
  /** Days with an order in the weeks ahead; four times in five between low and high. */
  expected: z.number().min(0),
  low: z.int().min(0),
  high: z.int().min(0),
  weeksAhead: z.int(),
  /** Until when orders were read: silence after it says nothing. */
  asOf: instant,
  /** Repeat days x, the last of them t_x and the time looked at T. */
  history: z.object({ repeats: z.int(), lastWeek: z.number(), weeks: z.number() }),
  /** The latest, newest first, and how many more there were. */
  orders: z.array(z.object({ interactionId: id, at: instant })),
  left: z.int(),
  fit,
});
export type Buying = z.infer<typeof buying>;

export const buyings = {
  get: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/buying',
    summary: 'Whether a relation still buys and how many orders to expect of it; null where it never ordered',
    tag: 'parties',
    params: { partyId: id },
    output: z.object({ buying: buying.nullable() }),
  }),
};
