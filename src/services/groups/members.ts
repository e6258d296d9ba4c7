/** Who is in a group. Each relation that comes or goes has it in its own history, all in one go. */
import type { Group } from '#contract/groups.ts';
import type { Tx } from '#store/database.ts';
import { changeMembers as changeRows, listGroupNames } from '#store/group-members.ts';
import { findPartiesById } from '#store/identities.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { noteChanges } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { describeGroup, getGroup } from './groups.ts';

interface Members {
  readonly groupId: string;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

export async function changeMembers(ctx: Context, { groupId, add = [], remove = [] }: Members): Promise<Group> {
  return transact(ctx.db, async (tx) => {
    const group = allow(ctx.actor, 'edit', await getGroup(ctx, tx, groupId));
    const partyIds = [...new Set([...add, ...remove])];
    await allowAll(ctx, tx, partyIds);
    const before = await listGroupNames(tx, partyIds);
    const versions = await changeRows(tx, group, { add, remove, at: ctx.now() });
    const after = await listGroupNames(tx, [...versions.keys()]);
    const noted = [...versions].map(([recordId, { name, version }]) => ({
      ...({ noun: 'party', recordId, partyId: recordId, act: 'update', label: name, version } as const),
      before: { groups: before.get(recordId) ?? [] },
      after: { groups: after.get(recordId) ?? [] },
    }));
    await noteChanges(ctx, tx, noted);
    return describeGroup(await getGroup(ctx, tx, groupId));
  });
}

async function allowAll(ctx: Context, tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = new Map((await findPartiesById(tx, ids)).map((row) => [row.partyId, row]));
  for (const id of ids) allow(ctx.actor, 'edit', rows.get(id));
}
