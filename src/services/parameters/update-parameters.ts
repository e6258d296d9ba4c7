/** The owner sets numbers of the model: a dated version, undone like anything else. */
import { parameterNames, parameterTable } from '#engine/parameters.ts';
import { findLatestParameters } from '#store/parameter-versions.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { checkParameters } from './check-parameters.ts';
import { applyParameters } from './decide-proposal.ts';
import { listParameters } from './parameters.ts';

export async function updateParameters(ctx: Context, input: { changed: Readonly<Record<string, number | null>> }) {
  await transact(ctx.db, async (tx) => {
    allow(ctx.actor, 'govern', await getFirm(tx));
    const wanted = { ...(await findLatestParameters(tx)), ...checkParameters(input.changed) };
    // What is as shipped is not kept, so that a better default of a later version is taken over.
    const differing = parameterNames.flatMap((name) => {
      const value = wanted[name];
      return value === undefined || value === parameterTable[name].value ? [] : [[name, value] as const];
    });
    await applyParameters(ctx, tx, Object.fromEntries(differing));
  });
  return listParameters(ctx);
}
