/** Builds the service worker into a folder of built pages, with the list of those pages' files. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { checkout } from './checkout.ts';

/** Letters of other alphabets are fetched when a name asks for them. */
const spareFonts = /-(cyrillic|greek|vietnamese|latin-ext)[^/]*\.woff2$/;

export async function buildWorker(folder: string): Promise<void> {
  const { first, rest } = listFiles(folder);
  const version = hashFiles(folder, [...first, ...rest]);
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __BUILD__: JSON.stringify({ version, first, rest }) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(checkout, 'src/web/worker/worker.ts'),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'sw.js',
      },
    },
  });
}

function listFiles(folder: string): { first: string[]; rest: string[] } {
  const all = globSync('**/*.{js,css,woff2,svg,png,webmanifest}', { cwd: folder })
    .map((file) => `/${file}`)
    .filter((path) => path !== '/sw.js')
    .sort();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const first = all.filter((path) => page.includes(`"${path}"`));
  const rest = all.filter((path) => !first.includes(path) && path.startsWith('/assets/') && !spareFonts.test(path));
  return { first, rest };
}

function hashFiles(folder: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of ['/index.html', ...paths]) hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest('hex').slice(0, 12);
}
