/** Puts an idea back to how it was; what the log holds of it follows. */
import { findIdea, type IdeaWriting } from '#store/ideas.ts';
import { allow, isAllowed } from '../allow.ts';
import type { Reviser } from '../changes/reviser.ts';
import { type IdeaChange, known, removeIdea, restoreIdea, writeIdea } from './change-idea.ts';
import { ideaFieldsOf } from './note-idea.ts';

type Kept = IdeaChange & {
  readonly toldAt?: string | null;
  readonly toldBy?: string | null;
  readonly thankedAt?: string | null;
  readonly thankedBy?: string | null;
};

export const ideaReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const row = known(await findIdea(tx, recordId, { lock: true }));
    return row && isAllowed(ctx.actor, 'edit', row) ? ideaFieldsOf(row) : null;
  },
  async write(ctx, tx, recordId, values) {
    const row = allow(ctx.actor, 'edit', known(await findIdea(tx, recordId, { lock: true })));
    const { toldAt, thankedAt, ...kept } = values as Kept;
    await writeIdea(ctx, tx, row, {
      ...row,
      ...kept,
      ...(toldAt !== undefined && { toldAt: readAt(toldAt) }),
      ...(thankedAt !== undefined && { thankedAt: readAt(thankedAt) }),
    } satisfies IdeaWriting);
  },
  async remove(ctx, _tx, recordId) {
    await removeIdea(ctx, { ideaId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restoreIdea(ctx, tx, recordId);
  },
};

function readAt(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}
