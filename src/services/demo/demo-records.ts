/** What the demo firm wrote down, through the use cases of every day; its words leave with it. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import { deleteDemoWords, forgetChanges } from '#store/demo-words.ts';
import { findSetting, putSetting } from '#store/settings.ts';
import type { Context } from '../context.ts';
import { createField } from '../fields/define-fields.ts';
import { createGroup } from '../groups/groups.ts';
import { updatePartyFields } from '../parties/change-party.ts';
import type { PartyFields } from '../parties/write-party.ts';
import { createTag } from '../tags/tags.ts';
import type { DemoHouse } from './demo-house.ts';

export interface DemoWords {
  readonly fields: readonly Parameters<typeof createField>[1][];
  readonly tags: readonly Parameters<typeof createTag>[1][];
  readonly groups: readonly Parameters<typeof createGroup>[1][];
  /** By the demo's own keys; so is `metThrough`. */
  readonly parties: Readonly<Record<string, PartyFields>>;
}

const demoWords = 'demo-words';

export async function writeDemoRecords(
  ctx: Context & { db: Tx },
  house: Pick<DemoHouse, 'idOf'>,
  words: DemoWords,
): Promise<void> {
  const within = { ...ctx, batchId: uuidv7() };
  const made: string[] = [];
  for (const field of words.fields) made.push((await createField(within, field)).id);
  for (const tag of words.tags) made.push((await createTag(within, tag)).id);
  for (const group of words.groups) made.push((await createGroup(within, group)).id);
  for (const [key, { metThrough, ...fields }] of Object.entries(words.parties)) {
    const through = metThrough ? { metThrough: house.idOf(metThrough) } : {};
    await updatePartyFields(within, { ...fields, ...through, partyId: house.idOf(key) });
  }
  // Invented people have no history of having been written down this minute.
  await forgetChanges(ctx.db, within.batchId);
  await putSetting(ctx.db, demoWords, made);
}

/** The same for what else was written down in one go. */
export async function forgetDemoChanges(ctx: Context & { db: Tx }, batchId: string): Promise<void> {
  await forgetChanges(ctx.db, batchId);
}

/** Once its parties are gone: what nobody else uses by now. */
export async function removeDemoWords(tx: Tx): Promise<void> {
  const made = (await findSetting(tx, demoWords)) as string[] | null;
  if (made === null) return;
  await deleteDemoWords(tx, made);
  await putSetting(tx, demoWords, null);
}
