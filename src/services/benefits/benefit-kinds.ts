/** Kinds of benefit as the firm weighs them. A changed weight is dated, undone like anything else, and counts for the past as well. */
import { v7 as uuidv7 } from 'uuid';
import type { BenefitKindLine } from '#contract/benefits.ts';
import { type BenefitKind, benefitTable } from '#engine/benefits.ts';
import { sources } from '#engine/sources.ts';
import {
  type BenefitKindRow,
  findBenefitKind,
  insertBenefitKind,
  insertWeightVersion,
  listBenefitKinds as listRows,
  setBenefitKindRemoved,
  updateBenefitKind as updateRow,
} from '#store/benefit-kinds.ts';
import type { ChangeAct } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';

export async function listBenefitKinds(ctx: Context): Promise<{ items: BenefitKindLine[] }> {
  return { items: (await listRows(ctx.db)).map(describe) };
}

export async function createBenefitKind(
  ctx: Context,
  input: { name: string; weight: number; ground?: string | null },
): Promise<BenefitKindLine> {
  return transact(ctx.db, async (tx) => {
    const firm = allow(ctx.actor, 'govern', await getFirm(tx));
    const id = uuidv7();
    const { name, weight, ground = null } = input;
    await insertBenefitKind(tx, firm, { id, key: `own-${id}`, name, weight, ground, at: ctx.now() });
    await date(ctx, tx, { id, weight });
    const now = await find(tx, id);
    await note(ctx, tx, { act: 'create', now });
    return describe(now);
  });
}

export interface BenefitKindChange {
  readonly benefitKindId: string;
  readonly ifVersion?: number;
  /** Of an own kind. */
  readonly name?: string;
  /** Null: the shipped weight again. */
  readonly weight?: number | null;
  readonly ground?: string | null;
}

export async function updateBenefitKind(ctx: Context, input: BenefitKindChange): Promise<BenefitKindLine> {
  return transact(ctx.db, async (tx) => {
    const firm = allow(ctx.actor, 'govern', await getFirm(tx));
    const was = await find(tx, input.benefitKindId);
    const { benefitKindId: recordId, ifVersion, ...wanted } = input;
    if (was.isShipped ? wanted.name !== undefined : wanted.weight === null) throw new AppError('not-allowed');
    const current = benefitKindFieldsOf(was);
    const { version } = was;
    const current412 = async () => ({ ...describe(was) });
    await mergeFields(tx, { recordId, ifVersion, version, wanted: { ...wanted }, current, describe: current412 });
    const { name = was.name, weight = was.weight, ground = was.ground } = wanted;
    await updateRow(tx, firm, { id: was.id, name, weight, ground });
    if (weight !== was.weight) {
      await date(ctx, tx, { id: was.id, weight });
      await ctx.enqueue({ name: 'reweigh-benefits', data: { kind: was.key } }, tx);
    }
    const now = await find(tx, was.id);
    await note(ctx, tx, { act: 'update', was, now });
    return describe(now);
  });
}

export async function removeBenefitKind(ctx: Context, input: { benefitKindId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const firm = allow(ctx.actor, 'govern', await getFirm(tx));
    const was = await find(tx, input.benefitKindId);
    if (was.isShipped) throw new AppError('not-allowed');
    await setBenefitKindRemoved(tx, firm, { id: was.id, at: ctx.now() });
    await note(ctx, tx, { act: 'remove', was, now: was });
    return { done: true as const };
  });
}

export async function restoreBenefitKind(ctx: Context, tx: Tx, id: string): Promise<void> {
  const firm = allow(ctx.actor, 'govern', await getFirm(tx));
  await setBenefitKindRemoved(tx, firm, { id, at: null });
  await note(ctx, tx, { act: 'restore', now: await find(tx, id) });
}

async function find(tx: Tx, id: string): Promise<BenefitKindRow> {
  const row = await findBenefitKind(tx, id);
  if (!row || row.isRemoved) throw notFound();
  return row;
}

async function date(ctx: Context, tx: Tx, { id: kindId, weight }: { id: string; weight: number | null }) {
  const version = { id: uuidv7(), kindId, weight, authorId: userOf(ctx.actor), validFrom: ctx.now() };
  await insertWeightVersion(tx, version);
}

interface Noted {
  readonly act: ChangeAct;
  readonly was?: BenefitKindRow;
  readonly now: BenefitKindRow;
}

async function note(ctx: Context, tx: Tx, { act, was, now }: Noted): Promise<void> {
  await noteChange(ctx, tx, {
    ...{ noun: 'benefit-kind', recordId: now.id, partyId: null, act, label: now.name ?? now.key },
    ...(was && { before: benefitKindFieldsOf(was) }),
    ...(act !== 'remove' && { after: benefitKindFieldsOf(now) }),
    version: now.version,
  });
}

export function benefitKindFieldsOf({ name, weight, ground }: BenefitKindRow) {
  return { name, weight, ground };
}

function describe(row: BenefitKindRow): BenefitKindLine {
  const { id, key, name, ground, isShipped, version, by } = row;
  const shipped = isShipped ? benefitTable[key as BenefitKind] : null;
  return {
    ...{ id, key, name, ground, isShipped, version, by },
    weight: row.weight ?? shipped?.weight ?? 0,
    shipped: shipped && {
      ...{ weight: shipped.weight, ground: shipped.ground },
      ...{ source: sources[shipped.source].reference, sourceId: shipped.source },
    },
    since: row.weight === null ? null : (row.since?.toISOString() ?? null),
  };
}
