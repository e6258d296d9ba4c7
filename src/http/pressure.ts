/** When the process cannot keep up it says so at once, rather than letting everybody wait. */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#services/app-error.ts';

export async function watchPressure(app: FastifyInstance): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: 3_000,
    retryAfter: 5,
    pressureHandler: (request, reply) => {
      // A page whose files were refused stays broken; its questions may wait.
      if (!request.url.startsWith('/api/')) return;
      reply.header('retry-after', 5);
      throw new AppError('unavailable');
    },
  });
}
