/** Rules of keeping in touch: made, changed, ended. Where somebody would rather not be contacted there is none to make. */
import { v7 as uuidv7 } from 'uuid';
import type { KeepingRule } from '#contract/keep-in-touch.ts';
import type { ChangeAct } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { findGroup } from '#store/groups.ts';
import { findRule, findStandingRule, insertRule, type RuleRow, updateRule } from '#store/keep-in-touch.ts';
import { findParty } from '#store/parties.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { describeRules } from './list-rules.ts';

interface NewRule {
  readonly partyId?: string;
  readonly groupId?: string;
  readonly everyDays?: number | null;
}

export async function createRule(ctx: Context, input: NewRule): Promise<KeepingRule> {
  return transact(ctx.db, async (tx) => {
    const of = await findWhom(ctx, tx, input);
    const userId = userOf(ctx.actor);
    const standing = await findStandingRule(tx, { ...of, userId });
    if (standing !== undefined) {
      const { everyDays = null } = input;
      return writeRule(ctx, tx, await ownRule(ctx, tx, standing), { everyDays, deletedAt: null });
    }
    const id = uuidv7();
    await insertRule(tx, { id, ...of, userId, everyDays: input.everyDays ?? null, at: ctx.now() });
    const row = await ownRule(ctx, tx, id);
    await noteRule(ctx, tx, { act: 'create', now: row });
    return describeOne(ctx, tx, row);
  });
}

export async function updateRuleFields(
  ctx: Context,
  input: { ruleId: string; everyDays: number | null; ifVersion?: number },
): Promise<KeepingRule> {
  const { ruleId, everyDays, ifVersion } = input;
  return transact(ctx.db, async (tx) => {
    const row = await ownRule(ctx, tx, ruleId);
    if (row.deletedAt !== null) throw notFound();
    const [current, wanted] = [{ everyDays: row.everyDays }, { everyDays }];
    const describe = () => describeOne(ctx, tx, row);
    await mergeFields(tx, { recordId: ruleId, ifVersion, version: row.version, wanted, current, describe });
    return writeRule(ctx, tx, row, { everyDays, deletedAt: null });
  });
}

export async function removeRule(ctx: Context, input: { ruleId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await ownRule(ctx, tx, input.ruleId);
    if (row.deletedAt !== null) throw notFound();
    await updateRule(tx, row, { everyDays: row.everyDays, deletedAt: ctx.now(), at: ctx.now() });
    await noteRule(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restoreRule(ctx: Context, input: { ruleId: string }): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const row = await ownRule(ctx, tx, input.ruleId);
    const { partyId, groupId, userId } = row;
    if (row.deletedAt === null || (await findStandingRule(tx, { partyId, groupId, userId }))) return;
    await updateRule(tx, row, { everyDays: row.everyDays, deletedAt: null, at: ctx.now() });
    await noteRule(ctx, tx, { act: 'restore', now: row });
  });
}

/** A rule is its user's own; of a relation that may no longer be seen it is gone. */
export async function ownRule(ctx: Context, tx: Tx, id: string) {
  const row = await findRule(tx, id, { lock: true });
  return allow(ctx.actor, 'use-own', row && { ...row, ownerUserId: row.userId });
}

async function writeRule(
  ctx: Context,
  tx: Tx,
  row: Awaited<ReturnType<typeof ownRule>>,
  fields: { everyDays: number | null; deletedAt: Date | null },
): Promise<KeepingRule> {
  await updateRule(tx, row, { ...fields, at: ctx.now() });
  const now = await ownRule(ctx, tx, row.id);
  await noteRule(ctx, tx, { act: 'update', was: row, now });
  return describeOne(ctx, tx, now);
}

async function findWhom(
  ctx: Context,
  tx: Tx,
  input: NewRule,
): Promise<{ partyId: string | null; groupId: string | null }> {
  const { partyId, groupId } = input;
  if ((partyId === undefined) === (groupId === undefined)) throw refused('partyId', 'one-of-two');
  if (groupId !== undefined) {
    const group = await findGroup(tx, { id: groupId, viewer: viewerOf(ctx.actor) });
    if (!group || group.deletedAt !== null) throw notFound();
    return { partyId: null, groupId };
  }
  const party = allow(ctx.actor, 'see', await findParty(tx, partyId ?? ''));
  if (party.deletedAt !== null) throw notFound();
  if (party.isOwn) throw new AppError('not-allowed');
  if (party.contactWish === 'rather-not') throw refused('partyId', 'rather-not');
  return { partyId: party.id, groupId: null };
}

function refused(field: string, code: string): AppError {
  return new AppError('bad-input', { problems: [{ path: `body.${field}`, code, message: code }] });
}

async function noteRule(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: RuleRow; now: RuleRow },
): Promise<void> {
  const { id: recordId, partyId, version } = now;
  const label = now.partyName ?? now.groupName;
  const sides = was ? { before: { everyDays: was.everyDays }, after: { everyDays: now.everyDays } } : {};
  const privateTo = now.visibleTo === null ? null : now.userId;
  await noteChange(ctx, tx, { noun: 'keep-in-touch', recordId, partyId, act, label, version, privateTo, ...sides });
}

async function describeOne(ctx: Context, tx: Tx, row: RuleRow): Promise<KeepingRule> {
  const [rule] = await describeRules({ ...ctx, db: tx }, [row], null);
  if (!rule) throw notFound();
  return rule;
}
