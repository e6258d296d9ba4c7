/** What is done with each kind of thing a reader brings, in the transaction of its batch. */
import type { ConnectionFailure } from '#store/connection-places.ts';
import type { ConnectionRow } from '#store/connections.ts';
import type { Tx } from '#store/database.ts';
import type { Context } from '../context.ts';
import { futureGraceMs, ingestInteractions } from '../interactions/ingest-interactions.ts';
import type { IngestSource } from '../interactions/ingest-record.ts';
import { keepPublications } from '../publications/keep-publications.ts';
import type { ReaderItem } from './reader.ts';

export interface Keeping {
  readonly connection: ConnectionRow;
  readonly source: IngestSource;
  readonly place: string;
}

export interface Kept {
  /** What is new. */
  readonly stored: number;
  /** When what came in happened. */
  readonly timesMs: readonly number[];
  readonly failures: readonly ConnectionFailure[];
  /** Ties that it touched. */
  readonly tieIds: readonly string[];
}

type ItemOf<Type extends ReaderItem['type']> = Extract<ReaderItem, { type: Type }>;
type Keeper<Type extends ReaderItem['type']> = (
  ctx: Context,
  tx: Tx,
  keeping: Keeping,
  items: readonly ItemOf<Type>[],
) => Promise<Kept>;

export const nothingKept: Kept = { stored: 0, timesMs: [], failures: [], tieIds: [] };

const keepers: { readonly [Type in ReaderItem['type']]: Keeper<Type> } = {
  interaction: keepInteractions,
  published: keepPublications,
  failed: async (_ctx, _tx, { place }, items) => {
    return { ...nothingKept, failures: items.map(({ position, problem, raw }) => ({ place, position, problem, raw })) };
  },
};

export async function keepItems(ctx: Context, tx: Tx, keeping: Keeping, items: readonly ReaderItem[]): Promise<Kept> {
  const byType = Map.groupBy(items, ({ type }) => type);
  let all = nothingKept;
  for (const [type, some] of byType) {
    const keep = keepers[type] as (...input: [Context, Tx, Keeping, readonly ReaderItem[]]) => Promise<Kept>;
    all = addKept(all, await keep(ctx, tx, keeping, some));
  }
  return all;
}

function addKept(left: Kept, right: Kept): Kept {
  return {
    stored: left.stored + right.stored,
    timesMs: [...left.timesMs, ...right.timesMs],
    failures: [...left.failures, ...right.failures],
    tieIds: [...left.tieIds, ...right.tieIds],
  };
}

async function keepInteractions(
  ctx: Context,
  tx: Tx,
  { source, place }: Keeping,
  items: readonly ItemOf<'interaction'>[],
): Promise<Kept> {
  const at = ctx.now();
  const latestMs = at.getTime() + futureGraceMs;
  const records = items.map(({ record }) => record).filter(({ atMs }) => atMs <= latestMs);
  const ahead = items.filter(({ record }) => record.atMs > latestMs);
  const { ids, buried, counts, tieIds } = await ingestInteractions(tx, {
    source,
    records,
    actor: ctx.actor,
    at,
    importId: null,
  });
  const lost = records.filter(({ sourceKey }) => !ids.has(sourceKey) && !buried.has(sourceKey));
  return {
    stored: counts.stored,
    timesMs: records.map(({ atMs }) => atMs),
    tieIds,
    failures: [
      ...ahead.map(({ record }) => ({ place, position: record.sourceKey, problem: 'future-date', raw: null })),
      ...lost.map(({ sourceKey }) => ({ place, position: sourceKey, problem: 'no-people', raw: null })),
    ],
  };
}
