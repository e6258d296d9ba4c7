/** What a reader brings into the log, with what of it could not be kept. */
import type { ConnectionFailure } from '#store/connection-places.ts';
import type { Tx } from '#store/database.ts';
import type { SharingLevel } from '#store/mail-sharing.ts';
import type { Context } from '../context.ts';
import type { InteractionRecord } from '../imports/connector.ts';
import { futureGraceMs, ingestInteractions } from '../interactions/ingest-interactions.ts';
import type { IngestSource } from '../interactions/ingest-record.ts';

export interface Kept {
  /** What is new. */
  readonly stored: number;
  /** When what came in happened. */
  readonly timesMs: readonly number[];
  readonly failures: readonly ConnectionFailure[];
  /** Ties that it touched. */
  readonly tieIds: readonly string[];
}

export const nothingKept: Kept = { stored: 0, timesMs: [], failures: [], tieIds: [] };

interface Ingesting {
  readonly place: string;
  readonly source: IngestSource;
  readonly records: readonly InteractionRecord[];
  /** What colleagues see of it, by its source key. */
  readonly sharingOf?: (sourceKey: string) => SharingLevel | null;
}

/** Answers too which interaction each record became. */
export async function ingestItems(
  ctx: Context,
  tx: Tx,
  { place, source, records: all, sharingOf }: Ingesting,
): Promise<Kept & { readonly ids: ReadonlyMap<string, string> }> {
  const at = ctx.now();
  const latestMs = at.getTime() + futureGraceMs;
  const records = all.filter(({ atMs }) => atMs <= latestMs);
  const ahead = all.filter(({ atMs }) => atMs > latestMs);
  const { ids, buried, counts, tieIds } = await ingestInteractions(tx, {
    ...{ source, records, actor: ctx.actor, at, importId: null },
    ...(sharingOf ? { sharingOf } : {}),
  });
  const lost = records.filter(({ sourceKey }) => !ids.has(sourceKey) && !buried.has(sourceKey));
  return {
    ids,
    stored: counts.stored,
    timesMs: records.map(({ atMs }) => atMs),
    tieIds,
    failures: [
      ...ahead.map(({ sourceKey }) => ({ place, position: sourceKey, problem: 'future-date', raw: null })),
      ...lost.map(({ sourceKey }) => ({ place, position: sourceKey, problem: 'no-people', raw: null })),
    ],
  };
}
