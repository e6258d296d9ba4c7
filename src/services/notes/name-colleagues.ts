/** Who is named in a note (@) is told of it once; in a private note nobody is. */
import type { RichText } from '#contract/rich-text.ts';
import type { Tx } from '#store/database.ts';
import { type NoteRow, writeMentions } from '#store/notes.ts';
import type { Context } from '../context.ts';
import { notifyMany } from '../notifications/notify.ts';
import { mentionsIn } from './plain-text.ts';

export async function nameColleagues(
  ctx: Context,
  tx: Tx,
  { now, body }: { now: NoteRow; body: RichText },
): Promise<void> {
  const named = now.isPrivate ? [] : mentionsIn(body).filter((userId) => userId !== now.authorId);
  const told = await writeMentions(tx, now, named);
  const word = { kind: 'mention', noun: 'note', recordId: now.id, partyId: now.partyId } as const;
  await notifyMany(
    ctx,
    tx,
    told.map((userId) => ({ ...word, userId })),
  );
}
