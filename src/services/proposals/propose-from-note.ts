/** What one wrote oneself, proposed to oneself: once, however often the note is changed. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { sayLive } from '#store/live.ts';
import type { NoteRow } from '#store/notes.ts';
import { insertProposals, type NewProposal } from '#store/proposals.ts';
import type { Context } from '../context.ts';
import { readNote } from './read-note.ts';

export async function proposeFromNote(ctx: Context, tx: Tx, note: NoteRow): Promise<void> {
  // Whose note it is reads what it says: a colleague who mends a word is asked nothing.
  if (ctx.actor.kind !== 'user' || note.authorId !== ctx.actor.userId) return;
  const { id: noteId, partyId } = note;
  const ownerUserId = ctx.actor.userId;
  const proposals = readNote(note.plainText).map(({ kind, by, text, name }): NewProposal => {
    const key = name === undefined ? `note ${noteId} ${kind} ${by}` : `introduction ${partyId} ${name}`;
    const data = name === undefined ? { by } : { by, name, mail: null };
    const about = { id: uuidv7(), ownerUserId, interactionId: null, noteId, partyId };
    return { ...about, kind, key, text, data, dueAt: null, happenedAt: ctx.now() };
  });
  if (await insertProposals(tx, proposals))
    sayLive(tx, { topics: ['proposals'], partyIds: [partyId], only: ownerUserId });
}
