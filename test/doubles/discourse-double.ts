/** A Discourse forum as its API answers: acts of an account newest first by offset, posts, topics; a key and a name on every request. */
import { type DoubleAnswer, type DoubleRequest, openWebDouble } from './web-double.ts';

export const apiKey = 'd'.repeat(64);

export async function openDiscourseDouble() {
  const actions: Record<string, unknown>[] = [];
  const posts = new Map<number, object>();
  const topics = new Map<number, object>();
  const noKey: DoubleAnswer = {
    status: 403,
    body: {
      errors: ['You are not permitted to view the requested resource. The API username or key is invalid.'],
      error_type: 'invalid_access',
    },
  };
  const double = await openWebDouble({
    answer: (request) => answer(request),
    throttled: {
      status: 429,
      headers: { 'retry-after': '30' },
      body: {
        errors: ['You’ve performed this action too many times, please try again later.'],
        error_type: 'rate_limit',
        extras: { wait_seconds: 30 },
      },
    },
    revoked: () => noKey,
  });

  function answer({ url, headers }: DoubleRequest): DoubleAnswer {
    if (headers['api-key'] !== apiKey) return noKey;
    if (url.pathname === '/session/current.json') {
      return { body: { current_user: { id: 5, username: 'Mila', name: 'Mila' } } };
    }
    if (url.pathname === '/user_actions.json') {
      const wanted = (url.searchParams.get('filter') ?? '').split(',').map(Number);
      const all = actions
        .filter(({ action_type }) => wanted.includes(action_type as number))
        .sort((one, other) => (String(one['created_at']) < String(other['created_at']) ? 1 : -1));
      const offset = Number(url.searchParams.get('offset') ?? 0);
      return { body: { user_actions: all.slice(offset, offset + 3) } };
    }
    const [, kind, id] = /^\/(posts|t)\/(\d+)\.json$/.exec(url.pathname) ?? [];
    const found = (kind === 'posts' ? posts : topics).get(Number(id));
    if (found) return { body: found };
    return {
      status: 404,
      body: { errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' },
    };
  }

  return { ...double, actions, posts, topics };
}
