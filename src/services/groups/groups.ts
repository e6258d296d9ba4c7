/** Groups of relations: made, renamed, taken away. */
import { v7 as uuidv7 } from 'uuid';
import type { Group } from '#contract/groups.ts';
import type { ChangeAct } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import {
  adoptGroup,
  type CountedGroup,
  ensureGroups,
  findGroup,
  listGroups as listRows,
  setGroupDeleted,
  updateGroup as updateRow,
} from '#store/groups.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';
import { normaliseText } from '../parties/names.ts';

interface GroupFields {
  readonly name?: string;
  readonly note?: string | null;
}

export async function listGroups(ctx: Context): Promise<{ items: Group[] }> {
  return { items: (await listRows(ctx.db, viewerOf(ctx.actor))).map(describeGroup) };
}

export async function createGroup(ctx: Context, input: GroupFields & { name: string }): Promise<Group> {
  return transact(ctx.db, async (tx) => {
    const id = uuidv7();
    const wanted = { id, name: input.name, key: normaliseText(input.name), note: input.note || null };
    const [row] = await ensureGroups(tx, [wanted], { by: viewerOf(ctx.actor), at: ctx.now() });
    const viewer = viewerOf(ctx.actor);
    if (row && row.id !== id) {
      if (await findGroup(tx, { id: row.id, viewer })) throw sameName();
      // There for others alone: answering that would tell of it.
      await adoptGroup(tx, { id: row.id, by: viewer });
    }
    const now = await getGroup(ctx, tx, row?.id ?? id);
    await note(ctx, tx, { act: 'create', now });
    return describeGroup(now);
  });
}

export async function updateGroup(
  ctx: Context,
  input: GroupFields & { groupId: string; ifVersion?: number },
): Promise<Group> {
  return transact(ctx.db, async (tx) => {
    const was = await getGroup(ctx, tx, input.groupId);
    if (input.ifVersion !== undefined && input.ifVersion !== was.version) {
      throw new AppError('stale', { current: { ...describeGroup(was) } });
    }
    const name = input.name ?? was.name;
    const key = normaliseText(name);
    const others = (await listRows(tx, viewerOf(ctx.actor))).filter((group) => group.id !== was.id);
    if (others.some((group) => group.key === key)) throw sameName();
    const purpose = input.note === undefined ? was.note : input.note || null;
    await updateRow(tx, allow(ctx.actor, 'edit', was), { name, key, note: purpose });
    const now = await getGroup(ctx, tx, was.id);
    await note(ctx, tx, { act: 'update', was, now });
    return describeGroup(now);
  });
}

export async function removeGroup(ctx: Context, input: { groupId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await getGroup(ctx, tx, input.groupId));
    await setGroupDeleted(tx, row, ctx.now());
    await note(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function getGroup(ctx: Context, tx: Tx, id: string): Promise<CountedGroup> {
  const row = await findGroup(tx, { id, viewer: viewerOf(ctx.actor), lock: true });
  if (!row || row.deletedAt !== null) throw notFound();
  return row;
}

function sameName(): AppError {
  const problem = { path: 'body.name', code: 'same-name', message: 'there is a group of this name' };
  return new AppError('conflict', { problems: [problem] });
}

export function describeGroup({ id, name, note: purpose, memberCount, version }: CountedGroup): Group {
  return { id, name, note: purpose, memberCount, version };
}

async function note(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: CountedGroup; now: CountedGroup },
): Promise<void> {
  const sides = was ? { before: fieldsOf(was), after: fieldsOf(now) } : {};
  const { id: recordId, name: label, version } = now;
  await noteChange(ctx, tx, { noun: 'group', recordId, partyId: null, act, label, version, ...sides });
}

function fieldsOf({ name, note: purpose }: CountedGroup) {
  return { name, note: purpose };
}

export const groupReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findGroup(tx, { id: recordId, viewer: viewerOf(ctx.actor), lock: true });
    return row && row.deletedAt === null ? fieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await updateGroup(ctx, { ...(values as GroupFields), groupId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeGroup(ctx, { groupId: recordId });
  },
  async restore(ctx, tx, recordId) {
    const found = await findGroup(tx, { id: recordId, viewer: viewerOf(ctx.actor), lock: true });
    const row = allow(ctx.actor, 'edit', found);
    const others = await listRows(tx, viewerOf(ctx.actor));
    if (others.some((group) => group.key === row.key)) throw sameName();
    await setGroupDeleted(tx, row, null);
    await note(ctx, tx, { act: 'restore', now: row });
  },
};
