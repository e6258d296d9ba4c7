/** What the page of a report shows: taken from it field by field, and kept apart, so that nothing else can ever be shown. */
import { type PublishedReport, publishedFields, readPublished } from '#contract/reports.ts';
import type { ReportRow } from '#store/reports.ts';
import { isSameValue } from '../changes/note-change.ts';

export function publishedOf(row: ReportRow): PublishedReport {
  return {
    number: row.number,
    kind: row.kind,
    subject: row.subject,
    text: row.text,
    reportedAt: row.reportedAt.toISOString(),
    status: row.status,
    whatWeDid: row.whatWeDid,
    why: row.why,
    solvedAt: row.solvedAt?.toISOString() ?? null,
    next: row.next,
    nextDueAt: row.nextDueAt?.toISOString() ?? null,
    keeper: row.keeperName,
  };
}

/** What is written here and is not on the page yet; nothing while there is no page. */
export function listUnpublished(row: ReportRow): string[] {
  const shown = readPublished(row.published);
  if (shown === null) return [];
  const now = publishedOf(row);
  return publishedFields.filter((name) => !isSameValue(now[name], shown[name]));
}
