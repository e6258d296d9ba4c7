import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import type { Finding } from './finding.ts';

const groups: { name: string; patterns: string[]; stopAt: number }[] = [
  {
    name: 'server rooms',
    patterns: ['src/{store,services,http,jobs,connectors,cli,database,outgoing}/**/*.ts', 'src/*.ts'],
    stopAt: 250,
  },
  { name: 'engine', patterns: ['src/engine/**/*.ts'], stopAt: 300 },
  { name: 'contract', patterns: ['src/contract/**/*.ts'], stopAt: 250 },
  { name: 'web', patterns: ['src/web/**/*.{ts,tsx}'], stopAt: 300 },
];

/** Soft limits: read and think, nothing fails. Generated files and tests do not count. */
export async function printSizes(): Promise<Finding> {
  return { problems: [], notes: groups.flatMap(measure) };
}

function measure({ name, patterns, stopAt }: (typeof groups)[number]): string[] {
  const files = globSync(patterns, { cwd: checkout })
    .filter((file) => !/\.test\.tsx?$|row-types\.ts$|schema\.ts$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(checkout, file), 'utf8').trimEnd().split('\n').length }))
    .sort((one, other) => one.lines - other.lines);
  if (files.length === 0) return [];
  const at = (share: number) => files[Math.min(files.length - 1, Math.floor(share * files.length))]?.lines;
  const worst = files.slice(-5).reverse();
  const list = worst.map(({ file, lines }) => `${file} ${lines}${lines > stopAt ? ' (too long)' : ''}`).join(', ');
  return [`${name}: ${files.length} files, p50 ${at(0.5)}, p95 ${at(0.95)} lines; longest ${list}`];
}
