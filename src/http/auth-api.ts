/** better-auth at /api/auth: only the routes of the table, with our body shape for errors. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '#contract/errors.ts';
import { AppError } from '#services/app-error.ts';
import type { Db } from '#store/database.ts';
import type { Actors } from './actors.ts';
import type { Auth } from './auth.ts';
import { authRoutes } from './auth-routes.ts';
import { tellTrouble } from './auth-trouble.ts';
import { letIn, originsOf, refuseForeignPage } from './let-in.ts';
import type { HttpSettings } from './settings.ts';

interface Options {
  readonly auth: Auth;
  readonly db: Db;
  readonly actors: Actors;
  readonly settings: HttpSettings;
}

export function serveAuth(app: FastifyInstance, { auth, db, actors, settings }: Options): void {
  const [origins, { publicUrl }] = [originsOf(settings), settings];
  for (const { method, path, access } of authRoutes) {
    app.route({
      method,
      url: `/api/auth${path}`,
      handler: async (request, reply) => {
        // A key opens the API; what an account is made of asks for a person who signed in.
        const caller = request.headers['x-api-key'] === undefined ? (await actors.find(request.headers)).caller : null;
        letIn({ access }, caller);
        refuseForeignPage(request, caller, origins);
        const answer = await auth.handler(toFetchRequest(request, publicUrl));
        if (method === 'POST') actors.forgetCredentials(request.headers);
        if (answer.status >= 500) await tellTrouble(db, new Error(`better-auth answered ${answer.status} to ${path}`));
        return send(reply, answer, path);
      },
    });
  }
  app.all('/api/auth/*', async () => {
    throw new AppError('not-found');
  });
}

const passedOn = ['cookie', 'origin', 'referer', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

function toFetchRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  // No browser: a program that holds the cookie itself. Browsers name their page with every POST.
  if (!headers.has('origin') && !headers.has('sec-fetch-site')) headers.set('origin', new URL(publicUrl).origin);
  if (request.method === 'GET') return new Request(new URL(request.url, publicUrl), { headers });
  headers.set('content-type', 'application/json');
  const body = JSON.stringify(request.body ?? {});
  return new Request(new URL(request.url, publicUrl), { method: 'POST', headers, body });
}

async function send(reply: FastifyReply, answer: Response, path: string): Promise<FastifyReply> {
  const text = await answer.text();
  if (!answer.ok) throw refusal(answer.status, path, text);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(text === '' ? 'null' : text);
}

function refusal(status: number, path: string, text: string): AppError {
  const said = readSaid(text);
  const problems = said ? [{ path: 'body', ...said }] : [];
  return new AppError(codeOf(status, path, said?.code ?? ''), { problems });
}

function codeOf(status: number, path: string, said: string): ErrorCode {
  if (said === 'invalid-email-or-password' || said === 'invalid-password') return 'wrong-password';
  if (path === '/sign-in/email' && status === 401) return 'wrong-password';
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many';
  return status < 500 ? 'bad-input' : 'internal';
}

function readSaid(text: string): { code: string; message: string } | null {
  try {
    const { code, message } = JSON.parse(text) as { code?: unknown; message?: unknown };
    const spelled = typeof code === 'string' ? code.toLowerCase().replaceAll('_', '-') : 'refused';
    return { code: spelled, message: typeof message === 'string' ? message : spelled };
  } catch {
    return null;
  }
}
