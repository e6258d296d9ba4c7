/** Wires the rooms together once, for the server and for the command line: what every door is lent. */

import { join } from 'node:path';
import { createCalendars } from '#connectors/caldav/calendars.ts';
import { dropReader } from '#connectors/drop/drop-reader.ts';
import { createMailOpener } from '#connectors/mail-view/mail-opener.ts';
import { readers } from '#connectors/readers.ts';
import { connectors, suggestOwnAddresses } from '#connectors/registry.ts';
import { openDatabase as openServer } from '#database/open-database.ts';
import { loadDemo, removeDemo } from '#demo/load-demo.ts';
import { createAccounts } from '#http/accounts.ts';
import { type Actors, createActors } from '#http/actors.ts';
import { type Auth, createAuth } from '#http/auth.ts';
import { removeUploads, uploadPath } from '#http/upload-path.ts';
import { createHandlers } from '#jobs/handlers.ts';
import { type Jobs, openJobs } from '#jobs/open-jobs.ts';
import { openOutgoing } from '#outgoing/open-outgoing.ts';
import { watchConnections } from '#services/connections/watch-connections.ts';
import { type Actor, type Context, type Ports, systemActor } from '#services/context.ts';
import { findTimeZone } from '#services/firm.ts';
import { createSeals } from '#services/seals.ts';
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

interface Opening {
  readonly config: Config;
  readonly log: (message: string, error?: unknown) => void;
  /** For what may take longer than a request: jobs and commands. */
  readonly isPatient: boolean;
}

/** A request gives up after 5 s; a job that waits for another's lock does not. */
const patienceMs = 120_000;

export async function openHouse({ config, log, isPatient }: Opening): Promise<House> {
  const server = await openServer({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log });
  await migrate(server.url);
  const longWork = { url: server.url, maxConnections: 6, statementTimeoutMs: patienceMs };
  const patient = openDatabase({ ...longWork, applicationName: 'hecht long work' });
  const db = isPatient ? patient : openDatabase({ url: server.url, maxConnections: config.databasePoolSize });
  const otherOrigins = ownOrigins(config);
  const secret = config.secret ?? readSecret(config.dataDir);
  const auth = createAuth({ db, secret, publicUrl: config.publicUrl, otherOrigins, log: (_, message) => log(message) });
  const now = () => new Date();
  const actors = createActors({ auth, db, now });
  const jobs = await openJobs({ databaseUrl: server.url, works: !isPatient && config.roles.includes('jobs'), log });
  const uploadFolder = join(config.dataDir, 'uploads');
  const ports: Ports = {
    accounts: createAccounts({ auth, now, forget: actors.forget }),
    connectors,
    readers,
    dropAddress: config.drop?.address ?? null,
    dropReader,
    calendars: createCalendars(),
    oauth: config.oauth,
    mailOpener: createMailOpener(),
    suggestOwnAddresses,
    uploadPath: (upload) => uploadPath(uploadFolder, upload),
    fileFolder: join(config.dataDir, 'files'),
    removeUploads: (which) => removeUploads(uploadFolder, which),
    seals: createSeals(secret),
    outgoing: openOutgoing(config),
    demo: { load: (ctx) => loadDemo(ctx, { now: ctx.now() }), remove: removeDemo },
  };
  const contextFor = (actor: Actor): Context => ({ db, actor, now, enqueue: jobs.enqueue, ports });
  const stopping = new AbortController();
  let watching = Promise.resolve();
  const patiently = (actor: Actor): Context => ({ ...contextFor(actor), db: patient });
  return {
    ...{ config, databaseUrl: server.url, db, auth, actors, jobs, uploadFolder, otherOrigins, contextFor },
    work: async () => {
      await jobs.work({
        handlers: createHandlers(patiently),
        findTimeZone: () => findTimeZone(patient, { beforeFirstRun: config.timeZone }),
      });
      watching = watchConnections(patiently(systemActor), stopping.signal);
    },
    close: async () => {
      stopping.abort();
      await watching;
      await jobs.stop();
      await db.destroy();
      if (patient !== db) await patient.destroy();
      await server.stop();
    },
  };
}
