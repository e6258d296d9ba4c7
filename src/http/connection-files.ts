/** What a connection could not read, as it came in, for who may look at it. */
import type { FastifyInstance } from 'fastify';
import { AppError } from '#services/app-error.ts';
import { getFailureRaw } from '#services/connections/get-connection.ts';
import type { Actors } from './actors.ts';
import { knownId } from './known-id.ts';
import type { ContextFor } from './settings.ts';

interface Options {
  readonly actors: Actors;
  readonly contextFor: ContextFor;
}

interface Asked {
  Params: { connectionId: string };
  Querystring: { place?: unknown; position?: unknown };
}

export function serveConnectionFiles(app: FastifyInstance, { actors, contextFor }: Options): void {
  app.get<Asked>('/api/connections/:connectionId/failures/raw', async (request, reply) => {
    const { caller } = await actors.find(request.headers);
    if (caller === null) throw new AppError('not-signed-in');
    const { place, position } = request.query;
    if (typeof place !== 'string' || typeof position !== 'string') throw new AppError('not-found');
    const connectionId = knownId(request.params.connectionId);
    const raw = await getFailureRaw(contextFor(caller.actor), { connectionId, place, position });
    return reply
      .header('content-disposition', 'attachment; filename="item.bin"')
      .header('cache-control', 'no-store')
      .type('application/octet-stream')
      .send(raw);
  });
}
