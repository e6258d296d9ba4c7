/** A personal data server of the AT Protocol as its lexicons describe it: sessions, notifications newest first, records by key. */
import { type DoubleAnswer, type DoubleRequest, openWebDouble } from './web-double.ts';

export const ourDid = 'did:plc:overkant';
export const appPassword = 'abcd-efgh-ijkl-mnop';

interface Notified {
  readonly uri: string;
  readonly reason: string;
  readonly did: string;
  readonly handle: string;
  readonly name?: string;
  readonly record?: object;
  readonly subject?: string;
  readonly at: string;
}

export async function openBlueskyDouble() {
  const notifications: Notified[] = [];
  const records = new Map<string, { uri: string; value: object }[]>();
  const profiles = new Map<string, { handle: string; displayName: string }>();
  const state = { token: 1, signIns: 0, renewals: 0 };
  const double = await openWebDouble({
    answer: (request) => answer(request),
    throttled: {
      status: 429,
      headers: { 'ratelimit-limit': '3000', 'ratelimit-remaining': '0', 'ratelimit-reset': '1780272600' },
      body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
    },
    revoked: ({ url }) =>
      url.pathname.startsWith('/xrpc/com.atproto.server.')
        ? { status: 401, body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' } }
        : { status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } },
  });

  function answer({ method, url, headers, body }: DoubleRequest): DoubleAnswer {
    const name = url.pathname.replace('/xrpc/', '');
    if (name === 'com.atproto.server.createSession' && method === 'POST') {
      const { identifier, password } = JSON.parse(body) as { identifier: string; password: string };
      if (identifier !== 'overkant.example' || password !== appPassword) {
        return { status: 401, body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' } };
      }
      state.signIns += 1;
      return session();
    }
    if (name === 'com.atproto.server.refreshSession' && method === 'POST') {
      if (!headers.authorization?.startsWith('Bearer refresh-'))
        return { status: 400, body: { error: 'InvalidToken' } };
      state.renewals += 1;
      return session();
    }
    if (headers.authorization !== `Bearer access-${state.token}`) {
      return { status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } };
    }
    const limit = Number(url.searchParams.get('limit') ?? 50);
    const cursor = url.searchParams.get('cursor');
    switch (name) {
      case 'com.atproto.server.getSession':
        return { body: { did: ourDid, handle: 'overkant.example', active: true } };
      case 'app.bsky.notification.listNotifications': {
        const sorted = notifications.toSorted((one, other) => (one.at < other.at ? 1 : -1));
        const rest = cursor === null ? sorted : sorted.filter(({ at }) => at < cursor);
        const page = rest.slice(0, Math.min(limit, 3));
        return {
          body: {
            notifications: page.map(({ did, handle, name: displayName, at, subject, record = {}, ...one }) => ({
              ...{ ...one, record, cid: 'bafyreib', isRead: false, labels: [], indexedAt: at },
              author: { did, handle, ...(displayName === undefined ? {} : { displayName }), viewer: {} },
              ...(subject === undefined ? {} : { reasonSubject: subject }),
            })),
            ...(page.length > 0 && { cursor: page.at(-1)?.at }),
          },
        };
      }
      case 'com.atproto.repo.listRecords': {
        const all = records.get(url.searchParams.get('collection') ?? '') ?? [];
        const keyOf = (uri: string) => uri.split('/').at(-1) ?? '';
        const rest = all.filter(({ uri }) => cursor === null || keyOf(uri) > cursor);
        const page = rest.slice(0, Math.min(limit, 2)).map((record) => ({ ...record, cid: 'bafyreib' }));
        const last = page.at(-1);
        return { body: { records: page, ...(last && { cursor: keyOf(last.uri) }) } };
      }
      case 'app.bsky.actor.getProfiles': {
        const found = url.searchParams.getAll('actors').flatMap((did) => {
          const profile = profiles.get(did);
          return profile ? [{ did, ...profile }] : [];
        });
        return { body: { profiles: found } };
      }
      default:
        return { status: 501, body: { error: 'MethodNotImplemented', message: 'Method Not Implemented' } };
    }
  }

  function session(): DoubleAnswer {
    const service = [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: double.url }];
    return {
      body: {
        ...{ did: ourDid, handle: 'overkant.example', email: 'info@overkant.example', active: true },
        didDoc: { '@context': ['https://www.w3.org/ns/did/v1'], id: ourDid, service },
        ...{ accessJwt: `access-${state.token}`, refreshJwt: `refresh-${state.token}` },
      },
    };
  }

  return {
    ...double,
    state,
    notify: (one: Notified) => notifications.push(one),
    profile: (did: string, profile: { handle: string; displayName: string }) => profiles.set(did, profile),
    /** Keys grow as the clock does. */
    put(collection: string, key: string, value: object): string {
      const uri = `at://${ourDid}/${collection}/${key}`;
      records.set(collection, [...(records.get(collection) ?? []), { uri, value }]);
      return uri;
    },
    endSessions: () => {
      state.token += 1;
    },
  };
}
