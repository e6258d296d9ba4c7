/** Puts a fault back: one that was written by mistake goes, one that was called made good too soon is open again. */
import type { FieldValues } from '#store/changes.ts';
import { deleteFault, type FaultRow, findFault, insertFault, reopenFault } from '#store/promises.ts';
import { allow } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { explainFault, makeFaultGood, ownedUpWeight } from './faults.ts';
import { faultFieldsOf, noteFault } from './note-fault.ts';
import { touchTie } from './promises.ts';

interface FaultValues {
  readonly madeGoodAt?: string | null;
  readonly madeGoodHow?: string | null;
  readonly why?: string | null;
  readonly toldAt?: string | null;
}

export const faultReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findFault(tx, recordId);
    return row ? faultFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const was = allow(ctx.actor, 'edit', await findFault(tx, recordId));
    const { madeGoodAt, madeGoodHow, ...said } = values as FaultValues;
    if ('why' in said || 'toldAt' in said) await explainFault(ctx, { ...said, faultId: recordId });
    if (madeGoodAt === undefined && madeGoodHow === undefined) return;
    if (madeGoodAt) {
      await makeFaultGood(ctx, { faultId: recordId, how: madeGoodHow ?? null, at: madeGoodAt });
      return;
    }
    await reopenFault(tx, was);
    await noteFault(ctx, tx, { act: 'update', was, now: { ...was, madeGoodAt: null, madeGoodHow: null } });
    await touchTie(ctx, tx, was.tieId);
  },
  async remove(ctx, tx, recordId) {
    const was = allow(ctx.actor, 'edit', await findFault(tx, recordId));
    await deleteFault(tx, was);
    await noteFault(ctx, tx, { act: 'remove', was });
    await touchTie(ctx, tx, was.tieId);
  },
  async restore(ctx, tx, recordId, values) {
    await insertFault(tx, { ...readFault(values), id: recordId, weight: ownedUpWeight });
    const now = allow(ctx.actor, 'edit', await findFault(tx, recordId));
    await noteFault(ctx, tx, { act: 'restore', now });
    await touchTie(ctx, tx, now.tieId);
  },
};

function readFault(values: FieldValues) {
  const kept = values as unknown as Pick<FaultRow, 'tieId' | 'bySide' | 'facet' | 'what'> & {
    at: string;
    why?: string | null;
    toldAt?: string | null;
  };
  const said = { why: kept.why ?? null, toldAt: kept.toldAt ? new Date(kept.toldAt) : null };
  return { ...said, tieId: kept.tieId, bySide: kept.bySide, facet: kept.facet, what: kept.what, at: new Date(kept.at) };
}
