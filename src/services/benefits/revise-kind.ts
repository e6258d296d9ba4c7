/** Puts a kind of benefit back to how it was, its weight as a new dated one. */
import { findBenefitKind } from '#store/benefit-kinds.ts';
import type { Reviser } from '../changes/reviser.ts';
import {
  type BenefitKindChange,
  benefitKindFieldsOf,
  removeBenefitKind,
  restoreBenefitKind,
  updateBenefitKind,
} from './benefit-kinds.ts';

export const benefitKindReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findBenefitKind(tx, recordId);
    return row && !row.isRemoved ? benefitKindFieldsOf(row) : null;
  },
  async write(ctx, _tx, recordId, values) {
    await updateBenefitKind(ctx, { ...values, benefitKindId: recordId } as BenefitKindChange);
  },
  async remove(ctx, _tx, recordId) {
    await removeBenefitKind(ctx, { benefitKindId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restoreBenefitKind(ctx, tx, recordId);
  },
};
