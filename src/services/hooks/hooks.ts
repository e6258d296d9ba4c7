/** Hooks: made from a preset, changed, given another address, taken away. */
import { v7 as uuidv7 } from 'uuid';
import type { HookMapping } from '#contract/hook-mapping.ts';
import { hookPresets } from '#contract/hook-presets.ts';
import type { Hook } from '#contract/hooks.ts';
import type { Allowed } from '#store/allowed.ts';
import type { ChangeAct } from '#store/changes.ts';
import type { Db, Tx } from '#store/database.ts';
import { findHook, type HookRow, insertHook, listHookRows, updateHook } from '#store/hooks.ts';
import { ensureSource, listSources } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { describeHooks, hookFieldsOf, makeToken, secretName } from './describe-hook.ts';

export async function listHooks(ctx: Context): Promise<{ items: Hook[] }> {
  allow(ctx.actor, 'govern', {});
  return { items: await describeHooks(ctx, await listHookRows(ctx.db)) };
}

export async function getHook(ctx: Context, input: { hookId: string }): Promise<Hook> {
  return describeOne(ctx, ctx.db, await openHook(ctx, ctx.db, input.hookId));
}

export async function createHook(ctx: Context, input: { name: string; preset: string }): Promise<Hook> {
  allow(ctx.actor, 'govern', {});
  const preset = hookPresets[input.preset];
  if (!preset) throw notFound();
  return transact(ctx.db, async (tx) => {
    const id = uuidv7();
    const sourceNumber = await makeSource(ctx, tx, input.name);
    const made = { ...makeToken(ctx, id), signature: 'none', mapping: preset.mapping, preset: input.preset };
    await insertHook(tx, { ...made, id, name: input.name, sourceNumber, createdBy: userOf(ctx.actor), at: ctx.now() });
    const row = await openHook(ctx, tx, id);
    await noteHook(ctx, tx, { act: 'create', now: row });
    return describeOne(ctx, tx, row);
  });
}

interface HookChange {
  readonly name?: string | undefined;
  readonly signature?: Hook['signature'] | undefined;
  readonly mapping?: HookMapping | undefined;
  readonly isPaused?: boolean | undefined;
  readonly secret?: string | null | undefined;
}

export async function changeHook(
  ctx: Context,
  input: HookChange & { hookId: string; ifVersion?: number },
): Promise<Hook> {
  const { hookId, ifVersion, secret, ...given } = input;
  const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return transact(ctx.db, async (tx) => {
    const row = await openHook(ctx, tx, hookId, { lock: true });
    const describe = () => describeOne(ctx, tx, row);
    const merging = { recordId: hookId, ifVersion, version: row.version, wanted, current: hookFieldsOf(row), describe };
    await mergeFields(tx, merging);
    const sealed = secret ? ctx.ports.seals.seal(secret, secretName(hookId)) : null;
    await updateHook(tx, row, { ...wanted, ...(secret !== undefined && { secretSealed: sealed }) }, ctx.now());
    const now = await openHook(ctx, tx, hookId);
    await noteHook(ctx, tx, { act: 'update', was: row, now });
    // What came in while it was paused is read now.
    if (row.isPaused && !now.isPaused) await ctx.enqueue({ name: 'read-deliveries', data: {} }, tx);
    return describeOne(ctx, tx, now);
  });
}

/** What leaked is worth nothing any more. An address that was given out cannot be called back, so this is not undone. */
export async function renewHookAddress(ctx: Context, input: { hookId: string }): Promise<Hook> {
  return transact(ctx.db, async (tx) => {
    const row = await openHook(ctx, tx, input.hookId, { lock: true });
    await updateHook(tx, row, makeToken(ctx, row.id), ctx.now());
    return describeOne(ctx, tx, await openHook(ctx, tx, row.id));
  });
}

export async function removeHook(ctx: Context, input: { hookId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await openHook(ctx, tx, input.hookId, { lock: true });
    await updateHook(tx, row, { deletedAt: ctx.now() }, ctx.now());
    await noteHook(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restoreHook(ctx: Context, hookId: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'govern', await findHook(tx, hookId, { lock: true }));
    if (row.deletedAt === null) return;
    await updateHook(tx, row, { deletedAt: null }, ctx.now());
    await noteHook(ctx, tx, { act: 'restore', now: { ...row, version: row.version + 1 } });
    await ctx.enqueue({ name: 'read-deliveries', data: {} }, tx);
  });
}

/** Owners alone see what comes in, before it is anybody's. */
export async function openHook(
  ctx: Context,
  db: Db,
  hookId: string,
  options: { lock?: boolean } = {},
): Promise<Allowed<HookRow>> {
  const row = allow(ctx.actor, 'govern', await findHook(db, hookId, options));
  if (row.deletedAt !== null) throw notFound();
  return row;
}

async function describeOne(ctx: Context, db: Db, row: HookRow): Promise<Hook> {
  const [hook] = await describeHooks({ ...ctx, db }, [row]);
  if (!hook) throw notFound();
  return hook;
}

/** A source of its own, also where there was one of this name before: their numbers do not mix. */
async function makeSource(ctx: Context, tx: Tx, name: string): Promise<number> {
  const taken = new Set((await listSources(tx)).flatMap(({ kind, label }) => (kind === 'hook' ? [label] : [])));
  const label = taken.has(name) ? `${name} (${uuidv7().slice(-6)})` : name;
  const plain = { kind: 'hook', label, ownerUserId: null, isPrivate: false, isLive: true };
  return (await ensureSource(tx, { ...plain, id: uuidv7(), createdAt: ctx.now() })).number;
}

async function noteHook(ctx: Context, tx: Tx, noted: { act: ChangeAct; was?: HookRow; now: HookRow }): Promise<void> {
  const { act, was, now } = noted;
  const sides = was ? { before: hookFieldsOf(was), after: hookFieldsOf(now) } : {};
  const about = { noun: 'hook', recordId: now.id, partyId: null, label: now.name, version: now.version };
  await noteChange(ctx, tx, { ...about, act, ...sides });
}
