/** A Mastodon server as its documentation describes it: token, pages by min_id (oldest first behind it), limits with a date. */
import { type DoubleAnswer, type DoubleRequest, openWebDouble } from './web-double.ts';

export const accessToken = 'mastodon-token';
export const ours = { id: '1', acct: 'overkant', display_name: 'De Overkant' };

interface Listed {
  readonly id: string;
}

export async function openMastodonDouble() {
  const lists = { notifications: [] as Listed[], statuses: [] as Listed[] };
  const double = await openWebDouble({
    answer: (request) => answer(request),
    throttled: {
      status: 429,
      headers: {
        'x-ratelimit-limit': '300',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2026-06-01T00:05:00.000Z',
      },
      body: { error: 'Throttled' },
    },
    revoked: () => ({ status: 401, body: { error: 'The access token was revoked' } }),
  });

  function answer({ url, headers }: DoubleRequest): DoubleAnswer {
    if (url.pathname === '/api/v2/instance') return { body: { domain: 'koffie.example', version: '4.4.0' } };
    if (headers.authorization !== `Bearer ${accessToken}`) {
      return { status: 401, body: { error: 'The access token is invalid' } };
    }
    if (url.pathname === '/api/v1/accounts/verify_credentials') {
      return { body: { ...ours, url: 'https://koffie.example/@overkant', source: {} } };
    }
    const list = url.pathname === '/api/v1/notifications' ? lists.notifications : lists.statuses;
    const isStatuses = url.pathname === `/api/v1/accounts/${ours.id}/statuses`;
    if (!isStatuses && url.pathname !== '/api/v1/notifications')
      return { status: 404, body: { error: 'Record not found' } };
    const after = Number(url.searchParams.get('min_id') ?? 0);
    const types = url.searchParams.getAll('types[]');
    const fitting = list.filter((one) => types.length === 0 || types.includes((one as { type?: string }).type ?? ''));
    const later = fitting
      .filter(({ id }) => Number(id) > after)
      .sort((one, other) => Number(one.id) - Number(other.id));
    // The page behind min_id, newest on top as every list here.
    return { body: later.slice(0, 2).reverse() };
  }

  return { ...double, lists };
}
