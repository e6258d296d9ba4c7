/** Who would rather not be named as somebody in between: noted, taken back, undone. */

import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import { findParty, type PartyRecordRow } from '#store/parties.ts';
import { transact } from '#store/transact.ts';
import { deleteUnshownIntroducer, insertUnshownIntroducer, isUnshownIntroducer } from '#store/unshown-introducers.ts';
import { allow, isAllowed, viewerOf } from '../allow.ts';
import { noteChange } from '../changes/note-change.ts';
import type { Reviser } from '../changes/reviser.ts';
import type { Context } from '../context.ts';

interface Answer {
  readonly isShown: boolean;
}

export async function setIntroducer(ctx: Context, input: { partyId: string; isShown: boolean }): Promise<Answer> {
  const { partyId, isShown } = input;
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, partyId, { lock: true }));
    const wasShown = !(await isUnshownIntroducer(tx, partyId));
    if (isShown) await deleteUnshownIntroducer(tx, party);
    else await insertUnshownIntroducer(tx, party, { notedBy: viewerOf(ctx.actor), at: ctx.now() });
    await note(ctx, tx, { party, wasShown, isShown });
    return { isShown };
  });
}

async function note(
  ctx: Context,
  tx: Tx,
  { party, wasShown, isShown }: { party: Allowed<PartyRecordRow>; wasShown: boolean; isShown: boolean },
): Promise<void> {
  const about = { noun: 'introducer', recordId: party.id, partyId: party.id, label: party.name } as const;
  const sides = { before: { isShownBetween: wasShown }, after: { isShownBetween: isShown } };
  await noteChange(ctx, tx, { ...about, act: 'update', ...sides });
}

export const introducerReviser: Reviser = {
  async read(ctx, tx, recordId) {
    const party = await findParty(tx, recordId, { lock: true });
    if (!party || !isAllowed(ctx.actor, 'edit', party)) return null;
    return { isShownBetween: !(await isUnshownIntroducer(tx, recordId)) };
  },
  async write(ctx, _tx, recordId, values) {
    await setIntroducer(ctx, { partyId: recordId, isShown: values.isShownBetween !== false });
  },
  async remove(ctx, _tx, recordId) {
    await setIntroducer(ctx, { partyId: recordId, isShown: true });
  },
  async restore(ctx, _tx, recordId) {
    await setIntroducer(ctx, { partyId: recordId, isShown: false });
  },
};
