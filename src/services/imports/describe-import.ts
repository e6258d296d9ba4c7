/** An import as its owner sees it, and the counts every step adds to. */

import type { ImportRun, importCounts } from '#contract/imports.ts';
import type { Shape } from '#contract/values.ts';
import type { ImportRow } from '#store/import-runs.ts';

export type ImportCounts = Shape<typeof importCounts>;

export const noImportCounts: ImportCounts = {
  read: 0,
  stored: 0,
  duplicates: 0,
  corrected: 0,
  failed: 0,
  newParties: 0,
  touchedTies: 0,
  lists: 0,
  bulk: 0,
  autoReplies: 0,
  bounces: 0,
};

export function addCounts(left: ImportCounts, right: Partial<ImportCounts>): ImportCounts {
  const sum = { ...left };
  for (const key of Object.keys(noImportCounts) as (keyof ImportCounts)[]) sum[key] += right[key] ?? 0;
  return sum;
}

export function countsOf(row: ImportRow): ImportCounts {
  return addCounts(noImportCounts, row.counts);
}

export function describeImport(row: ImportRow, now: Date): ImportRun {
  return {
    id: row.id,
    fileName: row.fileName,
    connector: row.connector,
    status: row.status,
    preview: (row.preview as ImportRun['preview']) ?? null,
    counts: countsOf(row),
    doneBytes: row.doneBytes,
    totalBytes: row.totalBytes,
    secondsLeft: secondsLeft(row, now),
    ownAddresses: [...(row.settings.ownAddresses ?? [])],
    problem: row.problem,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** At the pace so far; null until there is a pace. */
function secondsLeft(row: ImportRow, now: Date): number | null {
  if (row.status !== 'running' || row.startedAt === null || row.doneBytes <= 0) return null;
  const spentSeconds = (now.getTime() - row.startedAt.getTime()) / 1000;
  return Math.max(0, Math.round((spentSeconds * (row.totalBytes - row.doneBytes)) / row.doneBytes));
}
