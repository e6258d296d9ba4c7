/** Mail one writes: a draft, then on its way, then sent; and the truth where that is not sure. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { uploaded } from './files.ts';
import { mailLine, shownLine, submitProblem } from './mail-values.ts';
import { richText } from './rich-text.ts';
import { done, id, instant, page, pageQuery, text } from './values.ts';

export const outboxState = z.enum(['draft', 'waiting', 'sending', 'sent', 'failed', 'unknown']);

export const outboxFile = z.object({ id, name: z.string(), sizeBytes: z.int(), mediaType: z.string() });

export const outboxMail = z.object({
  id,
  connectionId: id,
  from: shownLine,
  party: z.object({ id, name: z.string() }).nullable(),
  /** The mail it answers. */
  answers: z.object({ mailId: id, threadId: id, subject: z.string().nullable() }).nullable(),
  to: z.array(shownLine),
  cc: z.array(shownLine),
  bcc: z.array(shownLine),
  subject: z.string(),
  body: richText,
  /** Its first words. */
  snippet: z.string(),
  hasSignature: z.boolean(),
  files: z.array(outboxFile),
  state: outboxState,
  /** While it waits: not before then. */
  sendAt: instant.nullable(),
  /** The moment somebody chose; null: at once. */
  laterAt: instant.nullable(),
  attempts: z.int(),
  problem: submitProblem.nullable(),
  /** What the server said, in its own words. */
  serverWords: z.string().nullable(),
  /** Those the server did not take, while it took the others. */
  refused: z.array(z.object({ address: z.string(), words: z.string() })),
  /** Relations in it who asked for no mail that they did not ask for. */
  unwilling: z.array(z.object({ partyId: id, name: z.string(), address: z.string() })),
  isAskedFor: z.boolean(),
  /** Names of fields that are still empty in it. */
  missing: z.array(z.string()),
  sentAt: instant.nullable(),
  threadId: id.nullable(),
  version: z.int(),
  updatedAt: instant,
});
export type OutboxMail = z.infer<typeof outboxMail>;

const lines = z.array(mailLine).max(100);
const outboxId = { outboxId: id };
const written = {
  connectionId: id.optional(),
  to: lines.optional(),
  cc: lines.optional(),
  bcc: lines.optional(),
  subject: text(500).optional(),
  body: richText.optional(),
  hasSignature: z.boolean().optional(),
};

export const outboxMails = {
  list: endpoint({
    method: 'GET',
    path: '/outbox',
    summary: 'What you are writing and what is on its way; or what was sent',
    tag: 'mail',
    query: { ...pageQuery, state: z.enum(['open', 'sent']).optional(), partyId: id.optional() },
    output: page(outboxMail),
  }),
  get: endpoint({
    method: 'GET',
    path: '/outbox/{outboxId}',
    summary: 'One mail you write or sent',
    tag: 'mail',
    params: outboxId,
    output: outboxMail,
  }),
  create: endpoint({
    method: 'POST',
    path: '/outbox',
    summary: 'Begin a mail: to a relation, or as an answer to a mail',
    tag: 'mail',
    body: { ...written, partyId: id.optional(), answersMailId: id.optional(), toAll: z.boolean().default(false) },
    output: outboxMail,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/outbox/{outboxId}',
    summary: 'Go on writing, also while it waits to be sent later (If-Match: its version)',
    tag: 'mail',
    params: outboxId,
    body: written,
    output: outboxMail,
  }),
  attach: endpoint({
    method: 'POST',
    path: '/outbox/{outboxId}/files',
    summary: 'Send an uploaded file along',
    tag: 'mail',
    params: outboxId,
    body: uploaded.shape,
    output: outboxMail,
  }),
  detach: endpoint({
    method: 'DELETE',
    path: '/outbox/{outboxId}/files/{fileId}',
    summary: 'Do not send this file along',
    tag: 'mail',
    params: { ...outboxId, fileId: id },
    output: outboxMail,
  }),
  send: endpoint({
    method: 'POST',
    path: '/outbox/{outboxId}/send',
    summary:
      'Send it: in ten seconds, or at a moment later. Whoever wants no unasked mail only after saying that they asked',
    tag: 'mail',
    params: outboxId,
    body: { at: instant.optional(), isAskedFor: z.boolean().default(false) },
    output: outboxMail,
  }),
  recall: endpoint({
    method: 'POST',
    path: '/outbox/{outboxId}/recall',
    summary: 'Take it back while it has not left; it is a draft again',
    tag: 'mail',
    params: outboxId,
    output: outboxMail,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/outbox/{outboxId}/decide',
    summary: 'Of a mail of which nobody knows whether it arrived: it did (sent), or send it again (again)',
    tag: 'mail',
    params: outboxId,
    body: { outcome: z.enum(['sent', 'again']) },
    output: outboxMail,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/outbox/{outboxId}',
    summary: 'Put a mail that was not sent in the bin; undo brings it back',
    tag: 'mail',
    params: outboxId,
    output: done,
  }),
};
