/** From a cookie or an API key to who asks. Remembered for a moment, so that a check costs no database most of the time. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { defaultKeyHasher } from '@better-auth/api-key';
import { isAPIError } from 'better-auth/api';
import { AppError } from '#services/app-error.ts';
import type { UserActor } from '#services/context.ts';
import type { Db } from '#store/database.ts';
import type { Auth } from './auth.ts';
import { tellTrouble } from './auth-trouble.ts';

export interface Caller {
  readonly actor: UserActor;
  readonly by: 'session' | 'api-key';
}

interface Answer {
  readonly caller: Caller | null;
  /** A session that was renewed sets its cookie again. */
  readonly setCookies: readonly string[];
}

interface Options {
  readonly auth: Auth;
  readonly db: Db;
  readonly now: () => Date;
  /** Revocation is felt within this time in every process; at once in the one that revoked. */
  readonly rememberedMs?: number;
}

const mostRemembered = 5_000;
const nobody: Answer = { caller: null, setCookies: [] };

export function createActors({ auth, db, now, rememberedMs = 3_000 }: Options) {
  const remembered = new Map<string, { caller: Caller; untilMs: number }>();
  /** Many requests of one page at once ask only once. */
  const underWay = new Map<string, Promise<Answer>>();
  let generation = 0;

  function remember(key: string, caller: Caller): void {
    if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
    remembered.set(key, { caller, untilMs: now().getTime() + rememberedMs });
  }

  /** Who it is, when that was found out a moment ago. */
  function recall(headers: IncomingHttpHeaders): Caller | null {
    const key = credentialKey(headers);
    const found = key ? remembered.get(key) : undefined;
    if (!found) return null;
    if (found.untilMs > now().getTime()) return found.caller;
    remembered.delete(key ?? '');
    return null;
  }

  async function find(headers: IncomingHttpHeaders): Promise<Answer> {
    const key = credentialKey(headers);
    if (key === null) return nobody;
    const known = recall(headers);
    if (known) return { caller: known, setCookies: [] };
    const looking = underWay.get(key) ?? lookUp(key, headers).finally(() => underWay.delete(key));
    underWay.set(key, looking);
    return looking;
  }

  async function lookUp(key: string, headers: IncomingHttpHeaders): Promise<Answer> {
    const asked = generation;
    const apiKey = headers['x-api-key'];
    const answer = await (typeof apiKey === 'string'
      ? findByApiKey(apiKey)
      : findBySession(headers.cookie ?? '')
    ).catch((error) => tellTrouble(db, error));
    // Somebody was forgotten while we were looking: what was read may be from before.
    if (answer.caller && asked === generation) remember(key, answer.caller);
    return answer;
  }

  async function findByApiKey(key: string): Promise<Answer> {
    const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
    // better-auth calls a key invalid also when it could not look: a program that is told so would not try again.
    if (!valid && (await isGoodKey(key))) throw new AppError('unavailable');
    const caller = valid && found ? await callerOf(found.referenceId, 'api-key') : null;
    return { caller, setCookies: [] };
  }

  async function isGoodKey(key: string): Promise<boolean> {
    const row = await db
      .selectFrom('api_keys')
      .select('expires_at')
      .where('key', '=', await defaultKeyHasher(key))
      .where('enabled', '=', true)
      .executeTakeFirst();
    return row !== undefined && (row.expires_at === null || row.expires_at > now());
  }

  async function findBySession(cookie: string): Promise<Answer> {
    const asked = auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
    const { headers, response } = await asked.catch((error) => {
      throw isAPIError(error) && error.statusCode >= 500 ? new AppError('unavailable') : error;
    });
    const caller = response ? await callerOf(response.user.id, 'session') : null;
    return { caller, setCookies: headers.getSetCookie() };
  }

  async function callerOf(userId: string, by: Caller['by']): Promise<Caller | null> {
    const user = await db
      .selectFrom('users')
      .select(['id', 'role', 'party_id'])
      .where('id', '=', userId)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!user) return null;
    const role = user.role === 'owner' ? 'owner' : 'member';
    const via = by === 'session' ? 'web' : 'api';
    return { by, actor: { kind: 'user', userId: user.id, role, partyId: user.party_id, via } };
  }

  function forget(userId: string): void {
    generation += 1;
    underWay.clear();
    for (const [key, { caller }] of remembered) if (caller.actor.userId === userId) remembered.delete(key);
  }

  /** After a sign-out or a change of password: whoever sent these. */
  function forgetCredentials(headers: IncomingHttpHeaders): void {
    const caller = recall(headers);
    if (caller) forget(caller.actor.userId);
  }

  return { find, recall, forget, forgetCredentials };
}
export type Actors = ReturnType<typeof createActors>;

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?hecht\.session_token=([^;]+)/;

/** Null: nothing was shown at all. An API key goes before a cookie. */
function credentialKey(headers: IncomingHttpHeaders): string | null {
  const apiKey = headers['x-api-key'];
  if (typeof apiKey === 'string' && apiKey !== '') return `k${createHash('sha256').update(apiKey).digest('base64url')}`;
  const token = sessionCookie.exec(headers.cookie ?? '')?.[1];
  return token ? `s${createHash('sha256').update(token).digest('base64url')}` : null;
}

/** The session a cookie names, without its signature; whether it holds is for `find` to say. */
export function sessionTokenOf(headers: IncomingHttpHeaders): string | null {
  const signed = sessionCookie.exec(headers.cookie ?? '')?.[1];
  return signed === undefined ? null : (signed.split(/\.|%2E/i, 1)[0] ?? null);
}
