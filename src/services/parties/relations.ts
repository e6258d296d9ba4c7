/** Declared links: who works where, who is family, who introduced whom. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import { deleteRelation, findRelation, listRelationTypes as listTypes, upsertRelation } from '#store/relations.ts';
import { listTieIdsOfParties, markTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { refreshParties } from '../figures/refresh-figures.ts';

export async function listRelationTypes(ctx: Context) {
  return { items: (await listTypes(ctx.db)).map((row) => ({ ...row })) };
}

interface RelationInput {
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
    const id = await upsertRelation(tx, { id: uuidv7(), typeKey, fromParty, toParty, ...dates, at: ctx.now() });
    if (id === null) throw badInput('body.typeKey', 'unknown-relation-type');
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
    await afterChange(ctx, tx, found);
    return { done: true };
  });
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
