/** Who is signed in, and whether there is anything to look at yet. */
import { hasImports } from '#store/import-runs.ts';
import { hasRelations } from '#store/own-parties.ts';
import { userOf } from './allow.ts';
import type { Context } from './context.ts';
import { describeFirm, getFirm } from './firm.ts';
import { getUserRow } from './user-row.ts';
import { describeUser } from './users.ts';

export async function getMe(ctx: Context) {
  const userId = userOf(ctx.actor);
  return {
    user: describeUser(await getUserRow(ctx.db, userId)),
    firm: describeFirm(await getFirm(ctx.db)),
    hasImports: await hasImports(ctx.db, userId),
    hasRelations: await hasRelations(ctx.db),
  };
}
