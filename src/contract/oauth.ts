/** Opening a mailbox or agenda with a permission of its provider, instead of a password that is typed here. */
import { z } from 'zod';
import { connectionSettings } from './connection-kinds.ts';
import { endpoint } from './endpoint.ts';
import { id, text } from './values.ts';

export const oauthProvider = z.enum(['google', 'microsoft', 'oauth']);

/** Body of POST /api/oauth/start: a new connection, or the permission of one once more. */
export const oauthStart = z.union([
  z.strictObject({ connectionId: id }),
  z.strictObject({
    settings: connectionSettings,
    isShared: z.boolean().default(false),
    places: z.array(text(2_000).min(1)).max(2_000).optional(),
  }),
]);
export type OAuthStartInput = z.infer<typeof oauthStart>;

/** How one comes back from the provider: /connections?permission=given. */
export const oauthOutcomes = ['given', 'denied', 'expired', 'other-session', 'failed'] as const;
export type OAuthOutcome = (typeof oauthOutcomes)[number];

export const oauth = {
  providers: endpoint({
    method: 'GET',
    path: '/oauth/providers',
    summary: 'Which providers this house can ask for a permission, and for what kind of connection',
    tag: 'connections',
    output: z.object({ items: z.array(z.object({ id: oauthProvider, kinds: z.array(z.enum(['imap', 'caldav'])) })) }),
  }),
};
