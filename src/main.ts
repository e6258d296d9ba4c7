/** The only place that wires rooms together: database, migrations, then the doors. */
import { createServer } from 'node:http';
import { openDatabase } from '#database/open-database.ts';
import { migrate } from '#store/migrate.ts';
import { readConfig } from './config.ts';

const drainMs = 10_000;

try {
  await main();
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
  const log = (line: string) => console.error(line);
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log });
  const server = createServer((_request, response) => response.end('Hecht'));
  stopOnSignal(async () => {
    await new Promise((resolve) => server.close(resolve));
    await database.stop();
  });
  await migrate(database.url);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: config.port, host: config.host }, resolve);
  });
  console.log(`Hecht is open at ${config.publicUrl}`);
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
