/** Opens the house: the database, its door, its jobs; and closes it in that order the other way round. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { runCommand } from '#cli/run-command.ts';
import { buildServer } from '#http/server.ts';
import { defaultLimits } from '#http/settings.ts';
import { getFirstRunToken } from '#services/setup.ts';
import { readConfig } from './config.ts';
import { type House, openHouse } from './house.ts';
import { waitForPort } from './wait-for-port.ts';

const drainMs = 10_000;

try {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'hecht') process.exitCode = await runCommand(rest, openTools);
  else await main();
} catch (problem) {
  console.error(explain(problem));
  process.exit(1);
}

function explain(problem: unknown): unknown {
  if (!(problem instanceof Error)) return problem;
  const { code, port } = problem as NodeJS.ErrnoException & { port?: number };
  if (code !== 'EADDRINUSE') return problem.message;
  return `Port ${port} is taken. Is Hecht already running? Otherwise start it with another one: PORT=${Number(port) + 1} npm start`;
}

async function main(): Promise<void> {
  const config = readConfig();
  if (config.roles.includes('web')) await waitForPort(config);
  const house = await openHouse({ config, log, isPatient: false });
  let server: FastifyInstance | null = null;
  stopOnSignal(async () => {
    // First no new requests, then no new jobs, then the database.
    await server?.close();
    await house.close();
  });
  if (config.roles.includes('web')) {
    server = await openDoor(house);
    await server.listen({ port: config.port, host: config.host });
  }
  if (config.roles.includes('jobs')) await house.work();
  if (server === null) return console.log('Hecht does its jobs.');
  console.log(`Hecht is open at ${config.publicUrl}`);
  const token = await getFirstRunToken(house.db);
  if (token) console.log(`First run: ${config.publicUrl}/setup?token=${token}`);
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

/** The command line works in the same house: its own process, the same database. */
async function openTools() {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => (stop.signal.aborted ? process.exit(130) : stop.abort()));
  }
  const house = await openHouse({ config: readConfig(process.env, []), log, isPatient: true });
  const { db, databaseUrl, contextFor, auth, config } = house;
  const makeApiKey = async ({ userId, name }: { userId: string; name: string }) =>
    (await auth.api.createApiKey({ body: { userId, name } })).key;
  const say = (line: string) => console.log(line);
  const [{ dataDir, publicUrl }, signal] = [config, stop.signal];
  return {
    tools: { db, databaseUrl, dataDir, publicUrl, contextFor, makeApiKey, say, tell: log, signal },
    close: house.close,
  };
}

function log(message: string, error?: unknown): void {
  console.error(message, ...(error === undefined ? [] : [error]));
}

/** A second signal within a second is the same Ctrl-C, passed on by npm; a later one is impatience. */
function stopOnSignal(stop: () => Promise<void>): void {
  let firstAtMs: number | undefined;
  const onSignal = () => {
    if (firstAtMs !== undefined) return void (Date.now() - firstAtMs > 1_000 && process.exit(130));
    firstAtMs = Date.now();
    setTimeout(() => process.exit(1), drainMs).unref();
    stop().then(
      () => process.exit(0),
      (problem) => {
        console.error(problem);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
