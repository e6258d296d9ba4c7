/** Imports: upload (a plain route, streamed), look first, run, stop, go on, undo. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, line, page, pageQuery, text } from './values.ts';

export const importStatus = z.enum([
  'uploaded',
  'previewing',
  'previewed',
  'waiting',
  'running',
  'cancelling',
  'cancelled',
  'failed',
  'done',
  'undoing',
  'undone',
]);

export const importCounts = z.object({
  /** Items read; of these new, already there, changed, and failed. */
  read: z.int(),
  stored: z.int(),
  duplicates: z.int(),
  corrected: z.int(),
  failed: z.int(),
  /** Parties met for the first time, and ties touched. */
  newParties: z.int(),
  touchedTies: z.int(),
  /** Mail that makes no ties. */
  lists: z.int(),
  bulk: z.int(),
  autoReplies: z.int(),
  bounces: z.int(),
});

export const importPreview = z.object({
  brings: z.enum(['mail', 'chats', 'parties', 'interactions']),
  sampled: z.int(),
  /** False: only the first part was looked at, the counts are of that part. */
  complete: z.boolean(),
  counts: importCounts,
  from: instant.nullable(),
  until: instant.nullable(),
  /** Addresses that are probably the user's own. */
  ownAddresses: z.array(z.object({ address: z.string(), count: z.int() })),
  examples: z.array(
    z.object({
      at: instant.nullable(),
      from: z.string(),
      to: z.string(),
      subject: z.string().nullable(),
      outcome: z.string(),
    }),
  ),
  problems: z.array(z.object({ position: z.string(), problem: z.string() })),
  /** Of a table whose columns a person may name: what there is, what can be said, and what is taken for what. */
  columns: z
    .object({
      headings: z.array(z.string()),
      names: z.array(z.string()),
      chosen: z.record(z.string(), z.string()),
    })
    .nullable()
    .default(null),
});

export const importRun = z.object({
  id,
  fileName: z.string(),
  connector: z.string(),
  status: importStatus,
  preview: importPreview.nullable(),
  counts: importCounts,
  doneBytes: z.number(),
  totalBytes: z.number(),
  /** Seconds still to go, as far as can be told. */
  secondsLeft: z.number().nullable(),
  ownAddresses: z.array(z.string()),
  problem: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type ImportRun = z.infer<typeof importRun>;

/** Unexpected, useful things found right after an import; the owner's eyes only. */
export const finding = z.object({
  kind: z.enum(['open-promises', 'unthanked', 'losing', 'unanswered', 'strongest', 'one-sided']),
  count: z.int(),
  items: z.array(
    z.object({
      party: z.object({ id, name: z.string() }),
      text: z.string().nullable(),
      at: instant.nullable(),
      numbers: z.record(z.string(), z.number()),
    }),
  ),
});

const importId = { importId: id };

export const imports = {
  list: endpoint({
    method: 'GET',
    path: '/imports',
    summary: 'Your imports, newest first',
    tag: 'imports',
    query: pageQuery,
    output: page(importRun),
  }),
  get: endpoint({
    method: 'GET',
    path: '/imports/{importId}',
    summary: 'One import: how far it is',
    tag: 'imports',
    params: importId,
    output: importRun,
  }),
  create: endpoint({
    method: 'POST',
    path: '/imports',
    summary: 'Make an import of an uploaded file and look what it would do',
    tag: 'imports',
    body: { uploadId: id, fileName: line(300) },
    output: importRun,
  }),
  start: endpoint({
    method: 'POST',
    path: '/imports/{importId}/start',
    summary: 'Carry it out (also: go on after a cancel or failure)',
    tag: 'imports',
    params: importId,
    body: {
      /** Your own addresses, for who wrote to whom; of a chat what you are called in it. */
      ownAddresses: z.array(line(254)).max(50).optional(),
      sourceLabel: text(100).optional(),
    },
    output: importRun,
  }),
  columns: endpoint({
    method: 'POST',
    path: '/imports/{importId}/columns',
    summary: 'Say which column holds what, and look again',
    tag: 'imports',
    params: importId,
    body: { columns: z.record(line(40), text(300)) },
    output: importRun,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/imports/{importId}/cancel',
    summary: 'Stop; what was stored stays until undone',
    tag: 'imports',
    params: importId,
    output: importRun,
  }),
  undo: endpoint({
    method: 'POST',
    path: '/imports/{importId}/undo',
    summary: 'Take everything this import brought out again',
    tag: 'imports',
    params: importId,
    output: importRun,
  }),
  findings: endpoint({
    method: 'GET',
    path: '/imports/{importId}/findings',
    summary: 'Three things you might not have known',
    tag: 'imports',
    params: importId,
    output: z.object({ items: z.array(finding) }),
  }),
};

export const sources = {
  list: endpoint({
    method: 'GET',
    path: '/sources',
    summary: 'What is listened to, and until when it was read',
    tag: 'sources',
    output: z.object({
      items: z.array(
        z.object({
          id,
          kind: z.string(),
          label: z.string(),
          isPrivate: z.boolean(),
          isYours: z.boolean(),
          coveredFrom: instant.nullable(),
          coveredUntil: instant.nullable(),
          isLive: z.boolean(),
        }),
      ),
    }),
  }),
};
