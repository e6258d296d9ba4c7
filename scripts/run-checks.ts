import { checks } from './checks/all.ts';
import type { Check, Finding } from './checks/finding.ts';

export type Totals = { passed: number; failed: number };

/** Runs every check, tells each one's outcome, and goes on after a failure. */
export async function runChecks(): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  for (const check of checks) {
    const startedAtMs = Date.now();
    const { problems, notes = [] } = await find(check);
    const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
    console.log(`${problems.length === 0 ? '✔' : '✖'} ${check.name} (${seconds} s)`);
    for (const line of [...problems, ...notes]) console.log(`  ${line.replaceAll('\n', '\n  ')}`);
    totals[problems.length === 0 ? 'passed' : 'failed'] += 1;
  }
  return totals;
}

async function find(check: Check): Promise<Finding> {
  try {
    return await check.run();
  } catch (problem) {
    return { problems: [problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)] };
  }
}
