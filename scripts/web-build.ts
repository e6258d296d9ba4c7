import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { checkout } from './checkout.ts';

const built = join(checkout, 'dist/web');
const stamp = join(checkout, 'dist/web-built-from');

/** Builds the pages when anything they are made of has changed since the last time. */
export function buildWebIfStale(tell: (line: string) => void): void {
  const hash = hashSources();
  if (existsSync(join(built, 'index.html')) && readStamp() === hash) return;
  const startedAtMs = Date.now();
  tell('Building the pages (only when they changed) ...');
  buildInto(`${built}.new-${process.pid}`);
  writeFileSync(stamp, hash);
  tell(`Built in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s.`);
}

function hashSources(): string {
  const patterns = [
    'src/{web,contract,engine,messages}/**/*',
    'scripts/{web-build,finish-web,build-worker,compress-web,thin-contract}.ts',
    'vite.config.ts',
    'package-lock.json',
  ];
  const files = globSync(patterns, { cwd: checkout }).filter(isSource).sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(checkout, file)));
  return hash.digest('hex');
}

function isSource(file: string): boolean {
  return !/\.test\.tsx?$/.test(file) && statSync(join(checkout, file)).isFile();
}

function readStamp(): string {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
}

/** Beside the old pages, then put in their place, so that a build that fails or is killed leaves those. */
function buildInto(folder: string): void {
  mkdirSync(join(checkout, 'dist'), { recursive: true });
  try {
    runBuild(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir']);
    runBuild(['scripts/finish-web.ts', folder]);
  } catch (problem) {
    rmSync(folder, { recursive: true, force: true });
    throw problem;
  }
  const old = `${built}.old-${process.pid}`;
  if (existsSync(built)) renameSync(built, old);
  renameSync(folder, built);
  rmSync(old, { recursive: true, force: true });
}

/** In a process of its own: what building needs of memory is given back. */
function runBuild([program = '', ...parts]: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, program), ...parts], {
    cwd: checkout,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The pages could not be built:\n${stripVTControlCharacters(stdout + stderr)}`);
}
