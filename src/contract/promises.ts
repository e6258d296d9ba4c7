/** Promises: something one side will do by a date. Faults: ours, until made good. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, line, page, pageQuery, text } from './values.ts';

export const promise = z.object({
  id,
  tieId: id,
  kind: z.enum(['promise', 'answer', 'complaint']),
  owedBy: z.enum(['ours', 'theirs']),
  party: z.object({ id, name: z.string() }),
  colleague: z.object({ id, name: z.string() }),
  text: z.string(),
  dueAt: instant,
  settledAt: instant.nullable(),
  outcome: z.enum(['kept', 'late', 'broken', 'withdrawn']).nullable(),
  version: z.int(),
});
export type Promised = z.infer<typeof promise>;

export const fault = z.object({
  id,
  tieId: id,
  party: z.object({ id, name: z.string() }),
  what: z.string(),
  /** Why it went so, as we say it to them. */
  why: z.string().nullable(),
  /** Since when they know. */
  toldAt: instant.nullable(),
  /** Who of us it lies with to make it good. */
  colleague: z.object({ id, name: z.string() }),
  at: instant,
  madeGoodAt: instant.nullable(),
  madeGoodHow: z.string().nullable(),
  version: z.int(),
});
export type Fault = z.infer<typeof fault>;

export const promises = {
  list: endpoint({
    method: 'GET',
    path: '/promises',
    summary: 'Promises, the open ones first by due time',
    tag: 'promises',
    query: { ...pageQuery, partyId: id.optional(), open: z.enum(['true', 'false']).optional() },
    output: page(promise),
  }),
  create: endpoint({
    method: 'POST',
    path: '/promises',
    summary: 'Write a promise down',
    tag: 'promises',
    body: { partyId: id, owedBy: z.enum(['ours', 'theirs']), text: line(1000), dueAt: instant },
    output: promise,
  }),
  settle: endpoint({
    method: 'POST',
    path: '/promises/{promiseId}/settlement',
    summary: 'Say how a promise ended: kept, broken, or withdrawn (late is worked out)',
    tag: 'promises',
    params: { promiseId: id },
    body: { outcome: z.enum(['kept', 'broken', 'withdrawn']), at: instant.optional() },
    output: promise,
  }),
};

export const faults = {
  list: endpoint({
    method: 'GET',
    path: '/faults',
    summary: 'To make good: our faults',
    tag: 'faults',
    query: { ...pageQuery, partyId: id.optional(), open: z.enum(['true']).optional() },
    output: page(fault),
  }),
  create: endpoint({
    method: 'POST',
    path: '/faults',
    summary: 'Own up to a fault of ours',
    tag: 'faults',
    body: {
      partyId: id,
      what: line(1000),
      at: instant,
      facet: z.enum(['ability', 'benevolence', 'integrity']).optional(),
    },
    output: fault,
  }),
  explain: endpoint({
    method: 'PATCH',
    path: '/faults/{faultId}',
    summary: 'Say why a fault happened, and since when they know (If-Match: its version)',
    tag: 'faults',
    params: { faultId: id },
    body: { why: text(2000).nullable().optional(), toldAt: instant.nullable().optional() },
    output: fault,
  }),
  makeGood: endpoint({
    method: 'POST',
    path: '/faults/{faultId}/made-good',
    summary: 'Say how a fault was made good: told, repaired, apologised',
    tag: 'faults',
    params: { faultId: id },
    body: { how: text(1000).nullable(), at: instant.optional() },
    output: fault,
  }),
};
