/** The one place where a report's row is opened for changing, and written with what follows from it. */
import { complaintDueDays } from '#contract/reports.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Db, Tx } from '#store/database.ts';
import { findReport, type ReportRow, type ReportWriting, updateReport } from '#store/reports.ts';
import { allow } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { noteReport } from './note-report.ts';

const dayMs = 86_400_000;

/** Of a relation in the bin it waits there with it. */
export async function openReport(ctx: Context, tx: Tx, reportId: string): Promise<Allowed<ReportRow>> {
  const row = allow(ctx.actor, 'edit', await findReport(tx, reportId, { lock: true }));
  if (!isThere(row)) throw notFound();
  return row;
}

/** For whoever has the link of its page: that is the permission, in this one matter, whoever else may see the relation. */
export async function openReportByLink(ctx: Context, tx: Tx, reportId: string): Promise<Allowed<ReportRow>> {
  const row = await findReport(tx, reportId, { lock: true });
  if (!row || !isThere(row) || row.published === null) throw notFound();
  return allow(ctx.actor, 'edit', { ...row, visibleTo: null });
}

export function isThere({ deletedAt, partyDeletedAt }: ReportRow): boolean {
  return deletedAt === null && partyDeletedAt === null;
}

export async function getReportRow(db: Db, id: string): Promise<ReportRow> {
  const row = await findReport(db, id);
  if (!row) throw notFound();
  return row;
}

/** Writes all fields, with by when the customer should hear, and notes what differs. */
export async function writeReport(
  ctx: Context,
  tx: Tx,
  row: Allowed<ReportRow>,
  changed: Partial<ReportWriting>,
): Promise<Allowed<ReportRow>> {
  const fields: ReportWriting = { ...row, ...changed };
  await updateReport(tx, row, { fields: { ...fields, dueAt: dueAtOf(fields) }, at: ctx.now() });
  // Who might change it before may go on; the link of a page opens it to who may see nothing else.
  const { visibleTo } = row;
  const now = allow(ctx.actor, 'edit', { ...(await getReportRow(tx, row.id)), visibleTo });
  await noteReport(ctx, tx, { act: 'update', was: row, now });
  return now;
}

/** What we said ourselves, or else as long as any complaint may wait. */
export function dueAtOf(fields: Pick<ReportWriting, 'status' | 'nextDueAt' | 'heardAt' | 'publishedAt'>): Date | null {
  const { status, nextDueAt, heardAt, publishedAt } = fields;
  if (status === 'solved' || status === 'closed') return null;
  const spokeLast = publishedAt !== null && publishedAt > heardAt ? publishedAt : heardAt;
  return nextDueAt ?? new Date(spokeLast.getTime() + complaintDueDays * dayMs);
}
