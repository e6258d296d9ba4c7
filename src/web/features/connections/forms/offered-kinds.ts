import type { ConnectionKind } from '#contract/connection-kinds.ts';

/** The kinds that can be connected here, in the order in which they are offered; each has a form in the registry. */
export const offeredKinds = [
  'imap',
  'caldav',
  'ical',
  'bluesky',
  'mastodon',
  'discourse',
  'feed',
] as const satisfies readonly ConnectionKind[];

export type OfferedKind = (typeof offeredKinds)[number];

export function isOffered(kind: ConnectionKind): kind is OfferedKind {
  return (offeredKinds as readonly ConnectionKind[]).includes(kind);
}
