/** What of a batch is new, what is known and says something else now, and what a person deleted before. */
import type { Tx } from '#store/database.ts';
import { listInteractionsByKey } from '#store/interactions.ts';
import { findTombstoned } from '#store/tombstones.ts';
import { contentHashOf } from './content-hash.ts';
import type { IngestCounts, IngestRecord, IngestSource } from './ingest-record.ts';

export interface Sorted {
  readonly fresh: IngestRecord[];
  readonly changed: { readonly id: string; readonly record: IngestRecord }[];
  readonly buried: ReadonlySet<string>;
}

/** The same key twice in one batch: the later word holds. */
export function keepLast(records: readonly IngestRecord[], counts: IngestCounts): IngestRecord[] {
  const last = new Map(records.map((record) => [record.sourceKey, record]));
  counts.duplicates += records.length - last.size;
  return [...last.values()];
}

export function allFresh(records: readonly IngestRecord[]): Sorted {
  return { fresh: [...records], changed: [], buried: new Set() };
}

export async function sortOut(
  tx: Tx,
  input: { records: readonly IngestRecord[]; source: IngestSource; counts: IngestCounts; ids: Map<string, string> },
): Promise<Sorted> {
  const { records, source, counts, ids } = input;
  const sourceKeys = records.map((record) => record.sourceKey);
  const known = await listInteractionsByKey(tx, { sourceNumber: source.number, sourceKeys });
  const knownByKey = new Map(known.map((row) => [row.sourceKey, row]));
  const buried = await findTombstoned(
    tx,
    sourceKeys.map((sourceKey) => ({ sourceNumber: source.number, sourceKey })),
  );
  const sorted: Sorted = { fresh: [], changed: [], buried };
  for (const record of records) {
    const there = knownByKey.get(record.sourceKey);
    if (there) ids.set(record.sourceKey, there.id);
    if (buried.has(record.sourceKey)) counts.refused += 1;
    else if (!there) sorted.fresh.push(record);
    else if (there.contentHash.equals(contentHashOf(record))) counts.duplicates += 1;
    else sorted.changed.push({ id: there.id, record });
  }
  return sorted;
}
