import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import type { Finding } from './finding.ts';

const impurities: Record<string, RegExp> = {
  'reads the clock': /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(\(\s*\)|[;,)])|\bDate\s*\(\s*\)|\bperformance\b/,
  'is not deterministic': /\bMath\s*\.\s*random\b|\bcrypto\b|\brandomUUID\b/,
  prints: /\bconsole\b/,
  'knows where it runs': /\bprocess\b|\bglobalThis\b|\bwindow\b|\bdocument\b|\brequire\s*\(/,
  'reaches outside': /\bfetch\s*\(|\bimport\s*\(|\bsetTimeout\b|\bsetInterval\b|\bqueueMicrotask\b/,
  'works asynchronously': /\basync\b|\bawait\b|\bPromise\b/,
  'depends on the place or the language of the machine': /toLocale|\bIntl\b|getTimezoneOffset|\bgetHours\b|\bgetDay\b/,
};

/** The engine takes everything as a parameter: the same input gives the same answer anywhere and forever. */
export async function checkEnginePurity(): Promise<Finding> {
  const files = globSync('src/engine/**/*.ts', { cwd: checkout }).filter((file) => !file.endsWith('.test.ts'));
  const problems = files.flatMap((file) => findImpurities(file, readFileSync(join(checkout, file), 'utf8')));
  if (files.length === 0) problems.push('No engine was found in src/engine.');
  return { problems, notes: [`${files.length} files`] };
}

export function findImpurities(file: string, source: string): string[] {
  const lines = withoutWords(source).split('\n');
  return lines.flatMap((line, index) =>
    Object.entries(impurities).flatMap(([what, pattern]) =>
      pattern.test(line) ? [`${file}:${index + 1} ${what}`] : [],
    ),
  );
}

/** Blanks comments and strings, keeping the lines, because prose may mention a clock. */
function withoutWords(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, blank);
}
