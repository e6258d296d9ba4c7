/** How each mailbox sends: its server, its name and its signature. The password is taken in, never given out. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { submitProblem } from './mail-values.ts';
import { richText } from './rich-text.ts';
import { done, id, line } from './values.ts';

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$|^[\da-f:]+$/, 'not-a-host');
const port = z.int().min(1).max(65_535);
const security = z.enum(['tls', 'starttls', 'none']);

export const mailSender = z.object({
  connectionId: id,
  /** The address mail goes out from. */
  address: z.string(),
  name: z.string().nullable(),
  /** The firm's, for everybody; false: your own. */
  isFirms: z.boolean(),
  /** Null: it only reads so far. */
  server: z
    .object({
      host: z.string(),
      port: z.int(),
      security,
      userName: z.string(),
      /** False: with the password it is read with. */
      hasOwnSecret: z.boolean(),
    })
    .nullable(),
  /** What would be tried first for this mailbox. */
  proposed: z.object({ host: z.string(), port: z.int(), security, userName: z.string() }),
  signature: richText.nullable(),
  keepsSent: z.boolean(),
  mayChange: z.boolean(),
  version: z.int(),
});
export type MailSender = z.infer<typeof mailSender>;

const connectionId = { connectionId: id };

export const mailSenders = {
  list: endpoint({
    method: 'GET',
    path: '/mail-senders',
    summary: 'The mailboxes you may send from, and how each sends',
    tag: 'mail',
    output: z.object({ items: z.array(mailSender) }),
  }),
  set: endpoint({
    method: 'PATCH',
    path: '/mail-senders/{connectionId}',
    summary: 'How a mailbox sends; fields left out stay (If-Match: its version)',
    tag: 'mail',
    params: connectionId,
    body: {
      host: host.optional(),
      port: port.optional(),
      security: security.optional(),
      userName: line(320).optional(),
      /** A password of its own; null: the one it is read with. */
      password: z.string().min(1).max(1_000).nullable().optional(),
      name: line(300).nullable().optional(),
      signature: richText.nullable().optional(),
      /** Puts a copy into the folder for what was sent; off where the server does so itself. */
      keepsSent: z.boolean().optional(),
    },
    output: mailSender,
  }),
  test: endpoint({
    method: 'POST',
    path: '/mail-senders/{connectionId}/test',
    summary: 'Signs in at the server as it is set, without sending anything',
    tag: 'mail',
    params: connectionId,
    output: z.object({ problem: submitProblem.nullable(), words: z.string().nullable() }),
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/mail-senders/{connectionId}',
    summary: 'Sends no more from this mailbox; undo brings it back',
    tag: 'mail',
    params: connectionId,
    output: done,
  }),
};
