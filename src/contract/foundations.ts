/** Why they are with us: the reading, what was said, and the foundations there are. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, share, text } from './values.ts';

export const foundationGround = z.enum(['said', 'survey', 'choices', 'segment']);
export const foundationKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const shares = z.array(z.object({ kind: foundationKey, share }));

export const foundationKind = z.object({
  id,
  key: foundationKey,
  label: z.string().nullable().describe('Null for brand, price and personal, which come with the program.'),
  version: z.int(),
});
export type FoundationKind = z.infer<typeof foundationKind>;

const named = z.object({ id, name: z.string() });

export const foundationStatement = z.object({
  id,
  partyId: id,
  kind: foundationKey,
  ground: z.enum(['said', 'survey']),
  words: z.string().nullable(),
  face: z.enum(['familiar', 'family']).nullable(),
  colleague: named.nullable(),
  toldBy: z.enum(['them', 'us']).nullable(),
  neededFor: z.string().nullable(),
  saidAt: instant,
  author: z.string().nullable(),
  version: z.int(),
});
export type FoundationStatement = z.infer<typeof foundationStatement>;

export const foundationReading = z.object({
  shares: shares.describe('The largest first; they add to one.'),
  uncertainty: share,
  n: z.int().describe('Statements, answers and choices it was read from.'),
  ground: foundationGround,
  reasons: z.array(
    z.object({ code: z.string(), kind: foundationKey.nullable(), numbers: z.record(z.string(), z.number()) }),
  ),
});

export const foundation = foundationReading.extend({
  kinds: z.array(foundationKind),
  colleagues: z.array(named).describe('Whom of us they may mean, the nearest first; also who left.'),
  statements: z.array(foundationStatement),
  history: z
    .array(
      z.object({
        at: instant,
        by: z.string().nullable().describe('Null: the program itself, from orders or with time.'),
        shares,
        uncertainty: share,
        n: z.int(),
        ground: foundationGround,
      }),
    )
    .describe('Readings as they were, the latest first.'),
});
export type Foundation = z.infer<typeof foundation>;

const said = {
  kind: foundationKey,
  ground: z.enum(['said', 'survey']).optional(),
  words: text(2000).nullable().optional(),
  saidAt: instant.optional(),
  face: z.enum(['familiar', 'family']).nullable().optional(),
  colleagueId: id.nullable().optional(),
  toldBy: z.enum(['them', 'us']).nullable().optional(),
  neededFor: text(500).nullable().optional(),
};
const statementId = { statementId: id };
const kindId = { kindId: id };

export const foundations = {
  get: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/foundation',
    summary: 'Why a relation is with us: shares, what they were read from, and how it was before',
    tag: 'foundations',
    params: { partyId: id },
    output: foundation,
  }),
  state: endpoint({
    method: 'POST',
    path: '/foundation-statements',
    summary: 'Write down why they say they are with us; the reading follows',
    tag: 'foundations',
    body: { partyId: id, ...said },
    output: foundationStatement,
  }),
  correct: endpoint({
    method: 'PATCH',
    path: '/foundation-statements/{statementId}',
    summary: 'Put right what was written down; If-Match guards against overwriting a colleague',
    tag: 'foundations',
    params: statementId,
    body: { ...said, kind: foundationKey.optional() },
    output: foundationStatement,
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/foundation-statements/{statementId}',
    summary: 'Take a statement away; it stays in the bin',
    tag: 'foundations',
    params: statementId,
    output: done,
  }),
};

export const foundationKinds = {
  list: endpoint({
    method: 'GET',
    path: '/foundation-kinds',
    summary: 'What relations can stand on',
    tag: 'foundations',
    output: z.object({ items: z.array(foundationKind) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/foundation-kinds',
    summary: 'Add a foundation of your own',
    tag: 'foundations',
    body: { label: line(80) },
    output: foundationKind,
  }),
  rename: endpoint({
    method: 'PATCH',
    path: '/foundation-kinds/{kindId}',
    summary: 'Rename a foundation of your own',
    tag: 'foundations',
    params: kindId,
    body: { label: line(80) },
    output: foundationKind,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/foundation-kinds/{kindId}',
    summary: 'Take a foundation of your own away; what was said stays',
    tag: 'foundations',
    params: kindId,
    output: done,
  }),
};
