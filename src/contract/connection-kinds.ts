/** What can be connected, with what each kind must be told, and all that can go wrong with it. */
import { z } from 'zod';
import { calendarDate, line } from './values.ts';

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$|^[\da-f:]+$/, 'not-a-host');
const port = z.int().min(1).max(65_535);
const webAddress = z.url({ protocol: /^https?$/ }).max(2_000);
const mailAddress = z.email().max(320);
/** From this day on it is read; null: from the beginning. */
const since = calendarDate.nullable().default(null);

export const imapSettings = z.strictObject({
  kind: z.literal('imap'),
  /** Whose mailbox it is. */
  address: mailAddress,
  userName: line(320),
  host,
  port,
  /** tls: from the first byte; starttls: asked for; none: only to a server near by that the operator allows. */
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  signIn: z.enum(['password', 'google', 'microsoft', 'oauth']).default('password'),
  since,
  /** Addresses and domains whose mail is not kept. */
  ignored: z.array(line(320)).max(500).default([]),
});

export const caldavSettings = z.strictObject({
  kind: z.literal('caldav'),
  address: webAddress,
  userName: line(320),
  signIn: z.enum(['password', 'google', 'oauth']).default('password'),
  since,
});

export const icalSettings = z.strictObject({ kind: z.literal('ical'), address: webAddress });
export const blueskySettings = z.strictObject({
  kind: z.literal('bluesky'),
  server: webAddress.default('https://bsky.social'),
  handle: line(320),
});
export const mastodonSettings = z.strictObject({ kind: z.literal('mastodon'), server: webAddress });
export const feedSettings = z.strictObject({ kind: z.literal('feed'), address: webAddress, partyId: z.uuid() });
export const discourseSettings = z.strictObject({
  kind: z.literal('discourse'),
  server: webAddress,
  userName: line(100),
});

/** Mail that one sends there in copy, or forwards: made in one's settings, not connected. */
export const dropSettings = z.strictObject({ kind: z.literal('drop'), address: mailAddress });

export const connectionSettings = z.discriminatedUnion('kind', [
  dropSettings,
  imapSettings,
  caldavSettings,
  icalSettings,
  blueskySettings,
  mastodonSettings,
  feedSettings,
  discourseSettings,
]);
export type ConnectionSettings = z.infer<typeof connectionSettings>;
export type ConnectionKind = ConnectionSettings['kind'];

export const connectionProblems = [
  /** The server does not take this name and password. */
  'wrong-password',
  /** It did once: the permission was taken back or has ended. */
  'revoked',
  'not-allowed',
  'unknown-host',
  /** Nobody answers there. */
  'unreachable',
  /** An address the house does not go to. */
  'refused-address',
  'certificate',
  'too-slow',
  /** Asked to wait. */
  'throttled',
  'cut-off',
  /** Another kind of server, or one that speaks nonsense. */
  'garbage',
  'place-gone',
  /** Mail at a drop address from somebody it does not belong to. */
  'not-yours',
  'server-trouble',
  /** Our own store could not be written. */
  'house-trouble',
] as const;
export type ConnectionProblem = (typeof connectionProblems)[number];
