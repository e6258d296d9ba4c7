/** What the history of a relation keeps of each change to a promise. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { PromiseRow } from '#store/promises.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export function promiseFieldsOf(row: PromiseRow): FieldValues {
  return {
    tieId: row.tieId,
    ...(row.kind !== 'promise' && { kind: row.kind }),
    owedBy: row.owedBy,
    text: row.text,
    dueAt: row.dueAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    outcome: row.outcome,
  };
}

export async function notePromise(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: PromiseRow; now?: PromiseRow },
): Promise<void> {
  const row = now ?? was;
  if (!row) return;
  await noteChange(ctx, tx, {
    noun: 'promise',
    recordId: row.id,
    partyId: row.partyId,
    act,
    label: row.text.slice(0, 200),
    ...(was && { before: promiseFieldsOf(was) }),
    ...(now && { after: promiseFieldsOf(now) }),
    version: row.version,
  });
}
