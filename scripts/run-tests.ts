import { globSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { checkout } from './checkout.ts';

export type TestTotals = { passed: number; failed: number; skipped: number };

type TestPlan = { patterns: string[]; concurrency: number; fileTimeoutMs: number; signal: AbortSignal };

/** Runs test files, each in its own process, prints them as they end, and counts. */
export async function runTests({ patterns, concurrency, fileTimeoutMs, signal }: TestPlan): Promise<TestTotals> {
  const files = globSync(patterns, { cwd: checkout, exclude: ['**/node_modules/**'] }).sort();
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const events = run({
    files: files.map((file) => join(checkout, file)),
    cwd: checkout,
    concurrency,
    timeout: fileTimeoutMs,
    signal,
  });
  events.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return;
    totals.passed = counts.passed;
    totals.failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    totals.skipped = counts.skipped + counts.todo;
  });
  const lines = events.compose(new spec());
  for await (const line of lines) process.stdout.write(line);
  return totals;
}
