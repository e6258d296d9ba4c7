/** Where other programs write to: a secret address, the message as it is, a fast answer. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';
import { systemActor } from '#services/context.ts';
import { receiveDelivery } from '#services/hooks/receive-delivery.ts';
import { bodyMaxBytes } from './body-limits.ts';
import type { ContextFor } from './settings.ts';

/** A shop on a busy day; it is asked to come back later, and does. */
const messagesPerMinute = 600;
/** Whoever tries addresses that are none is guessing. */
const guessesPerMinute = 30;

export function serveHooks(app: FastifyInstance, { contextFor }: { contextFor: ContextFor }): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: bodyMaxBytes },
      async (_: FastifyRequest, body: Buffer) => body,
    );
    const limit = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
      app.createRateLimit({ max, timeWindow: 60_000, keyGenerator });
    const countMessage = limit(messagesPerMinute, (request) => `hook ${tokenOf(request)}`);
    const countGuess = limit(guessesPerMinute, (request) => `hook guess ${request.ip}`);
    scope.post<{ Params: { token: string } }>('/api/hooks/:token', async (request, reply) => {
      const slowDown = async (count: typeof countMessage) => {
        const counted = await count(request);
        if (counted.isAllowed || !counted.isExceeded) return;
        reply.header('retry-after', counted.ttlInSeconds);
        throw new AppError('too-many');
      };
      await slowDown(countMessage);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const header = (name: string) => {
        const value = request.headers[name];
        return typeof value === 'string' ? value : null;
      };
      const contentType = header('content-type') ?? '';
      try {
        await receiveDelivery(contextFor(systemActor), { token: tokenOf(request), body, contentType, header });
      } catch (error) {
        if (error instanceof AppError && error.code === 'not-found') await slowDown(countGuess);
        throw error;
      }
      return { received: true };
    });
  });
}

function tokenOf(request: FastifyRequest): string {
  const { token = '' } = request.params as { token?: string };
  return /^[\w-]{43}$/.test(token) ? token : '';
}
