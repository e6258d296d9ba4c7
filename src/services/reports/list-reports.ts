import type { Report, reportAnswer } from '#contract/reports.ts';
import type { Shape } from '#contract/values.ts';
import { findReport, listReportAnswers, listReportRows } from '#store/reports.ts';
import { allow, viewerOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { describeReport, describeReports } from './describe-report.ts';
import { isThere } from './write-report.ts';

const pageSize = 50;

interface ListInput {
  readonly cursor?: string;
  readonly limit?: number;
  readonly state?: 'open' | 'waiting' | 'due' | 'done';
  readonly partyId?: string;
}

export async function listReports(
  ctx: Context,
  input: ListInput,
): Promise<{ items: Report[]; nextCursor: string | null }> {
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const state = input.state ?? 'open';
  const rows = await listReportRows(ctx.db, {
    ...{ viewer: viewerOf(ctx.actor), state, partyId: input.partyId ?? null, now: ctx.now() },
    after: id === undefined ? null : { at: new Date(String(at)), id: String(id) },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const lastAt = state === 'done' ? last?.reportedAt : last?.dueAt;
  return {
    items: await describeReports(ctx, ctx.db, shown),
    nextCursor: rows.length > limit && last && lastAt ? writeCursor([lastAt.toISOString(), last.id]) : null,
  };
}

export async function getReport(
  ctx: Context,
  input: { reportId: string },
): Promise<Report & { answers: Shape<typeof reportAnswer>[] }> {
  const row = allow(ctx.actor, 'see', await findReport(ctx.db, input.reportId));
  if (!isThere(row)) throw notFound();
  const answers = await listReportAnswers(ctx.db, row.id);
  return {
    ...(await describeReport(ctx, ctx.db, row)),
    answers: answers.map(({ id, text, at }) => ({ id, text, at: at.toISOString() })),
  };
}
