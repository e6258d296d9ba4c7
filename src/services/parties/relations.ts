/** Declared links: who works where, who is family, who introduced whom. */
import { v7 as uuidv7 } from 'uuid';
import type { ChangeAct, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import {
  deleteRelation,
  findRelation,
  findSameRelation,
  listRelationTypes as listTypes,
  type RelationRecord,
  upsertRelation,
} from '#store/relations.ts';
import { listTieIdsOfParties, markTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { refreshParties } from '../figures/refresh-figures.ts';

export async function listRelationTypes(ctx: Context) {
  return { items: (await listTypes(ctx.db)).map((row) => ({ ...row })) };
}

export interface RelationInput {
  readonly typeKey: string;
  readonly fromParty: string;
  readonly toParty: string;
  readonly fromOn?: string | null;
  readonly untilOn?: string | null;
}

export async function createRelation(ctx: Context, input: RelationInput): Promise<{ id: string }> {
  const { typeKey, fromParty, toParty } = input;
  if (fromParty === toParty) throw badInput('body.toParty', 'same-party');
  if (input.fromOn && input.untilOn && input.untilOn < input.fromOn)
    throw badInput('body.untilOn', 'until-before-from');
  return transact(ctx.db, async (tx) => {
    await allowBoth(ctx, tx, [fromParty, toParty]);
    const dates = { fromOn: input.fromOn ?? null, untilOn: input.untilOn ?? null };
    const was = await findSameRelation(tx, { typeKey, fromParty, toParty });
    const id = await upsertRelation(tx, { id: uuidv7(), typeKey, fromParty, toParty, ...dates, at: ctx.now() });
    if (id === null) throw badInput('body.typeKey', 'unknown-relation-type');
    const after = { typeKey, fromParty, toParty, ...dates };
    await noteRelation(ctx, tx, { id, fromParty, act: was ? 'update' : 'create', after, ...(was && { was }) });
    await afterChange(ctx, tx, { typeKey, fromParty, toParty });
    return { id };
  });
}

export async function removeRelation(ctx: Context, input: { relationId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const found = await findRelation(tx, input.relationId);
    if (!found) throw notFound();
    await allowBoth(ctx, tx, [found.fromParty, found.toParty]);
    await deleteRelation(tx, allow(ctx.actor, 'edit', found));
    await noteRelation(ctx, tx, { id: found.id, fromParty: found.fromParty, act: 'remove', was: found });
    await afterChange(ctx, tx, found);
    return { done: true };
  });
}

interface NotedRelation {
  readonly id: string;
  readonly fromParty: string;
  readonly act: ChangeAct;
  readonly was?: RelationRecord;
  readonly after?: RelationInput;
}

async function noteRelation(ctx: Context, tx: Tx, { id, fromParty, act, was, after }: NotedRelation): Promise<void> {
  const sides = { ...(was && { before: relationFieldsOf(was) }), ...(after && { after: { ...after } }) };
  await noteChange(ctx, tx, { noun: 'relation', recordId: id, partyId: fromParty, act, ...sides });
}

export function relationFieldsOf({ typeKey, fromParty, toParty, fromOn, untilOn }: RelationRecord): FieldValues {
  return { typeKey, fromParty, toParty, fromOn, untilOn };
}

async function allowBoth(ctx: Context, tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await findPartiesById(tx, ids);
  for (const id of ids) {
    allow(
      ctx.actor,
      'edit',
      rows.find((row) => row.partyId === id),
    );
  }
}

/** Whose strands an organisation has follows from who works there. */
async function afterChange(
  ctx: Context,
  tx: Tx,
  link: { typeKey: string; fromParty: string; toParty: string },
): Promise<void> {
  if (link.typeKey !== 'works-at') return;
  const tieIds = await listTieIdsOfParties(tx, [link.fromParty]);
  await markTiesStale(tx, { tieIds, at: ctx.now() });
  const [employer] = await findPartiesById(tx, [link.toParty]);
  if (employer && !employer.isOwn) await refreshParties(tx, { partyIds: [link.toParty], at: ctx.now() });
}

function badInput(path: string, code: string): AppError {
  return new AppError('bad-input', { problems: [{ path, code, message: code.replaceAll('-', ' ') }] });
}
