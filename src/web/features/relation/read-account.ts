/** An account elsewhere as people know it: where, what one is called there, and its page. */

export interface Account {
  readonly network: 'bluesky' | 'mastodon' | 'discourse' | 'chat';
  readonly name: string;
  /** Null: it has no page. */
  readonly link: string | null;
}

/** Null: an account of no network that Hecht reads. */
export function readAccount({ value, label }: { value: string; label: string | null }): Account | null {
  const [, network, rest = ''] = /^(bluesky|mastodon|discourse|chat):(.+)$/.exec(value) ?? [];
  const [, user = '', host = ''] = /^([^@\s]+)@([a-z\d.-]+)$/.exec(rest) ?? [];
  switch (network) {
    case 'bluesky':
      return { network, name: label?.startsWith('@') ? label : rest, link: pageOf(`https://bsky.app/profile/${rest}`) };
    case 'mastodon':
      return { network, name: `@${rest}`, link: host === '' ? null : pageOf(`https://${host}/@${user}`) };
    case 'discourse':
      return { network, name: rest, link: host === '' ? null : pageOf(`https://${host}/u/${user}`) };
    case 'chat':
      // Whose telephone it was stands before the name.
      return { network, name: rest.split(':').slice(1).join(':'), link: null };
    default:
      return null;
  }
}

function pageOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).href : null;
}
