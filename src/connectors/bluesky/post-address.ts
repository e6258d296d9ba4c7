/** Addresses of the AT Protocol: at://WHO/COLLECTION/KEY. */

export interface PostAddress {
  readonly did: string;
  readonly collection: string;
  readonly key: string;
}

export function readAddress(uri: string): PostAddress | null {
  const [, did = '', collection = '', key = ''] =
    /^at:\/\/(did:[a-z]+:[^/\s]+)\/([\w.-]+)\/([\w.~:-]+)$/.exec(uri) ?? [];
  return did === '' ? null : { did, collection, key };
}

/** Where people read it. */
export function linkOf(uri: string | null | undefined): string | null {
  const address = uri ? readAddress(uri) : null;
  if (address?.collection !== 'app.bsky.feed.post') return null;
  return `https://bsky.app/profile/${address.did}/post/${address.key}`;
}

export function profileLink(did: string): string {
  return `https://bsky.app/profile/${did}`;
}
