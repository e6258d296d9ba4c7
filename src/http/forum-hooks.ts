/** Where a Discourse forum says that something happened: signed with the key by which it is read. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';
import { hearForum } from '#services/connections/hear-forum.ts';
import { systemActor } from '#services/context.ts';
import { bodyMaxBytes } from './body-limits.ts';
import type { ContextFor } from './settings.ts';

const messagesPerMinute = 120;
/** Whoever tries signatures is guessing. */
const guessesPerMinute = 30;

export function serveForumHooks(app: FastifyInstance, { contextFor }: { contextFor: ContextFor }): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const keep = async (_: FastifyRequest, body: Buffer) => body;
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: bodyMaxBytes }, keep);
    const limit = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
      app.createRateLimit({ max, timeWindow: 60_000, keyGenerator });
    const countMessage = limit(messagesPerMinute, (request) => `forum ${idOf(request)}`);
    const countGuess = limit(guessesPerMinute, (request) => `forum guess ${request.ip}`);
    scope.post<{ Params: { connectionId: string } }>('/api/connections/:connectionId/told', async (request, reply) => {
      const slowDown = async (count: typeof countMessage) => {
        const counted = await count(request);
        if (counted.isAllowed || !counted.isExceeded) return;
        reply.header('retry-after', counted.ttlInSeconds);
        throw new AppError('too-many');
      };
      await slowDown(countMessage);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const header = request.headers['x-discourse-event-signature'];
      const signature = typeof header === 'string' ? header : '';
      try {
        return await hearForum(contextFor(systemActor), { connectionId: idOf(request), body, signature });
      } catch (error) {
        if (error instanceof AppError && error.code === 'not-found') await slowDown(countGuess);
        throw error;
      }
    });
  });
}

const nobody = '00000000-0000-0000-0000-000000000000';

function idOf(request: FastifyRequest): string {
  const { connectionId = '' } = request.params as { connectionId?: string };
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(connectionId) ? connectionId : nobody;
}
