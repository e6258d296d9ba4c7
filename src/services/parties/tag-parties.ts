/** Tags for many relations at once, made where they are not there yet. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { addPartyTags, ensureTags } from '#store/tags.ts';
import { viewerOf } from '../allow.ts';
import type { Actor } from '../context.ts';
import { normaliseText } from './names.ts';

export async function tagParties(
  tx: Tx,
  tagged: readonly { readonly partyId: string; readonly name: string }[],
  by: { readonly actor: Actor; readonly at: Date },
): Promise<void> {
  const wanted = new Map(tagged.map(({ name }) => [normaliseText(name), name]));
  const tags = [...wanted].map(([key, name]) => ({ id: uuidv7(), key, name, colour: 'grey' }));
  const made = await ensureTags(tx, tags, { by: viewerOf(by.actor), at: by.at });
  const idOf = new Map(made.map(({ id, key }) => [key, id]));
  const rows = tagged.flatMap(({ partyId, name }) => {
    const tagId = idOf.get(normaliseText(name));
    return tagId ? [{ tagId, partyId }] : [];
  });
  await addPartyTags(tx, rows);
}
