/** Whether who helped us got something for it: said of the contact moment it was given in, undone like a correction of it. */
import { v7 as uuidv7 } from 'uuid';
import { type InteractionKind, kindTable } from '#engine/kinds.ts';
import { findChangeOfBatch } from '#store/changes.ts';
import { listInteractions, type StoredBenefit } from '#store/interactions.ts';
import { transact } from '#store/transact.ts';
import { AppError, notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { correctInteraction } from '../interactions/change-interaction.ts';

type GotForIt = 'yes' | 'no' | 'unknown';

interface Said {
  readonly interactionId: string;
  readonly kind: string;
  readonly gotForIt: GotForIt;
}

export async function sayGotForIt(
  ctx: Context,
  { interactionId, kind, gotForIt }: Said,
): Promise<{ gotForIt: GotForIt; changeId: string | null }> {
  return transact(ctx.db, async (tx) => {
    const [row] = await listInteractions(tx, [interactionId]);
    if (!row) throw notFound();
    const given = row.benefits.length > 0 ? row.benefits : givenBy(row.kind);
    const batchId = ctx.batchId ?? uuidv7();
    const benefits = given.map((benefit) => (benefit.kind === kind ? sayOf(benefit, gotForIt) : benefit));
    // Whether one may see and change it is asked there.
    await correctInteraction({ ...ctx, db: tx, batchId }, { interactionId, benefits });
    if (!given.some((benefit) => benefit.kind === kind)) {
      throw new AppError('bad-input', {
        problems: [{ path: 'body.kind', code: 'unknown-benefit-kind', message: 'nothing of that kind was given' }],
      });
    }
    return { gotForIt, changeId: (await findChangeOfBatch(tx, batchId)) ?? null };
  });
}

function sayOf({ gotForIt: _, ...benefit }: StoredBenefit, gotForIt: GotForIt): StoredBenefit {
  return gotForIt === 'unknown' ? benefit : { ...benefit, gotForIt };
}

/** What its kind gives by itself, where nothing more was said. */
function givenBy(kind: string): StoredBenefit[] {
  const gives: readonly string[] = kind in kindTable ? kindTable[kind as InteractionKind].gives : [];
  return gives.map((given) => ({ giver: 'from' as const, kind: given, weight: null }));
}
