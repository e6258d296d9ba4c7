/** To a provider for a permission, and back: both in the same session. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { oauthStart } from '#contract/oauth.ts';
import { AppError } from '#services/app-error.ts';
import { finishPermission, startPermission } from '#services/connections/oauth.ts';
import { type Actors, sessionTokenOf } from './actors.ts';
import { listProblems } from './input-problems.ts';
import { letIn, originsOf, refuseForeignPage } from './let-in.ts';
import type { ContextFor, HttpSettings } from './settings.ts';

interface Options {
  readonly actors: Actors;
  readonly contextFor: ContextFor;
  readonly settings: HttpSettings;
}

export function serveOAuth(app: FastifyInstance, { actors, contextFor, settings }: Options): void {
  const enter = async (request: FastifyRequest) => {
    const { caller } = await actors.find(request.headers);
    letIn({ access: 'user' }, caller);
    const session = sessionTokenOf(request.headers);
    // A permission is given by a person in a browser.
    if (caller?.by !== 'session' || session === null) throw new AppError('not-allowed');
    return { caller, session, ctx: contextFor(caller.actor) };
  };

  app.post('/api/oauth/start', async (request, reply) => {
    const { caller, session, ctx } = await enter(request);
    refuseForeignPage(request, caller, originsOf(settings));
    const wanted = oauthStart.safeParse(request.body);
    if (!wanted.success) throw new AppError('bad-input', { problems: listProblems(wanted.error.issues) });
    return reply.header('cache-control', 'no-store').send(await startPermission(ctx, { session, wanted: wanted.data }));
  });

  app.get('/api/oauth/callback', async (request, reply) => {
    const { session, ctx } = await enter(request);
    const { searchParams: query } = new URL(request.url, settings.publicUrl);
    const { outcome, connectionId, problem } = await finishPermission(ctx, { session, query });
    const back = new URL('/connections', settings.publicUrl);
    back.searchParams.set('permission', outcome);
    if (connectionId) back.searchParams.set('connection', connectionId);
    if (problem) back.searchParams.set('problem', problem);
    // The code stands in this address: it goes no further.
    return reply
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .redirect(`${back.pathname}${back.search}`, 303);
  });
}
