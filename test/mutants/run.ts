/**
 * Proves that the engine's tests would notice: each hand-made mutant is put into a copy of the engine and its tests must fail.
 * Ends with `N passed, N failed`; a mutant that survives is a failure.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attentionMutants } from './attention-mutants.ts';
import { blockMutants } from './block-mutants.ts';
import { deriveMutants } from './derive-mutants.ts';
import type { Mutant } from './mutant.ts';
import { rhythmMutants } from './rhythm-mutants.ts';
import { traceMutants } from './trace-mutants.ts';

type Outcome = 'killed' | 'timed out' | 'SURVIVED' | 'NOT APPLICABLE';

const root = fileURLToPath(new URL('../..', import.meta.url));
const longestRunMs = 60_000;
const mutants: readonly Mutant[] = [
  ...traceMutants,
  ...rhythmMutants,
  ...blockMutants,
  ...deriveMutants,
  ...attentionMutants,
];

/** A copy of the engine with just enough of the project around it for its tests to run. */
function layOutCopy(folder: string): string {
  mkdirSync(join(folder, 'test'), { recursive: true });
  cpSync(join(root, 'src/engine'), join(folder, 'src/engine'), { recursive: true });
  cpSync(join(root, 'test/tie-events.ts'), join(folder, 'test/tie-events.ts'));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

async function runTests(folder: string): Promise<'passed' | 'failed' | 'timed out'> {
  const tests = readdirSync(join(folder, 'src/engine')).filter((name) => name.endsWith('.test.ts'));
  const files = tests.map((name) => join('src/engine', name));
  const child = spawn(process.execPath, ['--test', '--test-isolation=none', ...files], {
    cwd: folder,
    stdio: 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), longestRunMs);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearTimeout(timer);
  if (code === null) return 'timed out';
  return code === 0 ? 'passed' : 'failed';
}

async function judge(mutant: Mutant, folder: string): Promise<Outcome> {
  const path = join(folder, 'src/engine', mutant.file);
  const original = readFileSync(path, 'utf8');
  const parts = original.split(mutant.find);
  // Text that is gone or no longer unique means that the list has fallen behind the engine.
  if (parts.length !== 2) return 'NOT APPLICABLE';
  writeFileSync(path, parts.join(mutant.replace));
  const result = await runTests(folder);
  writeFileSync(path, original);
  if (result === 'passed') return 'SURVIVED';
  return result === 'failed' ? 'killed' : 'timed out';
}

async function main(): Promise<void> {
  const workspace = mkdtempSync(join(tmpdir(), 'hecht-mutants-'));
  process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  const baseline = await runTests(layOutCopy(join(workspace, 'baseline')));
  if (baseline !== 'passed') {
    console.error(`The tests of the engine itself ${baseline}: nothing can be said about mutants.`);
    console.log(`0 passed, ${mutants.length} failed`);
    process.exitCode = 1;
    return;
  }
  const outcomes = new Map<Mutant, Outcome>();
  const waiting = [...mutants];
  const work = async (index: number) => {
    const folder = layOutCopy(join(workspace, `worker-${index}`));
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      outcomes.set(mutant, await judge(mutant, folder));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, (_, index) => work(index)));
  for (const mutant of mutants) {
    const outcome = outcomes.get(mutant) ?? 'NOT APPLICABLE';
    console.log(`${outcome.padEnd(15)} ${mutant.file.padEnd(18)} ${mutant.why}`);
  }
  const killed = mutants.filter((mutant) => ['killed', 'timed out'].includes(outcomes.get(mutant) ?? '')).length;
  console.log(`${killed} passed, ${mutants.length - killed} failed`);
  process.exitCode = killed === mutants.length ? 0 : 1;
}

await main();
