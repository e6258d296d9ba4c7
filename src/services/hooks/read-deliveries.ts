/** The job behind the hooks: what waits is mapped and goes into the log; what cannot be stays, with its reason. */
import type { HookMapping } from '#contract/hook-mapping.ts';
import type { Tx } from '#store/database.ts';
import { type Outcome, type RawDelivery, setOutcomes, takeWaiting } from '#store/hook-deliveries.ts';
import { findHook, type HookRow } from '#store/hooks.ts';
import { findSource, type SourceRow } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { readEvent } from '../events/read-event.ts';
import { getFirm } from '../firm.ts';
import type { IngestRecord } from '../interactions/ingest-record.ts';
import { keepRecords } from '../interactions/record-interaction.ts';
import { type Mapped, mapPayload } from './map-payload.ts';
import { parsePayload } from './parse-payload.ts';

const atOnce = 100;

/** Ends when nothing waits any more; a stretch is a transaction, so that a kill leaves each either read or waiting. */
export async function readDeliveries(ctx: Context, signal?: AbortSignal): Promise<void> {
  let alone = false;
  for (;;) {
    if (signal?.aborted) return;
    try {
      const taken = await transact(ctx.db, (tx) => readSome(ctx, tx, alone ? 1 : atOnce));
      if (taken === 0) return;
    } catch (error) {
      // One that the log refuses must not hold up the others: then each by itself.
      if (!(error instanceof AppError) || alone) throw error;
      alone = true;
    }
  }
}

async function readSome(ctx: Context, tx: Tx, limit: number): Promise<number> {
  const waiting = await takeWaiting(tx, limit);
  for (const [hookId, deliveries] of Map.groupBy(waiting, (delivery) => delivery.hookId)) {
    const hook = await findHook(tx, hookId);
    const source = hook && (await findSource(tx, hook.sourceNumber));
    if (hook && source) await readOfHook(ctx, tx, { hook, source, deliveries });
  }
  return waiting.length;
}

interface OfHook {
  readonly hook: HookRow;
  readonly source: SourceRow;
  readonly deliveries: readonly RawDelivery[];
}

async function readOfHook(ctx: Context, tx: Tx, { hook, source, deliveries }: OfHook): Promise<void> {
  const house = { timeZone: (await getFirm(tx)).timeZone, now: ctx.now() };
  const mapping = hook.mapping as HookMapping;
  const read = deliveries.map((delivery) => ({ delivery, mapped: mapDelivery(delivery, mapping, house) }));
  const told = read.flatMap(({ delivery, mapped }) =>
    mapped.outcome === 'event'
      ? [{ id: delivery.id, record: readEvent(mapped.event, { numbering: source.label }) }]
      : [],
  );
  const kept = await keep(ctx, tx, source, told);
  await setOutcomes(
    tx,
    read.map(({ delivery, mapped }) => outcomeOf(delivery.id, mapped, kept)),
  );
}

export function mapDelivery(
  { raw, contentType }: Pick<RawDelivery, 'raw' | 'contentType'>,
  mapping: HookMapping,
  house: { timeZone: string; now: Date },
): Mapped {
  const payload = parsePayload(raw, contentType);
  if ('problem' in payload) return { outcome: 'failed', problem: payload.problem, field: null, written: null };
  return mapPayload(payload.data, mapping, house);
}

interface Kept {
  readonly outcome: 'kept' | 'same';
  readonly interactionId: string;
}

async function keep(
  ctx: Context,
  tx: Tx,
  source: SourceRow,
  told: readonly { id: string; record: IngestRecord }[],
): Promise<Map<string, Kept>> {
  if (told.length === 0) return new Map();
  const { ids, stored } = await keepRecords(ctx, tx, { source, records: told.map(({ record }) => record) });
  const fresh = new Set(stored.map(({ id }) => id));
  return new Map(
    told.flatMap(({ id, record }): [string, Kept][] => {
      const interactionId = ids.get(record.sourceKey);
      if (interactionId === undefined) return [];
      // Of several that tell the same the first made it, the others put it right.
      const isFirst = fresh.delete(interactionId);
      return [[id, { outcome: isFirst ? 'kept' : 'same', interactionId }]];
    }),
  );
}

function outcomeOf(id: string, mapped: Mapped, kept: ReadonlyMap<string, Kept>): Outcome {
  const plain = { id, problem: null, problemField: null, problemText: null, interactionId: null };
  if (mapped.outcome === 'skipped') return { ...plain, outcome: 'skipped' };
  if (mapped.outcome === 'failed') {
    const { problem, field: problemField, written: problemText } = mapped;
    return { ...plain, outcome: 'failed', problem, problemField, problemText };
  }
  const known = kept.get(id);
  // Told of nobody but ourselves, or deleted here by a person: there is nothing to mend.
  return known ? { ...plain, ...known } : { ...plain, outcome: 'skipped' };
}
