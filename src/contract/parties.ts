/** People and organisations: on the screen together "relaties". */
import { z } from 'zod';
import { brief } from './briefs.ts';
import { endpoint } from './endpoint.ts';
import { historyPoint } from './figures.ts';
import { factFields, factOutputs, identity, identityInput, partyRelation } from './party-facts.ts';
import { partyLists } from './party-lists.ts';
import { contactWish, partyKind, partyRole, partyRow } from './party-rows.ts';
import { timelineFilter, timelineItem } from './timeline.ts';
import { done, id, instant, line, page, pageQuery, share, text, yearlyClosure } from './values.ts';

/** One colleague's tie with this party (or with someone of this organisation). */
export const strand = z.object({
  tieId: id,
  ours: z.object({ id, name: z.string() }),
  theirs: z.object({ id, name: z.string() }),
  bond: share,
  lastAt: instant.nullable(),
});

export const party = partyRow.extend({
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  jobTitle: z.string().nullable(),
  note: z.string().nullable(),
  ...factOutputs,
  identities: z.array(identity),
  closures: z.array(yearlyClosure),
  personalFoundation: z.boolean(),
  isOwn: z.boolean(),
  strands: z.array(strand),
  dependency: z.object({ share, on: z.object({ id, name: z.string() }) }).nullable(),
  relations: z.array(partyRelation),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
});
export type Party = z.infer<typeof party>;

const partyFields = {
  name: line(300),
  givenName: text(150).nullable().optional(),
  familyName: text(150).nullable().optional(),
  jobTitle: text(200).nullable().optional(),
  note: text(20_000).nullable().optional(),
  ...factFields,
  roles: z.array(partyRole).max(6).optional(),
  contactWish: contactWish.nullable().optional(),
  closures: z.array(yearlyClosure).max(20).optional(),
  personalFoundation: z.boolean().optional(),
};

const ledgerLine = z.object({
  interactionId: id,
  at: instant,
  kind: z.string(),
  weight: z.number(),
  remaining: z.number(),
  /** By how many days what is left of it halves. */
  halfLifeDays: z.number(),
  giver: z.enum(['ours', 'theirs']),
  /** What was written of it, as far as you may read it. */
  what: z.string().nullable(),
  channel: z.string(),
  /** Whom of us it was between, and on their side. */
  between: z.object({ ours: z.string(), theirs: z.string() }),
  gotForIt: z.enum(['yes', 'no', 'unknown']),
  /** Written by itself: they brought somebody, who then bought. */
  because: z
    .object({ step: z.enum(['brought', 'bought']), newcomer: z.object({ id, name: z.string() }).nullable() })
    .nullable(),
});
export type LedgerLine = z.infer<typeof ledgerLine>;

const partyId = { partyId: id };
export const parties = {
  ...partyLists,
  get: endpoint({
    method: 'GET',
    path: '/parties/{partyId}',
    summary: 'One relation, whole',
    tag: 'parties',
    params: partyId,
    output: party,
  }),
  create: endpoint({
    method: 'POST',
    path: '/parties',
    summary: 'Add a person or organisation',
    tag: 'parties',
    body: {
      kind: partyKind,
      ...partyFields,
      identities: z.array(identityInput).max(50).optional(),
      organisationId: id.nullable().optional(),
    },
    output: party,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/parties/{partyId}',
    summary: 'Change a relation (If-Match: its version)',
    tag: 'parties',
    params: partyId,
    body: { ...partyFields, name: line(300).optional(), identities: z.array(identityInput).max(50).optional() },
    output: party.extend({
      /** What colleagues changed since the version named: it stands beside your change. Both in one field is a 412. */
      alsoChanged: z.array(z.object({ by: z.string().nullable(), at: instant, fields: z.array(z.string()) })),
    }),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/parties/{partyId}',
    summary: 'Put a relation in the bin',
    tag: 'parties',
    params: partyId,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/parties/{partyId}/restore',
    summary: 'Take a relation out of the bin',
    tag: 'parties',
    params: partyId,
    output: party,
  }),
  timeline: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/timeline',
    summary: 'Everything that happened with this relation, newest first; on the first page what is pinned apart',
    tag: 'parties',
    params: partyId,
    query: { ...pageQuery, kinds: timelineFilter.optional() },
    output: page(timelineItem).extend({ pinned: z.array(timelineItem) }),
  }),
  ledger: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/ledger',
    summary: 'Give and take: what each side gained, decayed',
    tag: 'parties',
    params: partyId,
    query: pageQuery,
    output: page(ledgerLine).extend({
      /** How many lines there are of each side. */
      counts: z.object({ ours: z.int(), theirs: z.int() }),
      ours: z.number(),
      theirs: z.number(),
      /** What was left of both sides at the end of each month, oldest first; the last is now. */
      course: z.array(z.object({ at: instant, ours: z.number(), theirs: z.number() })),
    }),
  }),
  brief: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/brief',
    summary: 'What to know before you speak to them: who, what is open, what changed, one thing to say',
    tag: 'parties',
    params: partyId,
    output: brief,
  }),
  history: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/history',
    summary: 'A year of closeness, week by week',
    tag: 'parties',
    params: partyId,
    output: z.object({ points: z.array(historyPoint) }),
  }),
  triage: endpoint({
    method: 'GET',
    path: '/triage',
    summary: 'Relations that nobody has said yet what they are, most contact first',
    tag: 'triage',
    query: pageQuery,
    output: page(partyRow.extend({ contactCount: z.int(), suggestedRole: partyRole.nullable() })).extend({
      left: z.int(),
    }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/triage',
    summary: 'Say what relations are: customer, supplier, partner, colleague, private, ignore',
    tag: 'triage',
    body: {
      decisions: z
        .array(z.strictObject({ partyId: id, role: partyRole.nullable() }))
        .min(1)
        .max(200),
    },
    output: z.object({ left: z.int() }),
  }),
};
