/** What the history keeps of each change to a statement. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { StatementRow } from '#store/foundation-statements.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export function statementFieldsOf(row: StatementRow): FieldValues {
  return {
    kind: row.kind,
    ground: row.ground,
    words: row.words,
    face: row.face,
    colleagueId: row.colleagueId,
    toldBy: row.toldBy,
    neededFor: row.neededFor,
    saidAt: row.saidAt.toISOString(),
  };
}

export async function noteStatement(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: StatementRow; now: StatementRow },
): Promise<void> {
  const { id: recordId, partyId, version } = now;
  const label = now.words?.slice(0, 200) ?? null;
  const sides = act === 'update' && was ? { before: statementFieldsOf(was), after: statementFieldsOf(now) } : {};
  await noteChange(ctx, tx, { noun: 'foundation', recordId, partyId, act, label, version, ...sides });
}
