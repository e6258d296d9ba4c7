/** `npm run dev`: pages and server reload as files change, on the demo firm, in a data folder of its own. */
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { openDatabase } from '#database/open-database.ts';
import { spawnOwn } from '#test/own-process.ts';
import { readConfig } from '../src/config.ts';
import { checkout } from './checkout.ts';
import { moveInDemoFirm } from './dev-demo.ts';

const program = join(checkout, 'src/main.ts');
const config = readConfig({ ...process.env, HECHT_DATA: process.env.HECHT_DATA || '.hecht/dev' });
const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log: console.error });
const apiPort = config.port + 1;
const env = {
  ...process.env,
  PORT: String(apiPort),
  HECHT_DATA: config.dataDir,
  DATABASE_URL: database.url,
  PUBLIC_URL: config.publicUrl,
};

const login = await moveInDemoFirm(program, env);
const server = spawnOwn(process.execPath, ['--watch', '--watch-preserve-output', program], { env, stdio: 'inherit' });
const pages = await openPages();
console.log(`\nHecht in development: ${config.publicUrl}\nSign in as ${login.email} with "${login.password}".\n`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

async function openPages(): Promise<ViteDevServer> {
  const vite = await createServer({
    configFile: join(checkout, 'vite.config.ts'),
    root: join(checkout, 'src/web'),
    server: {
      port: config.port,
      host: config.host,
      strictPort: true,
      // The pages have a folder api/ of their own, whose modules are Vite's to serve.
      proxy: {
        '^/api/(?!.*\\.tsx?(\\?|$))': `http://127.0.0.1:${apiPort}`,
        '/health': `http://127.0.0.1:${apiPort}`,
        // Public pages, behind secret links.
        '^/[mv]/': `http://127.0.0.1:${apiPort}`,
      },
    },
  });
  return vite.listen();
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await pages.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  await database.stop();
  process.exit(0);
}
