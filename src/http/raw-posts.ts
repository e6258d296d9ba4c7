/** Messages of other programs, taken in as the bytes they are: counted by who is meant, and by who guesses. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';
import { bodyMaxBytes } from './body-limits.ts';

interface RawPost {
  readonly path: string;
  /** In the names of its counters. */
  readonly name: string;
  readonly messagesPerMinute: number;
  /** Whom it is meant for, as far as the address says. */
  readonly keyOf: (request: FastifyRequest) => string;
  /** Throws not-found for what nobody should know of: then it counts as a guess. */
  readonly take: (message: { key: string; body: Buffer; header: (name: string) => string | null }) => Promise<object>;
}

/** Whoever tries addresses or signatures that are none is guessing. */
const guessesPerMinute = 30;

export function serveRawPost(app: FastifyInstance, { path, name, messagesPerMinute, keyOf, take }: RawPost): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const keep = async (_: FastifyRequest, body: Buffer) => body;
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: bodyMaxBytes }, keep);
    const limit = (max: number, keyGenerator: (request: FastifyRequest) => string) =>
      app.createRateLimit({ max, timeWindow: 60_000, keyGenerator });
    const countMessage = limit(messagesPerMinute, (request) => `${name} ${keyOf(request)}`);
    const countGuess = limit(guessesPerMinute, (request) => `${name} guess ${request.ip}`);
    scope.post(path, async (request, reply) => {
      const slowDown = async (count: typeof countMessage) => {
        const counted = await count(request);
        if (counted.isAllowed || !counted.isExceeded) return;
        reply.header('retry-after', counted.ttlInSeconds);
        throw new AppError('too-many');
      };
      await slowDown(countMessage);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const header = (asked: string) => {
        const value = request.headers[asked];
        return typeof value === 'string' ? value : null;
      };
      try {
        return await take({ key: keyOf(request), body, header });
      } catch (error) {
        if (error instanceof AppError && error.code === 'not-found') await slowDown(countGuess);
        throw error;
      }
    });
  });
}
