/** Puts answers back to how they were; the task that goes with them is put back by its own. */
import { type ExpectationWriting, findExpectation } from '#store/expectations.ts';
import { isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { getRow, removeExpectation, restoreExpectation, writeExpectation } from './change-expectation.ts';
import { expectationFieldsOf } from './note-expectation.ts';

export const expectationReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = await findExpectation(tx, recordId, { lock: true });
    return row && row.deletedAt === null && isAllowed(ctx.actor, 'edit', row) ? expectationFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = await getRow(ctx, tx, recordId);
    await writeExpectation(ctx, tx, row, { ...row, ...(values as Partial<ExpectationWriting>) });
  },
  async remove(ctx, _tx, recordId) {
    await removeExpectation(ctx, { expectationId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restoreExpectation(ctx, tx, recordId);
  },
};
