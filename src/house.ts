/** Wires the rooms together once, for the server and for the command line: what every door is lent. */

import { join } from 'node:path';
import { connectors, suggestOwnAddresses } from '#connectors/registry.ts';
import { openDatabase as openServer } from '#database/open-database.ts';
import { loadDemo, removeDemo } from '#demo/load-demo.ts';
import { createAccounts } from '#http/accounts.ts';
import { type Actors, createActors } from '#http/actors.ts';
import { type Auth, createAuth } from '#http/auth.ts';
import { removeUploads, uploadPath } from '#http/upload-path.ts';
import { createHandlers } from '#jobs/handlers.ts';
import { type Jobs, openJobs } from '#jobs/open-jobs.ts';
import type { Actor, Context, Ports } from '#services/context.ts';
import { type Db, openDatabase } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import type { Config } from './config.ts';
import { ownOrigins } from './own-origins.ts';
import { readSecret } from './secret.ts';

export interface House {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly db: Db;
  readonly auth: Auth;
  readonly actors: Actors;
  readonly jobs: Jobs;
  readonly uploadFolder: string;
  readonly otherOrigins: readonly string[];
  readonly contextFor: (actor: Actor) => Context;
  /** Begins to do what was left for later. */
  work(): Promise<void>;
  close(): Promise<void>;
}

export async function openHouse(config: Config, log: (message: string, error?: unknown) => void): Promise<House> {
  const server = await openServer({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log });
  await migrate(server.url);
  const db = openDatabase({ url: server.url, maxConnections: config.databasePoolSize });
  const otherOrigins = ownOrigins(config);
  const secret = config.secret ?? readSecret(config.dataDir);
  const auth = createAuth({ db, secret, publicUrl: config.publicUrl, otherOrigins, log: (_, message) => log(message) });
  const now = () => new Date();
  const actors = createActors({ auth, db, now });
  const jobs = await openJobs({ databaseUrl: server.url, log });
  const uploadFolder = join(config.dataDir, 'uploads');
  const ports: Ports = {
    accounts: createAccounts({ auth, now, forget: actors.forget }),
    connectors,
    suggestOwnAddresses,
    uploadPath: (upload) => uploadPath(uploadFolder, upload),
    removeUploads: (which) => removeUploads(uploadFolder, which),
    demo: { load: (ctx) => loadDemo(ctx, { now: ctx.now() }), remove: removeDemo },
  };
  const contextFor = (actor: Actor): Context => ({ db, actor, now, enqueue: jobs.enqueue, ports });
  return {
    ...{ config, databaseUrl: server.url, db, auth, actors, jobs, uploadFolder, otherOrigins, contextFor },
    work: () => jobs.work({ handlers: createHandlers(contextFor), timeZone: config.timeZone }),
    close: async () => {
      await jobs.stop();
      await db.destroy();
      await server.stop();
    },
  };
}
