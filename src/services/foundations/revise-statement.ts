/** Puts a statement back to how it was; the reading follows. */
import { findStatement } from '#store/foundation-statements.ts';
import { allow, isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import {
  known,
  restoreStatement,
  type StatementFields,
  withdrawStatement,
  writeStatement,
} from './change-statement.ts';
import { statementFieldsOf } from './note-statement.ts';

export const foundationReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = known(await findStatement(tx, recordId, { lock: true }));
    return row && isAllowed(ctx.actor, 'edit', row) ? statementFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = allow(ctx.actor, 'edit', known(await findStatement(tx, recordId, { lock: true })));
    const { saidAt, ...kept } = values as StatementFields;
    await writeStatement(ctx, tx, row, { ...row, ...kept, ...(saidAt && { saidAt: new Date(saidAt) }) });
  },
  async remove(ctx, _tx, recordId) {
    await withdrawStatement(ctx, { statementId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restoreStatement(ctx, tx, recordId);
  },
};
