/** The history of own fields. */
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { FieldRow } from '#store/fields.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';

export function definitionOf({ name, appliesTo, options, place, archivedAt }: FieldRow): FieldValues {
  return { name, appliesTo, options, place, isArchived: archivedAt !== null };
}

interface NotedField {
  readonly act: ChangeAct;
  readonly was?: FieldRow;
  readonly now?: FieldRow;
}

export async function noteField(ctx: Context, tx: Tx, { act, was, now }: NotedField): Promise<void> {
  const row = now ?? was;
  if (!row) return;
  const whole = act === 'remove' ? { ...definitionOf(row), key: row.key, type: row.type } : {};
  const sides = act === 'update' && was && now ? { before: definitionOf(was), after: definitionOf(now) } : {};
  const noted = { noun: 'field', recordId: row.id, partyId: null, act, label: row.name, version: row.version };
  await noteChange(ctx, tx, { ...noted, ...(act === 'remove' ? { before: whole } : sides) });
}
