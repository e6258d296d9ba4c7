import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import { upsertTies } from '#store/ties.ts';
import { allow } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';

export interface OpenTie {
  readonly tieId: string;
  /** Which side of the tie is ours: 0 = a, 1 = b. */
  readonly ourSide: 0 | 1;
}

/** The tie between the one who asks and a relation, made when this is the first thing between them. */
export async function openTie(ctx: Context, tx: Tx, partyId: string): Promise<OpenTie> {
  const [party] = await findPartiesById(tx, [partyId]);
  const { isOwn } = allow(ctx.actor, 'edit', party);
  const own = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  if (own === null || isOwn || own === partyId) throw new AppError('not-allowed');
  const [a, b] = own < partyId ? [own, partyId] : [partyId, own];
  const ties = await upsertTies(tx, { pairs: [{ a, b }], newId: uuidv7, at: ctx.now() });
  const tieId = ties.get(`${a} ${b}`);
  if (tieId === undefined) throw new Error('the tie was neither found nor made');
  return { tieId, ourSide: a === own ? 0 : 1 };
}
