/** Signing in at a personal data server of the AT Protocol, and asking it with the session that gives. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { ApiRefusal, type Asked, askJson } from '../web-api/ask-json.ts';

type Account = Reach<'bluesky'>;

const answer = z.object({
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  did: z.string().regex(/^did:[a-z]+:\S+$/),
  handle: z.string(),
  didDoc: z
    .object({ service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() })).default([]) })
    .optional()
    .catch(undefined),
  active: z.boolean().optional(),
});

export interface Session {
  readonly did: string;
  readonly handle: string;
  readonly accessJwt: string;
  readonly refreshJwt: string;
  /** Where the account lives, which need not be where it signed in. */
  readonly home: string;
}

/** A server lets an account sign in some hundred times a day, and we read more often: sessions last, in memory only. */
const sessions = new Map<string, Session>();
const mostSessions = 500;

export interface Query<Answer> {
  readonly method: string;
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  readonly schema: z.ZodType<Answer>;
  readonly place?: string;
}

export async function openSession(reach: Account): Promise<Session> {
  const known = sessions.get(nameOf(reach));
  return known ?? signIn(reach);
}

/** Asks as the account; a session that ended is renewed once. */
export async function query<Answer>(reach: Account, { method, params, schema, place }: Query<Answer>): Promise<Answer> {
  const ask = (session: Session) => {
    const url = new URL(`/xrpc/${method}`, session.home);
    for (const [name, value] of Object.entries(params)) {
      for (const one of typeof value === 'string' ? [value] : value) url.searchParams.append(name, one);
    }
    return askJson(reach, {
      url,
      schema,
      headers: bearer(session.accessJwt),
      ...(place === undefined ? {} : { place }),
    });
  };
  const session = await openSession(reach);
  try {
    return await ask(session);
  } catch (error) {
    if (!hasEnded(error)) throw error;
    sessions.delete(nameOf(reach));
    return ask((await renew(reach, session)) ?? (await signIn(reach)));
  }
}

async function signIn(reach: Account): Promise<Session> {
  const { settings, secret } = reach;
  if (secret?.type !== 'password') throw new ReaderProblem('wrong-password');
  const identifier = settings.handle.replace(/^@/, '');
  return remember(reach, {
    url: new URL('/xrpc/com.atproto.server.createSession', settings.server),
    method: 'POST',
    body: { identifier, password: secret.password },
    schema: answer,
  });
}

/** Null: the session cannot be renewed any more. */
async function renew(reach: Account, session: Session): Promise<Session | null> {
  try {
    return await remember(reach, {
      url: new URL('/xrpc/com.atproto.server.refreshSession', reach.settings.server),
      method: 'POST',
      headers: bearer(session.refreshJwt),
      schema: answer,
    });
  } catch (error) {
    if (hasEnded(error)) return null;
    throw error;
  }
}

async function remember(reach: Account, asked: Asked<z.infer<typeof answer>>): Promise<Session> {
  const { did, handle, accessJwt, refreshJwt, didDoc, active } = await askJson(reach, asked);
  // Suspended or taken down: it can sign in, but nothing is there.
  if (active === false) throw new ReaderProblem('not-allowed');
  const home = didDoc?.service.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint;
  const isAddress = typeof home === 'string' && URL.canParse(home);
  const session = { did, handle, accessJwt, refreshJwt, home: isAddress ? home : reach.settings.server };
  if (sessions.size >= mostSessions) sessions.clear();
  sessions.set(nameOf(reach), session);
  return session;
}

function hasEnded(error: unknown): boolean {
  return (
    error instanceof ApiRefusal &&
    (error.status === 401 || error.code === 'ExpiredToken' || error.code === 'InvalidToken')
  );
}

function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** Another password is another session: one that was mended is tried, not remembered. */
function nameOf({ settings, secret }: Account): string {
  const password = secret?.type === 'password' ? secret.password : '';
  return createHash('sha256')
    .update(JSON.stringify([settings.server, settings.handle, password]))
    .digest('base64');
}
