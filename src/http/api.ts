/** The contract on Fastify: match, who asks, validate, call one service, strip, answer. One body shape for every error. */
import { StandardOpenAPIHandler } from '@orpc/openapi/standard';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';
import type { Actors } from './actors.ts';
import { answerError } from './error-body.ts';
import { letIn, originsOf, refuseForeignPage } from './let-in.ts';
import { routeMeta } from './route-meta.ts';
import { type CallContext, createRouter } from './router.ts';
import type { ContextFor, HttpSettings } from './settings.ts';

interface Options {
  readonly actors: Actors;
  readonly contextFor: ContextFor;
  readonly settings: HttpSettings;
}

export function serveApi(app: FastifyInstance, { actors, contextFor, settings }: Options): void {
  const origins = originsOf(settings);
  const handler = new StandardOpenAPIHandler<CallContext>(createRouter(contextFor), {
    interceptors: [({ next, context, request }) => next().catch((error) => refusal(error, context, request))],
    clientInterceptors: [
      async ({ next, ...call }) => {
        letIn(routeMeta(call.procedure), call.context.caller);
        return next();
      },
    ],
  });

  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/api/*',
    handler: async (request, reply) => {
      const { caller, setCookies } = await actors.find(request.headers);
      if (setCookies.length > 0) reply.header('set-cookie', setCookies);
      refuseForeignPage(request, caller, origins);
      const result = await handler.handle(standardRequest(request), {
        prefix: '/api',
        context: { caller, requestId: request.id, log: request.log },
      });
      if (!result.matched) throw new AppError('not-found');
      return send(reply, result.response.status, result.response.body);
    },
  });
}

type Handle = StandardOpenAPIHandler<CallContext>['handle'];
type StandardRequest = Parameters<Handle>[0];

/** Only what Fastify has read counts as a body: its limits hold, and a GET has none. */
function standardRequest(request: FastifyRequest): StandardRequest {
  return {
    method: request.method,
    url: new URL(request.url, 'http://hecht.invalid'),
    headers: request.headers,
    body: async () => request.body,
    signal: undefined,
  };
}

async function refusal(error: unknown, context: CallContext, _: StandardRequest) {
  const { status, body } = answerError(error, context.requestId, context.log);
  return { matched: true as const, response: { status, headers: {}, body } };
}

function send(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  if (status === 503) reply.header('retry-after', 5);
  const version = status < 300 && typeof body === 'object' && body !== null && 'version' in body ? body.version : null;
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
  return reply.code(status).header('cache-control', 'no-store').send(body);
}
