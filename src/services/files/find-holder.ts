/** What a file hangs on decides who may see it. */
import type { Db } from '#store/database.ts';
import type { FileNoun } from '#store/files.ts';
import { findPartiesById } from '#store/identities.ts';
import { listInteractions } from '#store/interactions.ts';
import { findParty } from '#store/parties.ts';
import { allow } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { getInteraction } from '../interactions/change-interaction.ts';
import { levelOf } from '../mail/sharing-levels.ts';
import { findAllowedNote } from '../notes/get-note.ts';

export interface Holder {
  readonly partyId: string;
  /** Set: only this user may know of it. */
  readonly privateTo: string | null;
}

/** Throws not-found where the actor may not read what it hangs on. */
export async function findHolder(
  ctx: Context,
  db: Db,
  held: { noun: FileNoun; recordId: string },
  action: 'see' | 'edit',
): Promise<Holder> {
  const { noun, recordId } = held;
  if (noun === 'party') {
    const party = allow(ctx.actor, action, await findParty(db, recordId));
    return { partyId: party.id, privateTo: null };
  }
  if (noun === 'note') {
    const note = await findAllowedNote(ctx, db, recordId, action);
    return { partyId: note.partyId, privateTo: note.isPrivate ? note.authorId : null };
  }
  const moment = await getInteraction({ ...ctx, db }, { interactionId: recordId });
  if (moment.textWithheld) throw notFound();
  const parties = await findPartiesById(db, [moment.from, ...moment.to]);
  const outside = parties.find(({ isOwn }) => !isOwn) ?? parties[0];
  if (!outside) throw notFound();
  // A mailbox is its owner's, and so is what hangs on its mails.
  const [row] = await listInteractions(db, [recordId]);
  return { partyId: outside.partyId, privateTo: row && levelOf(row) !== 'all' ? row.ownerUserId : null };
}
