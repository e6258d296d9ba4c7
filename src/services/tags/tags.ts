/** Tags: made, renamed, coloured, folded into one another, taken away. */
import { v7 as uuidv7 } from 'uuid';
import type { Tag, tagColour } from '#contract/tags.ts';
import type { Shape } from '#contract/values.ts';
import type { ChangeAct } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import {
  adoptTag,
  type CountedTag,
  copyTagParties,
  ensureTags,
  findTag,
  listTags as listRows,
  setTagDeleted,
  takeBackTagParties,
  updateTag as updateRow,
} from '#store/tags.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';
import { normaliseText } from '../parties/names.ts';

interface TagFields {
  readonly name?: string;
  readonly colour?: Shape<typeof tagColour>;
}

export async function listTags(ctx: Context): Promise<{ items: Tag[] }> {
  return { items: (await listRows(ctx.db, viewerOf(ctx.actor))).map(describe) };
}

export async function createTag(ctx: Context, input: TagFields & { name: string }): Promise<Tag> {
  return transact(ctx.db, async (tx) => {
    const id = uuidv7();
    const wanted = { id, name: input.name, key: normaliseText(input.name), colour: input.colour ?? 'grey' };
    const [row] = await ensureTags(tx, [wanted], { by: viewerOf(ctx.actor), at: ctx.now() });
    const viewer = viewerOf(ctx.actor);
    if (row && row.id !== id) {
      if (await findTag(tx, { id: row.id, viewer })) throw sameName();
      // There for others alone: answering that would tell of it.
      await adoptTag(tx, { id: row.id, by: viewer });
    }
    const now = await find(ctx, tx, row?.id ?? id);
    await note(ctx, tx, { act: 'create', now });
    return describe(now);
  });
}

export async function updateTag(ctx: Context, input: TagFields & { tagId: string; ifVersion?: number }): Promise<Tag> {
  return transact(ctx.db, async (tx) => {
    const was = await find(ctx, tx, input.tagId);
    if (input.ifVersion !== undefined && input.ifVersion !== was.version) {
      throw new AppError('stale', { current: { ...describe(was) } });
    }
    const { name = was.name, colour = was.colour } = input;
    const key = normaliseText(name);
    const others = (await listRows(tx, viewerOf(ctx.actor))).filter((tag) => tag.id !== was.id);
    if (others.some((tag) => tag.key === key)) throw sameName();
    await updateRow(tx, allow(ctx.actor, 'edit', was), { name, key, colour });
    const now = await find(ctx, tx, was.id);
    await note(ctx, tx, { act: 'update', was, now });
    return describe(now);
  });
}

/** Whoever had the one has the other; undo takes it from those who had it from the first alone. */
export async function mergeTag(ctx: Context, input: { tagId: string; intoTagId: string }): Promise<Tag> {
  return transact(ctx.db, async (tx) => {
    const from = allow(ctx.actor, 'edit', await find(ctx, tx, input.tagId));
    const into = await find(ctx, tx, input.intoTagId);
    if (from.id === into.id) throw new AppError('conflict');
    await copyTagParties(tx, { from: from.id, into: into.id });
    await setTagDeleted(tx, from, { deletedAt: ctx.now(), mergedInto: into.id });
    await note(ctx, tx, { act: 'remove', now: from });
    return describe(await find(ctx, tx, into.id));
  });
}

export async function removeTag(ctx: Context, input: { tagId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', await find(ctx, tx, input.tagId));
    await setTagDeleted(tx, row, { deletedAt: ctx.now(), mergedInto: null });
    await note(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

async function find(ctx: Context, tx: Tx, id: string): Promise<CountedTag> {
  const row = await findTag(tx, { id, viewer: viewerOf(ctx.actor), lock: true });
  if (!row || row.deletedAt !== null) throw notFound();
  return row;
}

function sameName(): AppError {
  const problem = { path: 'body.name', code: 'same-name', message: 'there is a tag of this name' };
  return new AppError('conflict', { problems: [problem] });
}

function describe({ id, name, colour, partyCount, version }: CountedTag): Tag {
  return { id, name, colour: colour as Tag['colour'], partyCount, version };
}

async function note(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: CountedTag; now: CountedTag },
): Promise<void> {
  const sides = was ? { before: fieldsOf(was), after: fieldsOf(now) } : {};
  const { id: recordId, name: label, version } = now;
  await noteChange(ctx, tx, { noun: 'tag', recordId, partyId: null, act, label, version, ...sides });
}

function fieldsOf({ name, colour }: CountedTag) {
  return { name, colour };
}

export const tagReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findTag(tx, { id: recordId, viewer: viewerOf(ctx.actor), lock: true });
    return row && row.deletedAt === null ? fieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await updateTag(ctx, { ...(values as TagFields), tagId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeTag(ctx, { tagId: recordId });
  },
  async restore(ctx, tx, recordId) {
    const row = allow(ctx.actor, 'edit', await findTag(tx, { id: recordId, viewer: viewerOf(ctx.actor), lock: true }));
    const others = await listRows(tx, viewerOf(ctx.actor));
    if (others.some((tag) => tag.key === row.key)) throw sameName();
    if (row.mergedInto) await takeBackTagParties(tx, { from: row.id, into: row.mergedInto });
    await setTagDeleted(tx, row, { deletedAt: null, mergedInto: null });
    await note(ctx, tx, { act: 'restore', now: row });
  },
};
