import type { FastifyInstance } from 'fastify';

const everyMs = 100;

/** Lets every request that came in finish; a connection that is kept open for a next one goes as soon as it is idle. */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), everyMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
