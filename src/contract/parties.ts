/** People and organisations: on the screen together "relaties". */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { alarm, blockName, figures, historyPoint, status } from './figures.ts';
import { calendarDate, done, id, instant, line, page, pageQuery, share, text, yearlyClosure } from './values.ts';

export const partyKind = z.enum(['person', 'organisation']);
export const partyRole = z.enum(['customer', 'supplier', 'partner', 'colleague', 'private', 'ignore']);
export const contactWish = z.enum(['gladly', 'when-needed', 'rather-not']);
export const identityKind = z.enum(['mail', 'phone', 'handle', 'name', 'key']);

export const identity = z.object({
  id,
  kind: identityKind,
  value: z.string(),
  label: z.string().nullable(),
  isPrimary: z.boolean(),
});

const identityInput = z.strictObject({
  kind: identityKind,
  value: line(500),
  label: text(100).nullable().default(null),
});

export const partyRow = z.object({
  id,
  kind: partyKind,
  name: z.string(),
  /** One grey line: employer, or main mail address. */
  context: z.string().nullable(),
  roles: z.array(partyRole),
  isPrivate: z.boolean(),
  contactWish: contactWish.nullable(),
  figures: figures.nullable(),
  version: z.int(),
});
export type PartyRow = z.infer<typeof partyRow>;

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
  birthday: z.string().nullable(),
  note: z.string().nullable(),
  addresses: z.array(z.string()),
  identities: z.array(identity),
  closures: z.array(yearlyClosure),
  personalFoundation: z.boolean(),
  isOwn: z.boolean(),
  strands: z.array(strand),
  dependency: z.object({ share, on: z.object({ id, name: z.string() }) }).nullable(),
  relations: z.array(
    z.object({
      id,
      typeKey: z.string(),
      verb: z.string(),
      other: z.object({ id, name: z.string(), kind: partyKind }),
      fromOn: calendarDate.nullable(),
      untilOn: calendarDate.nullable(),
    }),
  ),
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
  birthday: text(20).nullable().optional(),
  note: text(20_000).nullable().optional(),
  addresses: z.array(text(500)).max(20).optional(),
  roles: z.array(partyRole).max(6).optional(),
  contactWish: contactWish.nullable().optional(),
  closures: z.array(yearlyClosure).max(20).optional(),
  personalFoundation: z.boolean().optional(),
};

/** One interaction on a timeline, as far as the reader may see it. */
export const timelineItem = z.object({
  interactionId: id,
  tieId: id,
  at: instant,
  channel: z.string(),
  kind: z.string(),
  /** 'ours': from us to them. */
  direction: z.enum(['ours', 'theirs']),
  ours: z.object({ id, name: z.string() }),
  theirs: z.object({ id, name: z.string() }),
  receiverCount: z.int(),
  subject: z.string().nullable(),
  snippet: z.string().nullable(),
  /** True: only that and when is shown, the text is its owner's. */
  textWithheld: z.boolean(),
  /** True: the reader may share the text with colleagues. */
  mayShare: z.boolean(),
  shared: z.boolean(),
  benefits: z.array(z.object({ kind: z.string(), weight: z.number(), giver: z.enum(['ours', 'theirs']) })),
  version: z.int(),
});
export type TimelineItem = z.infer<typeof timelineItem>;

const ledgerLine = z.object({
  interactionId: id,
  at: instant,
  kind: z.string(),
  weight: z.number(),
  remaining: z.number(),
  giver: z.enum(['ours', 'theirs']),
});

const partyId = { partyId: id };
export const parties = {
  list: endpoint({
    method: 'GET',
    path: '/parties',
    summary: 'Relations, sorted and filtered, with their figures',
    tag: 'parties',
    query: {
      ...pageQuery,
      q: text(200).optional(),
      sort: z.enum(['bond', 'name', 'last', 'trend', 'quiet']).optional(),
      order: z.enum(['asc', 'desc']).optional(),
      kind: partyKind.optional(),
      role: partyRole.optional(),
      status: status.optional(),
      alarm: alarm.optional(),
      weakest: blockName.optional(),
      /** Relations of which more than half would go with this colleague. */
      dependencyOn: id.optional(),
    },
    output: page(partyRow),
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    summary: 'Relations whose name, mail, phone or handle looks like this; best first',
    tag: 'parties',
    query: { q: line(200), limit: pageQuery.limit },
    output: z.object({ items: z.array(partyRow) }),
  }),
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
    summary: 'What happened between us and this relation, newest first',
    tag: 'parties',
    params: partyId,
    query: pageQuery,
    output: page(timelineItem),
  }),
  ledger: endpoint({
    method: 'GET',
    path: '/parties/{partyId}/ledger',
    summary: 'Give and take: what each side gained, decayed',
    tag: 'parties',
    params: partyId,
    query: pageQuery,
    output: page(ledgerLine).extend({ ours: z.number(), theirs: z.number() }),
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
