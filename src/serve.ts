/** `npm start`: opens the house with its door and its jobs, and closes it again in that order. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { closeServer } from '#http/close-server.ts';
import { buildServer } from '#http/server.ts';
import { defaultLimits } from '#http/settings.ts';
import { type DropDoor, openDropDoor } from '#incoming/drop-server.ts';
import { systemActor } from '#services/context.ts';
import { getFirstRunToken } from '#services/setup.ts';
import { readConfig } from './config.ts';
import { type House, openHouse } from './house.ts';
import { waitForPort } from './wait-for-port.ts';

const drainMs = 10_000;

interface Voice {
  /** What a person waits for, on standard output. */
  readonly say: (line: string) => void;
  readonly log: (message: string, error?: unknown) => void;
}

export async function serve({ say, log }: Voice): Promise<void> {
  const config = readConfig();
  if (config.roles.includes('web')) await waitForPort(config);
  const house = await openHouse({ config, log, isPatient: false });
  let server: FastifyInstance | null = null;
  let dropDoor: DropDoor | null = null;
  stopOnSignal(log, async () => {
    // First no new requests, then no new jobs, then the database.
    await dropDoor?.close();
    if (server) await closeServer(server);
    await house.close();
  });
  if (config.roles.includes('web')) {
    server = await openDoor(house);
    await server.listen({ port: config.port, host: config.host });
  }
  if (config.drop && config.roles.includes('web')) {
    dropDoor = await openDropDoor({ settings: config.drop, ctx: house.contextFor(systemActor), log });
  }
  if (config.roles.includes('jobs')) await house.work();
  if (server === null) return say('Hecht does its jobs.');
  say(`Hecht is open at ${config.publicUrl}`);
  const token = await getFirstRunToken(house.db);
  if (token) say(`First run: ${config.publicUrl}/setup?token=${token}`);
}

function openDoor({ config, ...house }: House): Promise<FastifyInstance> {
  const logLevel = config.logLevel === 'fatal' ? 'error' : config.logLevel;
  const { publicUrl, trustedProxies, requestsPerMinute, uploadLimitBytes: uploadMaxBytes } = config;
  const { uploadFolder, otherOrigins } = house;
  const limits = { ...defaultLimits, requestsPerMinute, uploadMaxBytes };
  const webFolder = fileURLToPath(new URL('../dist/web', import.meta.url));
  mkdirSync(webFolder, { recursive: true });
  return buildServer({
    ...house,
    settings: { ...limits, publicUrl, otherOrigins, webFolder, uploadFolder, trustedProxies, logLevel },
  });
}

/** A second signal within a second is the same Ctrl-C, passed on by npm; a later one is impatience. */
function stopOnSignal(log: Voice['log'], stop: () => Promise<void>): void {
  let firstAtMs: number | undefined;
  const onSignal = () => {
    if (firstAtMs !== undefined) return void (Date.now() - firstAtMs > 1_000 && process.exit(130));
    firstAtMs = Date.now();
    setTimeout(() => process.exit(1), drainMs).unref();
    stop().then(
      () => process.exit(0),
      (problem) => {
        log('Hecht did not stop cleanly', problem);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
