/** Where other programs write to: a secret address, the message as it is, a fast answer. */
import type { FastifyInstance } from 'fastify';
import { systemActor } from '#services/context.ts';
import { receiveDelivery } from '#services/hooks/receive-delivery.ts';
import { serveRawPost } from './raw-posts.ts';
import type { ContextFor } from './settings.ts';

export function serveHooks(app: FastifyInstance, { contextFor }: { contextFor: ContextFor }): void {
  serveRawPost(app, {
    path: '/api/hooks/:token',
    name: 'hook',
    // A shop on a busy day; it is asked to come back later, and does.
    messagesPerMinute: 600,
    keyOf: (request) => {
      const { token = '' } = request.params as { token?: string };
      return /^[\w-]{43}$/.test(token) ? token : '';
    },
    take: async ({ key: token, body, header }) => {
      const contentType = header('content-type') ?? '';
      await receiveDelivery(contextFor(systemActor), { token, body, contentType, header });
      return { received: true };
    },
  });
}
