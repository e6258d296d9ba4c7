/** A proposal, looked at and decided on by somebody who may govern; and a version put back. */
import { v7 as uuidv7 } from 'uuid';
import type { ParameterProposal } from '#contract/parameters.ts';
import { parameterNames, resolveParameters } from '#engine/parameters.ts';
import type { Tx } from '#store/database.ts';
import { findLatestParameters, insertParameterVersion } from '#store/parameter-versions.ts';
import { findSetting, putSetting } from '#store/settings.ts';
import { markAllTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError } from '../app-error.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { isRebuild } from './check-parameters.ts';
import { getParameters } from './parameters.ts';
import { type KeptProposal, proposalKey } from './propose-for-firm.ts';

export async function getProposal(ctx: Context): Promise<{ proposal: ParameterProposal | null }> {
  const kept = (await findSetting(ctx.db, proposalKey)) as KeptProposal | null;
  if (!kept) return { proposal: null };
  const now = await getParameters(ctx.db);
  const names = parameterNames.filter((name) => kept.values[name] !== undefined);
  const values = names.map((name) => ({ name, from: now[name], to: kept.values[name] ?? now[name] }));
  return { proposal: { at: kept.at, twoSidedTies: kept.twoSidedTies, values } };
}

export async function decideProposal(
  ctx: Context,
  input: { accepted: boolean; at: string },
): Promise<{ applied: boolean }> {
  return transact(ctx.db, async (tx) => {
    const kept = (await findSetting(tx, proposalKey, { lock: true })) as KeptProposal | null;
    allow(ctx.actor, 'govern', await getFirm(tx));
    // Another month's proposal than the one that was looked at.
    if (!kept || Date.parse(kept.at) !== Date.parse(input.at)) throw new AppError('conflict');
    if (input.accepted) {
      await applyParameters(ctx, tx, { ...(await findLatestParameters(tx)), ...kept.values });
    }
    await putSetting(tx, proposalKey, null);
    return { applied: input.accepted };
  });
}

/** A dated version in force from now on; the lists follow by the job, and at other half-lives the states before them. */
export async function applyParameters(ctx: Context, tx: Tx, changed: Readonly<Record<string, number>>): Promise<void> {
  const firm = allow(ctx.actor, 'govern', await getFirm(tx));
  const before = await findLatestParameters(tx);
  resolveParameters(changed);
  await insertParameterVersion(tx, firm, {
    ...{ id: uuidv7(), changed, authorId: userOf(ctx.actor), validFrom: ctx.now() },
  });
  const after = changed;
  await noteChange(ctx, tx, {
    noun: 'parameters',
    recordId: firm.partyId,
    partyId: null,
    act: 'update',
    before,
    after,
  });
  await markAllTiesStale(tx, ctx.now());
  const isRefold = isRebuild(resolveParameters(before), resolveParameters(changed));
  await ctx.enqueue({ name: isRefold ? 'rebuild-states' : 'refresh-figures', data: {} }, tx);
}
