/** What colleagues see of one's mail: set for a mailbox, and for one conversation otherwise. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { mailSharing, mailThread } from './mailroom.ts';
import { id } from './values.ts';

const connectionId = { connectionId: id };

const mailboxShare = z.object({
  connectionId: id,
  sharing: mailSharing,
  /** False: the firm's, which everybody reads along, or a colleague's. */
  mayChange: z.boolean(),
  version: z.int(),
});

export const mailShares = {
  getMailbox: endpoint({
    method: 'GET',
    path: '/mailboxes/{connectionId}/sharing',
    summary: 'What colleagues see of a mailbox',
    tag: 'mail',
    params: connectionId,
    output: mailboxShare,
  }),
  setMailbox: endpoint({
    method: 'PATCH',
    path: '/mailboxes/{connectionId}/sharing',
    summary: 'What colleagues see of your mailbox, but for conversations that say otherwise (If-Match: its version)',
    tag: 'mail',
    params: connectionId,
    body: { sharing: mailSharing },
    output: mailboxShare,
  }),
  setThread: endpoint({
    method: 'PATCH',
    path: '/mail-threads/{threadId}/sharing',
    summary: 'What colleagues see of one of your conversations; null: as its mailbox (If-Match: its version)',
    tag: 'mail',
    params: { threadId: id },
    body: { sharing: mailSharing.nullable() },
    output: mailThread,
  }),
};
