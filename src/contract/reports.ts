/** Reports: a complaint or question as a record, and the page on which the customer follows it. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { channel } from './interactions.ts';
import { done, id, instant, line, page, pageQuery, text } from './values.ts';

export const reportStatus = z.enum(['received', 'working', 'solved', 'closed']);

/** All that the page behind the link may ever show. What is not named here stays inside. */
export const publishedReport = z.strictObject({
  number: z.int(),
  kind: z.enum(['complaint', 'question']),
  subject: z.string(),
  text: z.string().nullable(),
  reportedAt: instant,
  status: reportStatus,
  whatWeDid: z.string().nullable(),
  why: z.string().nullable(),
  solvedAt: instant.nullable(),
  next: z.string().nullable(),
  nextDueAt: instant.nullable(),
  /** Who looks after it. */
  keeper: z.string().nullable(),
});
export type PublishedReport = z.infer<typeof publishedReport>;

export const publishedFields = publishedReport.keyof().options;

/** What was kept is read as strictly as it was written. */
export function readPublished(kept: unknown): PublishedReport | null {
  const read = publishedReport.safeParse(kept);
  return read.success ? read.data : null;
}

const someone = z.object({ id, name: z.string() });

export const reportAnswer = z.object({ id, text: z.string(), at: instant });

export const report = z.object({
  id,
  number: z.int(),
  party: someone,
  kind: z.enum(['complaint', 'question']),
  channel: z.string(),
  subject: z.string(),
  text: z.string().nullable(),
  reportedAt: instant,
  status: reportStatus,
  keeper: someone.nullable(),
  whatWeDid: z.string().nullable(),
  why: z.string().nullable(),
  solvedAt: instant.nullable(),
  next: z.string().nullable(),
  nextDueAt: instant.nullable(),
  /** Among us. */
  note: z.string().nullable(),
  /** By when the customer should hear from us; null once it is solved or closed. */
  dueAt: instant.nullable(),
  isDue: z.boolean(),
  /** The customer said something last. */
  waitsForUs: z.boolean(),
  /** We told what was done and why. */
  isTold: z.boolean(),
  publishedAt: instant.nullable(),
  /** What is written here and is not on the page yet. */
  unpublished: z.array(z.enum(publishedFields as [string, ...string[]])),
  link: z
    .object({
      createdAt: instant,
      expiresAt: instant.nullable(),
      lastOpenedAt: instant.nullable(),
      isLiving: z.boolean(),
    })
    .nullable(),
  interactionId: id.nullable(),
  version: z.int(),
  createdAt: instant,
});
export type Report = z.infer<typeof report>;

const alsoChanged = z
  .array(z.object({ by: z.string().nullable(), at: instant, fields: z.array(z.string()) }))
  .describe('What others changed meanwhile, in other fields.');

const reportId = { reportId: id };
const long = text(4000).nullable();

export const reports = {
  list: endpoint({
    method: 'GET',
    path: '/reports',
    summary: 'Reports: the open ones by when the customer should hear from us, or the ones that are done, latest first',
    tag: 'reports',
    query: {
      ...pageQuery,
      /** waiting: the customer spoke last; due: should have heard from us by now. */
      state: z.enum(['open', 'waiting', 'due', 'done']).optional(),
      partyId: id.optional(),
    },
    output: page(report),
  }),
  get: endpoint({
    method: 'GET',
    path: '/reports/{reportId}',
    summary: 'One report, with what the customer answered on its page',
    tag: 'reports',
    params: reportId,
    output: report.extend({ answers: z.array(reportAnswer) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/reports',
    summary: 'Write a complaint or question down as a report; it becomes a contact moment too',
    tag: 'reports',
    body: {
      partyId: id,
      kind: z.enum(['complaint', 'question']).default('complaint'),
      subject: line(300),
      text: long.default(null),
      channel: channel.default('call'),
      at: instant.optional(),
    },
    output: report,
  }),
  createFrom: endpoint({
    method: 'POST',
    path: '/interactions/{interactionId}/report',
    summary: 'Make a report of a contact moment; the same moment has one',
    tag: 'reports',
    params: { interactionId: id },
    output: report,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/reports/{reportId}',
    summary:
      'Change a report; its page stays as it is until that is published. If-Match guards against overwriting a colleague',
    tag: 'reports',
    params: reportId,
    body: {
      kind: z.enum(['complaint', 'question']).optional(),
      subject: line(300).optional(),
      text: long.optional(),
      status: z.enum(['received', 'working']).optional(),
      /** A colleague, as a relation. */
      keeperId: id.nullable().optional(),
      whatWeDid: long.optional(),
      why: long.optional(),
      next: text(1000).nullable().optional(),
      nextDueAt: instant.nullable().optional(),
      note: long.optional(),
    },
    output: report.extend({ alsoChanged }),
  }),
  publish: endpoint({
    method: 'POST',
    path: '/reports/{reportId}/publication',
    summary: 'Put on the page what is written now; what comes next by when becomes a promise of ours',
    tag: 'reports',
    params: reportId,
    output: report,
  }),
  solve: endpoint({
    method: 'POST',
    path: '/reports/{reportId}/solution',
    summary: 'Solved, and the customer is told what was done and why; both must be written',
    tag: 'reports',
    params: reportId,
    body: { channel: channel.default('ticket') },
    output: report,
  }),
  close: endpoint({
    method: 'POST',
    path: '/reports/{reportId}/closing',
    summary: 'Close it; a complaint that was not told what was done is then closed in silence, which counts against us',
    tag: 'reports',
    params: reportId,
    output: report,
  }),
  makeLink: endpoint({
    method: 'POST',
    path: '/reports/{reportId}/link',
    summary:
      'A secret link to its page, told this once; the link before stops working. Only for who wants to follow it there',
    tag: 'reports',
    params: reportId,
    body: { customerWants: z.literal(true) },
    output: z.object({ url: z.url(), report }),
  }),
  endLink: endpoint({
    method: 'DELETE',
    path: '/reports/{reportId}/link',
    summary: 'Withdraw the page, at once',
    tag: 'reports',
    params: reportId,
    output: report,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/reports/{reportId}',
    summary: 'Take a report away; it stays in the bin and its page is gone',
    tag: 'reports',
    params: reportId,
    output: done,
  }),
};

/** As long as an answer on the page may be. */
export const answerMaxLength = 4000;

/** A working week: after that a complaint without word weighs as left open. A choice of ours. */
export const complaintDueDays = 7;
