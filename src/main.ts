/** One program: the server, or `hecht COMMAND`. Each loads only what it needs. */
import { readConfig } from './config.ts';

try {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'hecht') {
    const { runCommand } = await import('#cli/run-command.ts');
    process.exitCode = await runCommand(rest, openTools);
  } else {
    const { serve } = await import('./serve.ts');
    await serve({ say, log });
  }
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

/** The command line works in the same house: its own process, the same database. */
async function openTools() {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => (stop.signal.aborted ? process.exit(130) : stop.abort()));
  }
  const { openHouse } = await import('./house.ts');
  const house = await openHouse({ config: readConfig(process.env, []), log, isPatient: true });
  const { db, databaseUrl, contextFor, auth, config } = house;
  const makeApiKey = async ({ userId, name }: { userId: string; name: string }) =>
    (await auth.api.createApiKey({ body: { userId, name } })).key;
  const [{ dataDir, publicUrl }, signal] = [config, stop.signal];
  return {
    tools: { db, databaseUrl, dataDir, publicUrl, contextFor, makeApiKey, say, tell: log, signal },
    close: house.close,
  };
}

function say(line: string): void {
  console.log(line);
}

function log(message: string, error?: unknown): void {
  console.error(message, ...(error === undefined ? [] : [error]));
}
