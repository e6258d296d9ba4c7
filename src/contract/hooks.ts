/** Incoming webhooks: an address for another program to write to, and what its messages mean. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { hookMapping, hookProblems } from './hook-mapping.ts';
import { hookPresets } from './hook-presets.ts';
import { done, id, instant, line, page, pageQuery, text } from './values.ts';

export const hookSignatures = ['none', 'standard', 'shopify', 'woocommerce', 'stripe'] as const;

export const hook = z.object({
  id,
  name: z.string(),
  /** The secret address itself. */
  url: z.string().nullable(),
  signature: z.enum(hookSignatures),
  /** The secret itself is never shown. */
  hasSecret: z.boolean(),
  preset: z.string(),
  mapping: hookMapping,
  isPaused: z.boolean(),
  problem: z.enum(['wrong-signature']).nullable(),
  problemAt: instant.nullable(),
  lastAt: instant.nullable(),
  counts: z.object({ kept: z.int(), same: z.int(), skipped: z.int(), failed: z.int(), waiting: z.int() }),
  version: z.int(),
});
export type Hook = z.infer<typeof hook>;

export const hookDelivery = z.object({
  id,
  at: instant,
  outcome: z.enum(['waiting', 'kept', 'same', 'skipped', 'failed']),
  problem: z.enum(hookProblems).nullable(),
  problemField: z.string().nullable(),
  problemText: z.string().nullable(),
  interactionId: id.nullable(),
  /** Whose moment it became, as far as you may know. */
  party: z.object({ id, name: z.string() }).nullable(),
});
export type HookDelivery = z.infer<typeof hookDelivery>;

/** What a message would become: the event as POST /events takes it, or why not. */
export const hookSight = z.object({
  deliveryId: id.nullable(),
  at: instant.nullable(),
  outcome: z.enum(['kept', 'skipped', 'failed']),
  problem: z.enum(hookProblems).nullable(),
  problemField: z.string().nullable(),
  problemText: z.string().nullable(),
  event: z.record(z.string(), z.unknown()).nullable(),
});
export type HookSight = z.infer<typeof hookSight>;

const fields = {
  name: line(100),
  signature: z.enum(hookSignatures),
  mapping: hookMapping,
  isPaused: z.boolean(),
};
const secret = text(500).min(8).nullable();
const hookId = { hookId: id };

export const hooks = {
  list: endpoint({
    method: 'GET',
    path: '/hooks',
    summary: 'All addresses other programs write to, with how each is doing',
    tag: 'hooks',
    access: 'owner',
    output: z.object({ items: z.array(hook) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/hooks/{hookId}',
    summary: 'One of them',
    tag: 'hooks',
    access: 'owner',
    params: hookId,
    output: hook,
  }),
  create: endpoint({
    method: 'POST',
    path: '/hooks',
    summary: 'Make an address for another program to write to',
    tag: 'hooks',
    access: 'owner',
    body: { name: fields.name, preset: z.enum(Object.keys(hookPresets) as [string, ...string[]]) },
    output: hook,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/hooks/{hookId}',
    summary: 'Change its name, what its messages mean or how they are signed (If-Match: its version)',
    tag: 'hooks',
    access: 'owner',
    params: hookId,
    body: {
      name: fields.name.optional(),
      signature: fields.signature.optional(),
      mapping: fields.mapping.optional(),
      isPaused: fields.isPaused.optional(),
      /** Kept sealed; null takes it away. */
      secret: secret.optional(),
    },
    output: hook,
  }),
  renew: endpoint({
    method: 'POST',
    path: '/hooks/{hookId}/address',
    summary: 'Give it another address; the one before stops working',
    tag: 'hooks',
    access: 'owner',
    params: hookId,
    output: hook,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/hooks/{hookId}',
    summary: 'Stop taking messages in there; what came of them stays',
    tag: 'hooks',
    access: 'owner',
    params: hookId,
    output: done,
  }),
  deliveries: endpoint({
    method: 'GET',
    path: '/hooks/{hookId}/deliveries',
    summary: 'Its messages, newest first, with what became of each',
    tag: 'hooks',
    access: 'owner',
    params: hookId,
    query: { ...pageQuery, outcome: hookDelivery.shape.outcome.optional() },
    output: page(hookDelivery),
  }),
  delivery: endpoint({
    method: 'GET',
    path: '/hooks/{hookId}/deliveries/{deliveryId}',
    summary: 'One message as it came',
    tag: 'hooks',
    access: 'owner',
    params: { ...hookId, deliveryId: id },
    output: hookDelivery.extend({ raw: z.string(), contentType: z.string() }),
  }),
  retry: endpoint({
    method: 'POST',
    path: '/hooks/{hookId}/retry',
    summary: 'Read all messages that failed once more',
    tag: 'hooks',
    access: 'owner',
    params: hookId,
    output: z.object({ waiting: z.int() }),
  }),
  preview: endpoint({
    method: 'POST',
    path: '/hooks/{hookId}/preview',
    summary: 'What the last messages, or a pasted one, would become; nothing is kept',
    tag: 'hooks',
    access: 'owner',
    params: hookId,
    body: { mapping: hookMapping, sample: text(200_000).nullable().default(null) },
    output: z.object({
      sights: z.array(hookSight),
      /** All that stands in the newest of them. */
      leaves: z.array(z.object({ path: z.array(z.union([z.string(), z.int()])), example: z.string() })),
    }),
  }),
};
