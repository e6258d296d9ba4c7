/** Puts a report back to how it was, on its page too. What else was done in the same go puts itself back. */
import { readPublished } from '#contract/reports.ts';
import { findReport, type ReportWriting } from '#store/reports.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { type ReportFields, removeReport, restoreReport, written } from './change-report.ts';
import { reportFieldsOf } from './note-report.ts';
import { isThere, openReport, writeReport } from './write-report.ts';

interface Kept extends Omit<ReportFields, 'status'> {
  readonly status?: ReportWriting['status'];
  readonly solvedAt?: string | null;
  readonly heardAt?: string;
  readonly publishedAt?: string | null;
  readonly onPage?: unknown;
}

export const reportReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findReport(tx, recordId, { lock: true });
    return row && isThere(row) && isAllowed(ctx.actor, 'edit', row) ? reportFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = await openReport(ctx, tx, recordId);
    const { status, solvedAt, heardAt, publishedAt, onPage, ...plain } = values as Kept;
    await writeReport(ctx, tx, row, {
      ...written(plain),
      ...(status !== undefined && { status }),
      ...(solvedAt !== undefined && { solvedAt: readAt(solvedAt) }),
      ...(heardAt !== undefined && { heardAt: new Date(heardAt) }),
      ...(publishedAt !== undefined && { publishedAt: readAt(publishedAt) }),
      ...(onPage !== undefined && { published: readPublished(onPage) }),
    });
  },
  async remove(ctx, _tx, recordId) {
    await removeReport(ctx, { reportId: recordId });
  },
  async restore(ctx, _tx, recordId) {
    await restoreReport(ctx, recordId);
  },
};

function readAt(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}
