/** What the history keeps of each change to an idea. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { IdeaRow } from '#store/ideas.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export function ideaFieldsOf(row: IdeaRow): FieldValues {
  return {
    text: row.text,
    status: row.status,
    deliveredIn: row.deliveredIn,
    deliveredOn: row.deliveredOn,
    naming: row.naming,
    toldAt: row.toldAt?.toISOString() ?? null,
    toldBy: row.toldBy,
    thankedAt: row.thankedAt?.toISOString() ?? null,
    thankedBy: row.thankedBy,
  };
}

export async function noteIdea(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: IdeaRow; now: IdeaRow },
): Promise<void> {
  const { id: recordId, partyId, version } = now;
  const label = now.text.slice(0, 200);
  const sides = act === 'update' && was ? { before: ideaFieldsOf(was), after: ideaFieldsOf(now) } : {};
  await noteChange(ctx, tx, { noun: 'idea', recordId, partyId, act, label, version, ...sides });
}
