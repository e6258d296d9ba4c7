/** In which of a few stages an import is, as its page shows it. */
import type { ImportRun } from '#contract/imports.ts';

export type Stage = 'looking' | 'ready' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone';

const stages: Record<ImportRun['status'], Stage> = {
  uploaded: 'looking',
  previewing: 'looking',
  previewed: 'ready',
  waiting: 'running',
  running: 'running',
  cancelling: 'running',
  cancelled: 'stopped',
  failed: 'stopped',
  done: 'done',
  undoing: 'undoing',
  undone: 'undone',
};

export function stageOf({ status }: Pick<ImportRun, 'status'>): Stage {
  return stages[status];
}

/** Something happens by itself: worth asking again shortly. */
export function isBusy(status: ImportRun['status']): boolean {
  return ['looking', 'running', 'undoing'].includes(stages[status]);
}
