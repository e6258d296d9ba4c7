/** What is open between us and a relation, both ways, most pressing first. */
import type { BriefOpen } from '#contract/briefs.ts';
import { type BriefAsk, listQuestionsOf, listThanksOwedTo } from '#store/briefs.ts';
import type { Db } from '#store/database.ts';
import { listFaultRows, listPromiseRows } from '#store/promises.ts';
import { listTaskRows } from '#store/tasks.ts';

const mostOfEach = 10;

export async function gatherOpen(db: Db, ask: BriefAsk): Promise<BriefOpen[]> {
  const { viewer, partyId } = ask;
  const page = { viewer, partyId, after: null, limit: mostOfEach };
  const faults = await listFaultRows(db, { ...page, isOpen: true });
  const promises = await listPromiseRows(db, { ...page, open: true });
  const thanks = await listThanksOwedTo(db, ask);
  const questions = await listQuestionsOf(db, ask);
  const tasks = await listTaskRows(db, { ...page, isDone: false, assigneeId: viewer, before: null });
  const lines: BriefOpen[] = [
    ...faults.map(({ what, at, partyName }) => line('fault', 'ours', { text: what, at, with: partyName })),
    ...promises.map((row) =>
      line(row.kind, row.owedBy === row.ourSide ? 'ours' : 'theirs', {
        text: row.text,
        at: row.dueAt,
        with: row.partyName,
      }),
    ),
    ...questions.map((row) => line('question', 'ours', row)),
    ...thanks.map((row) => line('thanks', 'ours', row)),
    ...tasks.map(({ title, sortAt, partyName }) =>
      line('task', 'ours', { text: title, at: sortAt, with: partyName ?? '' }),
    ),
  ];
  return lines.toSorted((left, right) => rankOf(left, ask.now) - rankOf(right, ask.now));
}

function line(
  kind: BriefOpen['kind'],
  owedBy: BriefOpen['owedBy'],
  row: { text: string | null; at: Date; with: string },
): BriefOpen {
  return { kind, owedBy, text: row.text, at: row.at.toISOString(), with: row.with };
}

/** What we owe before what they owe, what is late before what is not. */
function rankOf({ kind, owedBy, at }: BriefOpen, now: Date): number {
  const isLate = new Date(at) < now;
  const kinds = ['fault', 'promise', 'complaint', 'answer', 'question', 'thanks', 'task'];
  return (owedBy === 'ours' ? 0 : 20) + (isLate || kind === 'fault' ? 0 : 10) + kinds.indexOf(kind);
}
