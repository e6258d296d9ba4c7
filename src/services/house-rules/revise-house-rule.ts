/** Puts a rule of the house back to how it was. */
import { findHouseRule } from '#store/house-rules.ts';
import type { Reviser } from '../changes/reviser.ts';
import {
  fieldsOf,
  type HouseRuleChange,
  known,
  removeHouseRule,
  restoreHouseRule,
  updateHouseRuleFields,
} from './house-rules.ts';

export const houseRuleReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = known(await findHouseRule(tx, recordId, { lock: true }));
    return row && fieldsOf(row);
  },
  async write(ctx, _tx, recordId, values) {
    await updateHouseRuleFields(ctx, { ...(values as HouseRuleChange), houseRuleId: recordId });
  },
  async remove(ctx, _tx, recordId) {
    await removeHouseRule(ctx, { houseRuleId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restoreHouseRule(ctx, tx, recordId);
  },
};
