/** Live: the process answers. Ready: and it can reach its database. */
import type { FastifyInstance } from 'fastify';
import type { Db } from '#store/database.ts';

const mostWaitMs = 2_000;

export function serveHealth(app: FastifyInstance, db: Db): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_, reply) => {
    const ready = await reaches(db);
    if (!ready) reply.code(503).header('retry-after', 5);
    return { ready };
  });
}

async function reaches(db: Db): Promise<boolean> {
  const asked = db
    .selectNoFrom(({ lit }) => lit(1).as('one'))
    .execute()
    .then(
      () => true,
      () => false,
    );
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, mostWaitMs, false).unref());
  return Promise.race([asked, late]);
}
