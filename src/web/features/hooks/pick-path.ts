/** Paths as choices of a list. */
import type { HookPath } from '#contract/hook-mapping.ts';

export interface Leaf {
  readonly path: HookPath;
  readonly example: string;
}

const everyItem = '*';

export function writePath(path: HookPath): string {
  return JSON.stringify(path);
}

export function readPath(written: string): HookPath {
  return JSON.parse(written) as HookPath;
}

export function sayPath(path: HookPath, every: string): string {
  return path.map((step) => (step === everyItem ? every : String(step))).join(' › ');
}

/** What stands in the message, and what was chosen before and does not. */
export function listChoices(leaves: readonly Leaf[], chosen: readonly HookPath[], every: string) {
  const known = leaves.map(({ path, example }) => ({
    value: writePath(path),
    label: `${sayPath(path, every)}: ${example}`,
  }));
  const values = new Set(known.map(({ value }) => value));
  const more = chosen.map((path) => ({ value: writePath(path), label: sayPath(path, every) }));
  return [...known, ...more.filter(({ value }) => !values.has(value))];
}
