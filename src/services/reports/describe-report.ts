import type { Report } from '#contract/reports.ts';
import type { Db } from '#store/database.ts';
import type { ReportRow } from '#store/reports.ts';
import type { Context } from '../context.ts';
import { listPublicLinkStates } from '../public-links/public-links.ts';
import { listUnpublished } from './published.ts';

export async function describeReports(ctx: Context, db: Db, rows: readonly ReportRow[]): Promise<Report[]> {
  const links = await listPublicLinkStates(ctx, db, { kind: 'report', recordIds: rows.map(({ id }) => id) });
  return rows.map((row) => describe(row, { link: links.get(row.id) ?? null, now: ctx.now() }));
}

export async function describeReport(ctx: Context, db: Db, row: ReportRow): Promise<Report> {
  const [described] = await describeReports(ctx, db, [row]);
  if (!described) throw new Error('a report was not described');
  return described;
}

function describe(row: ReportRow, { link, now }: { link: Report['link']; now: Date }): Report {
  const { partyId, partyName, keeperId, keeperName, dueAt } = row;
  return {
    id: row.id,
    number: row.number,
    party: { id: partyId, name: partyName },
    kind: row.kind,
    channel: row.channel,
    subject: row.subject,
    text: row.text,
    reportedAt: row.reportedAt.toISOString(),
    status: row.status,
    keeper: keeperId === null ? null : { id: keeperId, name: keeperName ?? '' },
    whatWeDid: row.whatWeDid,
    why: row.why,
    solvedAt: row.solvedAt?.toISOString() ?? null,
    next: row.next,
    nextDueAt: row.nextDueAt?.toISOString() ?? null,
    note: row.note,
    dueAt: dueAt?.toISOString() ?? null,
    isDue: dueAt !== null && dueAt < now,
    waitsForUs: dueAt !== null && (row.publishedAt === null || row.heardAt > row.publishedAt),
    isTold: row.toldInteractionId !== null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    unpublished: listUnpublished(row),
    link,
    interactionId: row.interactionId,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}
