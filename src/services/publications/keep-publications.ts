/** What a feed brings is kept with the relation whose feed it is. */
import { v7 as uuidv7 } from 'uuid';
import { feedSettings } from '#contract/connection-kinds.ts';
import type { Tx } from '#store/database.ts';
import { keepPublications as keepRows } from '#store/publications.ts';
import type { Kept } from '../connections/keep-interactions.ts';
import type { Keeping } from '../connections/keepers.ts';
import type { PublicationRecord } from '../connections/reader.ts';
import type { Context } from '../context.ts';

export async function keepPublications(
  ctx: Context,
  tx: Tx,
  { connection }: Keeping,
  items: readonly { readonly record: PublicationRecord }[],
): Promise<Kept> {
  const { partyId } = feedSettings.parse(connection.settings);
  const last = new Map(items.map(({ record }) => [record.sourceKey, record]));
  const publications = [...last.values()].map(({ atMs, ...record }) => {
    return { ...record, id: uuidv7(), publishedAt: new Date(atMs) };
  });
  const { stored } = await keepRows(tx, { partyId, connectionId: connection.id, at: ctx.now(), publications });
  return { stored, timesMs: items.map(({ record }) => record.atMs), failures: [], tieIds: [] };
}
