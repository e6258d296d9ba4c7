/** What the words of a private mail gave away: kept for its owner alone, and for nobody's figures. */
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#store/database.ts';
import type { InteractionRow } from '#store/interactions.ts';
import { insertSignals, type NewSignal } from '#store/mail-signals.ts';
import type { IngestRecord, IngestSource } from './ingest-record.ts';

export async function storeSignals(
  tx: Tx,
  input: { source: IngestSource; rows: readonly InteractionRow[]; records: readonly IngestRecord[] },
): Promise<void> {
  const ownerUserId = input.source.ownerUserId;
  if (ownerUserId === null) return;
  const byKey = new Map(input.records.map((record) => [record.sourceKey, record]));
  const signals = input.rows.flatMap((row) => {
    const record = byKey.get(row.sourceKey);
    if (!record || row.mailClass !== 'person') return [];
    return signalsOf(record).map((signal) => ({ ...signal, id: uuidv7(), interactionId: row.id, ownerUserId }));
  });
  await insertSignals(tx, signals);
}

type Signal = Pick<NewSignal, 'kind' | 'text' | 'dueAt'>;

function signalsOf(record: IngestRecord): Signal[] {
  const words = (record.snippet ?? record.subject ?? '').slice(0, 300);
  const signals: Signal[] = (record.promises ?? []).map((promise) => ({
    kind: 'promise',
    text: promise.text,
    dueAt: promise.dueMs === null ? null : new Date(promise.dueMs),
  }));
  if (record.asksAnswer) signals.push({ kind: 'question', text: words, dueAt: null });
  for (const { kind } of record.benefits) {
    if (kind === 'thanks' || kind === 'help') signals.push({ kind, text: words, dueAt: null });
  }
  return signals;
}
