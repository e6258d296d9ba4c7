/** Puts a promise back: one that was written by mistake goes, one that was settled by mistake is open again. */
import type { FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import { listInteractionsByKey } from '#store/interactions.ts';
import { deletePromise, findPromise, insertPromise, type PromiseRow, reopenPromise } from '#store/promises.ts';
import { allow, userOf } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';
import { ensureHandSource } from '../interactions/hand-source.ts';
import { takeOutInteractions } from '../interactions/take-out-interactions.ts';
import { notePromise, promiseFieldsOf } from './note-promise.ts';
import { settlePromise, touchTie } from './promises.ts';

export const promiseReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findPromise(tx, recordId);
    return row ? promiseFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = allow(ctx.actor, 'edit', await findPromise(tx, recordId));
    const { outcome, settledAt } = values as { outcome?: PromiseRow['outcome']; settledAt?: string | null };
    if (outcome) {
      const settled = { promiseId: row.id, outcome: outcome === 'late' ? ('kept' as const) : outcome };
      await settlePromise(ctx, { ...settled, ...(settledAt ? { at: settledAt } : {}) });
      return;
    }
    await reopenPromise(tx, row);
    await takeOutOutcome(ctx, tx, row);
    await notePromise(ctx, tx, { act: 'update', was: row, now: { ...row, outcome: null, settledAt: null } });
    await touchTie(ctx, tx, row.tieId);
  },
  async remove(ctx, tx, recordId) {
    const row = allow(ctx.actor, 'edit', await findPromise(tx, recordId));
    await deletePromise(tx, row);
    await takeOutOutcome(ctx, tx, row);
    await notePromise(ctx, tx, { act: 'remove', was: row });
    await touchTie(ctx, tx, row.tieId);
  },
  async restore(ctx, tx, recordId, values) {
    const row = readPromise(recordId, values);
    await insertPromise(tx, { ...row, authorId: userOf(ctx.actor), createdAt: ctx.now() });
    const now = allow(ctx.actor, 'edit', await findPromise(tx, recordId));
    await notePromise(ctx, tx, { act: 'restore', now });
    await touchTie(ctx, tx, row.tieId);
  },
};

/** What became of it was an event of the tie. */
async function takeOutOutcome(ctx: Context, tx: Tx, row: PromiseRow): Promise<void> {
  if (row.outcome === null || row.outcome === 'withdrawn') return;
  const source = await ensureHandSource(tx, ctx.now());
  const [event] = await listInteractionsByKey(tx, { sourceNumber: source.number, sourceKeys: [`promise ${row.id}`] });
  if (event) await takeOutInteractions(tx, { ids: [event.id], at: ctx.now() });
}

function readPromise(id: string, values: FieldValues) {
  const kept = values as Pick<PromiseRow, 'tieId' | 'owedBy' | 'text'> & { kind?: PromiseRow['kind']; dueAt: string };
  const { kind = 'promise', tieId, owedBy, text, dueAt } = kept;
  return { id, kind, tieId, owedBy, text, dueAt: new Date(dueAt) };
}
