/** Events that other programs tell, by the one way into the log. */
import { v7 as uuidv7 } from 'uuid';
import type { Event } from '#contract/events.ts';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import type { Context } from '../context.ts';
import { keepRecords } from '../interactions/record-interaction.ts';
import { readEvent } from './read-event.ts';

interface Told {
  readonly stored: number;
  readonly duplicates: number;
  readonly corrected: number;
  readonly items: { readonly id: string; readonly interactionId: string | null }[];
}

export async function recordEvents(
  ctx: Context,
  input: { readonly source: string; readonly events: readonly Event[] },
): Promise<Told> {
  return transact(ctx.db, async (tx) => {
    const wanted = { kind: 'api', label: input.source, ownerUserId: null, isPrivate: false, isLive: true };
    const source = await ensureSource(tx, { ...wanted, id: uuidv7(), createdAt: ctx.now() });
    const records = input.events.map((event) => readEvent(event, { numbering: source.label }));
    const { counts, ids } = await keepRecords(ctx, tx, { source, records });
    const items = input.events.map(({ id }, place) => {
      return { id, interactionId: ids.get(records[place]?.sourceKey ?? '') ?? null };
    });
    const { stored, corrected } = counts;
    return { stored, corrected, duplicates: counts.duplicates + counts.refused, items };
  });
}
