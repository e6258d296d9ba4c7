/** Rules of the house: agreed, changed, ended by an owner; read by all. */
import { v7 as uuidv7 } from 'uuid';
import type { HouseRule } from '#contract/house-rules.ts';
import type { Allowed } from '#store/allowed.ts';
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import {
  findHouseRule,
  type HouseRuleRow,
  type HouseRuleWriting,
  insertHouseRule,
  listWatchedRules,
  updateHouseRule,
  type WatchedRule,
} from '#store/house-rules.ts';
import { transact } from '#store/transact.ts';
import { findUserRow } from '#store/users.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dayOf } from '../firm-days.ts';

export type HouseRuleChange = Partial<Omit<HouseRuleWriting, 'trigger'>>;

export async function listFirmRules(ctx: Context): Promise<{ items: HouseRule[] }> {
  return { items: (await listWatchedRules(ctx.db, await judging(ctx))).map(describeRule) };
}

export async function judging(ctx: Context): Promise<{ on: string; timeZone: string }> {
  const { timeZone } = await getFirm(ctx.db);
  return { on: dayOf(ctx.now().getTime(), timeZone), timeZone };
}

export async function createHouseRule(
  ctx: Context,
  input: Omit<HouseRuleWriting, 'assigneeId'> & { assigneeId?: string | null },
): Promise<HouseRule> {
  allow(ctx.actor, 'govern', {});
  return transact(ctx.db, async (tx) => {
    const { on: sinceOn } = await judging({ ...ctx, db: tx });
    const fields = { ...input, assigneeId: input.assigneeId ?? null };
    await refuseStranger(tx, fields);
    const id = uuidv7();
    await insertHouseRule(tx, { ...fields, id, createdBy: userOf(ctx.actor), sinceOn, at: ctx.now() });
    const now = await getRule(tx, id);
    await noteRule(ctx, tx, { act: 'create', now });
    return describeOne(ctx, tx, now);
  });
}

export async function updateHouseRuleFields(
  ctx: Context,
  input: HouseRuleChange & { houseRuleId: string; ifVersion?: number },
): Promise<HouseRule> {
  const { houseRuleId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'govern', known(await findHouseRule(tx, houseRuleId, { lock: true })));
    const [current, { version }] = [fieldsOf(row), row];
    const describe = () => describeOne(ctx, tx, row);
    await mergeFields(tx, { recordId: row.id, ifVersion, version, wanted: { ...wanted }, current, describe });
    const fields: HouseRuleWriting = { ...row, ...wanted };
    if (fields.assigneeId !== row.assigneeId) await refuseStranger(tx, fields);
    return describeOne(ctx, tx, await writeRule(ctx, tx, row, { fields, act: 'update' }));
  });
}

export async function removeHouseRule(ctx: Context, input: { houseRuleId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'govern', known(await findHouseRule(tx, input.houseRuleId, { lock: true })));
    await writeRule(ctx, tx, row, { fields: row, act: 'remove' });
    return { done: true as const };
  });
}

export async function restoreHouseRule(ctx: Context, tx: Tx, houseRuleId: string): Promise<void> {
  const row = allow(ctx.actor, 'govern', await findHouseRule(tx, houseRuleId, { lock: true }));
  if (row.deletedAt !== null) await writeRule(ctx, tx, row, { fields: row, act: 'restore' });
}

async function writeRule(
  ctx: Context,
  tx: Tx,
  row: Allowed<HouseRuleRow>,
  { fields, act }: { fields: HouseRuleWriting; act: ChangeAct },
): Promise<HouseRuleRow> {
  await updateHouseRule(tx, row, { fields, deletedAt: act === 'remove' ? ctx.now() : null, at: ctx.now() });
  const now = await getRule(tx, row.id);
  await noteRule(ctx, tx, { act, was: row, now });
  return now;
}

async function noteRule(
  ctx: Context,
  tx: Tx,
  { act, was, now }: { act: ChangeAct; was?: HouseRuleRow; now: HouseRuleRow },
): Promise<void> {
  const { id: recordId, act: label, version } = now;
  const sides = act === 'update' && was ? { before: fieldsOf(was), after: fieldsOf(now) } : {};
  await noteChange(ctx, tx, { noun: 'house-rule', recordId, partyId: null, act, label, version, ...sides });
}

export function fieldsOf({ act, withinDays, assigneeId }: HouseRuleRow): FieldValues {
  return { act, withinDays, assigneeId };
}

export function known(row: HouseRuleRow | undefined): HouseRuleRow | null {
  return row && row.deletedAt === null ? row : null;
}

async function getRule(tx: Tx, id: string): Promise<HouseRuleRow> {
  const row = await findHouseRule(tx, id);
  if (!row) throw notFound();
  return row;
}

async function refuseStranger(tx: Tx, { assigneeId }: { assigneeId: string | null }): Promise<void> {
  const user = assigneeId === null ? null : await findUserRow(tx, assigneeId);
  if (assigneeId === null || (user && user.removedAt === null)) return;
  const code = 'not-a-colleague';
  throw new AppError('bad-input', { problems: [{ path: 'body.assigneeId', code, message: code }] });
}

async function describeOne(ctx: Context, tx: Tx, row: HouseRuleRow): Promise<HouseRule> {
  const rules = await listWatchedRules(tx, await judging({ ...ctx, db: tx }));
  return describeRule(rules.find(({ id }) => id === row.id) ?? { ...row, kept: 0, late: 0, open: 0 });
}

function describeRule(row: WatchedRule): HouseRule {
  const { id, trigger, act, withinDays, sinceOn, kept, late, open, version } = row;
  const assignee = row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? '' };
  return { id, trigger, act, withinDays, assignee, sinceOn, went: { kept, late, open }, version };
}
