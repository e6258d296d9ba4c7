/** Reports as they are worked on. What is written stays inside until it is put on the page. */
import type { Report } from '#contract/reports.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import { findReport, type ReportRow, type ReportWriting, setReportDeleted } from '#store/reports.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError } from '../app-error.ts';
import { type AlsoChanged, mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { revokePublicLink } from '../public-links/public-links.ts';
import { describeReport } from './describe-report.ts';
import { noteReport, reportFieldsOf } from './note-report.ts';
import { getReportRow, openReport, writeReport } from './write-report.ts';

export interface ReportFields {
  readonly kind?: 'complaint' | 'question';
  readonly subject?: string;
  readonly text?: string | null;
  readonly status?: 'received' | 'working';
  readonly keeperId?: string | null;
  readonly whatWeDid?: string | null;
  readonly why?: string | null;
  readonly next?: string | null;
  readonly nextDueAt?: string | null;
  readonly note?: string | null;
}

export async function updateReportFields(
  ctx: Context,
  input: ReportFields & { reportId: string; ifVersion?: number },
): Promise<Report & { alsoChanged: AlsoChanged[] }> {
  const { reportId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = await openReport(ctx, tx, reportId);
    const { version } = row;
    const describe = () => describeReport(ctx, tx, row);
    const merging = { recordId: reportId, ifVersion, version, wanted, current: reportFieldsOf(row), describe };
    const alsoChanged = await mergeFields(tx, merging);
    await refuseStranger(ctx, tx, wanted.keeperId);
    const now = await writeReport(ctx, tx, row, { ...written(wanted), ...reopened(row, wanted) });
    return { ...(await describeReport(ctx, tx, now)), alsoChanged };
  });
}

/** As they come over the wire, or from the history. */
export function written(fields: ReportFields): Partial<ReportWriting> {
  const { nextDueAt, ...plain } = fields;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return { ...given, ...(nextDueAt !== undefined && { nextDueAt: nextDueAt === null ? null : new Date(nextDueAt) }) };
}

/** Worked on again, it is not solved. */
function reopened(row: ReportRow, { status }: ReportFields): Partial<ReportWriting> {
  return status !== undefined && row.solvedAt !== null ? { solvedAt: null } : {};
}

async function refuseStranger(ctx: Context, tx: Tx, keeperId: string | null | undefined): Promise<void> {
  if (keeperId == null) return;
  const [party] = await findPartiesById(tx, [keeperId]);
  if (party && allow(ctx.actor, 'see', party).isOwn) return;
  const problem = { path: 'body.keeperId', code: 'not-a-colleague', message: 'not-a-colleague' };
  throw new AppError('bad-input', { problems: [problem] });
}

/** In the bin it is followed by nobody: its page is gone at once, and stays gone when it is brought back. */
export async function removeReport(ctx: Context, input: { reportId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await openReport(ctx, tx, input.reportId);
    await setReportDeleted(tx, row, { deletedAt: ctx.now(), at: ctx.now() });
    await revokePublicLink(ctx, tx, { kind: 'report', recordId: row.id });
    await noteReport(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restoreReport(ctx: Context, reportId: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await findReport(tx, reportId, { lock: true }));
    if (row.deletedAt === null) return;
    await setReportDeleted(tx, row, { deletedAt: null, at: ctx.now() });
    await noteReport(ctx, tx, { act: 'restore', now: await getReportRow(tx, reportId) });
  });
}
