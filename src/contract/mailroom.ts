/** Mail as one reads it: conversations and what is in them. The HTML and the files are fetched beside the contract. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { shownLine } from './mail-values.ts';
import { id, instant, page, pageQuery, text } from './values.ts';

export const mailSharing = z.enum(['all', 'subject', 'when', 'nothing']);
export type MailSharing = z.infer<typeof mailSharing>;

export const mailThread = z.object({
  id,
  mailbox: z.object({ id, name: z.string(), isMine: z.boolean(), isFirms: z.boolean() }),
  /** What you see of it: all of your own and the firm's. */
  level: mailSharing,
  /** What colleagues see, where it was set for this one; null: as its mailbox. */
  sharing: mailSharing.nullable(),
  mailboxSharing: mailSharing,
  subject: z.string().nullable(),
  lastAt: instant,
  messageCount: z.int(),
  unreadCount: z.int(),
  /** Of the newest mail. */
  latest: z
    .object({
      mailId: id,
      direction: z.enum(['in', 'out']),
      from: shownLine,
      to: z.array(shownLine),
      snippet: z.string().nullable(),
      hasAttachments: z.boolean(),
      isPersonal: z.boolean(),
    })
    .nullable(),
  version: z.int(),
});
export type MailThread = z.infer<typeof mailThread>;

const person = z.object({ address: z.string(), name: z.string().nullable(), partyId: id.nullable() });

export const mail = z.object({
  id,
  threadId: id,
  interactionId: id.nullable(),
  at: instant,
  direction: z.enum(['in', 'out']),
  from: person,
  to: z.array(person),
  cc: z.array(person),
  subject: z.string().nullable(),
  snippet: z.string().nullable(),
  hasAttachments: z.boolean(),
  isSeen: z.boolean(),
  isPersonal: z.boolean(),
  /** Its text may be read by you. */
  isReadable: z.boolean(),
  /** In so many words: they want no mail any more. */
  saysNoMail: z.boolean(),
});
export type Mail = z.infer<typeof mail>;

export const openedMail = z.object({
  mailId: id,
  text: z.string(),
  /** Shown in a frame of its own: GET /mails/{mailId}/page. */
  hasPage: z.boolean(),
  /** Some of it stands elsewhere and is left out until asked for. */
  hasRemote: z.boolean(),
  /** False: only its beginning was fetched. */
  isWhole: z.boolean(),
  files: z.array(z.object({ at: z.int(), name: z.string(), mediaType: z.string(), sizeBytes: z.int() })),
});
export type OpenedMailBody = z.infer<typeof openedMail>;

const threadId = { threadId: id };
const mailId = { mailId: id };

export const mailThreads = {
  list: endpoint({
    method: 'GET',
    path: '/mail-threads',
    summary: 'Conversations, the newest first: of your own mailboxes and the firm’s, or with one relation',
    tag: 'mail',
    query: {
      ...pageQuery,
      /** Of these mailboxes only, by commas. */
      mailbox: z
        .string()
        .max(2_000)
        .transform((value) => value.split(','))
        .pipe(z.array(id).max(50))
        .optional(),
      partyId: id.optional(),
      unread: z.literal('true').optional(),
      q: text(200).optional(),
    },
    output: page(mailThread),
  }),
  get: endpoint({
    method: 'GET',
    path: '/mail-threads/{threadId}',
    summary: 'A conversation and its mails, the oldest first',
    tag: 'mail',
    params: threadId,
    query: pageQuery,
    output: z.object({ thread: mailThread, mails: page(mail) }),
  }),
  mark: endpoint({
    method: 'POST',
    path: '/mail-threads/{threadId}/mark',
    summary: 'Read, or not read yet. Only here: at the mailbox everything stays as it is',
    tag: 'mail',
    params: threadId,
    body: { isSeen: z.boolean() },
    output: mailThread,
  }),
};

export const mails = {
  open: endpoint({
    method: 'GET',
    path: '/mails/{mailId}',
    summary: 'What one mail says, and what hangs on it',
    tag: 'mail',
    params: mailId,
    output: openedMail,
  }),
};
