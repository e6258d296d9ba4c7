/** So many requests a minute for who is signed in, or else for an address; far fewer for guessing passwords. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';
import type { Actors } from './actors.ts';
import type { HttpSettings } from './settings.ts';

/** Writes that open something by guessing. */
const guessable = new Set(['/api/auth/sign-in/email', '/api/setup', '/api/auth/change-password']);

/** Only who is refused is told when to come back. */
const quiet = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false } as const;

export async function limitRates(app: FastifyInstance, actors: Actors, settings: HttpSettings): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    cache: 20_000,
    keyGenerator: (request) => actors.recall(request.headers)?.actor.userId ?? request.ip,
    allowList: (request) => request.url.startsWith('/health/'),
    errorResponseBuilder: () => new AppError('too-many'),
    addHeaders: quiet,
    addHeadersOnExceeding: quiet,
  });
  const countGuess = app.createRateLimit({
    max: settings.signInsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => `${request.ip} ${triedAccount(request)}`,
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || !guessable.has(request.url.split('?', 1)[0] ?? '')) return;
    const counted = await countGuess(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.header('retry-after', counted.ttlInSeconds);
    throw new AppError('too-many');
  });
}

/** Per account, so that one colleague's typing mistakes do not lock out an office behind one address. */
function triedAccount({ body }: FastifyRequest): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : '';
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}
