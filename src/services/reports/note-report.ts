/** What the history of a relation keeps of each change to a report. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { ReportRow } from '#store/reports.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

/** The fields that people write, by the names of the contract, and what they put on the page. */
export function reportFieldsOf(row: ReportRow): FieldValues {
  return {
    kind: row.kind,
    subject: row.subject,
    text: row.text,
    status: row.status,
    keeperId: row.keeperId,
    whatWeDid: row.whatWeDid,
    why: row.why,
    solvedAt: row.solvedAt?.toISOString() ?? null,
    next: row.next,
    nextDueAt: row.nextDueAt?.toISOString() ?? null,
    note: row.note,
    heardAt: row.heardAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    onPage: row.published ?? null,
  };
}

export async function noteReport(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: ReportRow; now: ReportRow },
): Promise<void> {
  const { id: recordId, partyId, version } = now;
  const label = `${now.number} ${now.subject}`.slice(0, 200);
  const sides = act === 'update' && was ? { before: reportFieldsOf(was), after: reportFieldsOf(now) } : {};
  await noteChange(ctx, tx, { noun: 'report', recordId, partyId, act, label, version, ...sides });
}
