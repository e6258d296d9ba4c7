/** Where a Discourse forum says that something happened: signed with the key by which it is read. */
import type { FastifyInstance } from 'fastify';
import { hearForum } from '#services/connections/hear-forum.ts';
import { systemActor } from '#services/context.ts';
import { serveRawPost } from './raw-posts.ts';
import type { ContextFor } from './settings.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

export function serveForumHooks(app: FastifyInstance, { contextFor }: { contextFor: ContextFor }): void {
  serveRawPost(app, {
    path: '/api/connections/:connectionId/told',
    name: 'forum',
    messagesPerMinute: 120,
    keyOf: (request) => {
      const { connectionId = '' } = request.params as { connectionId?: string };
      return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(connectionId) ? connectionId : nobody;
    },
    take: ({ key: connectionId, body, header }) => {
      const signature = header('x-discourse-event-signature') ?? '';
      return hearForum(contextFor(systemActor), { connectionId, body, signature });
    },
  });
}
