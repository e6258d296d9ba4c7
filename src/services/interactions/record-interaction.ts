/** What people write down themselves, and what other programs send: singly or up to 1,000 at once. */
import { v7 as uuidv7 } from 'uuid';
import type { InteractionInput, partyRef } from '#contract/interactions.ts';
import type { Shape } from '#contract/values.ts';
import type { Tx } from '#store/database.ts';
import { closeCoverage, ensureSource, type SourceRow } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { AppError } from '../app-error.ts';
import { refuseUnknownKinds } from '../benefits/weights.ts';
import type { Actor, Context } from '../context.ts';
import { refreshSoon } from '../figures/refresh-soon.ts';
import { ensureHandSource } from './hand-source.ts';
import { type IngestResult, ingestInteractions } from './ingest-interactions.ts';
import type { IngestInput, IngestRecord, PartyRef } from './ingest-record.ts';
import { noteInteraction } from './note-interaction.ts';

/** Up to here the one who writes sees the figures change at once; beyond it the job follows. */
const refreshedAtOnce = 20;

export async function recordInteraction(
  ctx: Context,
  input: InteractionInput,
): Promise<{ id: string; duplicate: boolean; tieIds: string[] }> {
  const sourceKey = input.sourceKey ?? uuidv7();
  return transact(ctx.db, async (tx) => {
    await refuseUnknownKinds(tx, input.benefits);
    const source = await ensureHandSource(tx, ctx.now());
    const record = recordOf(ctx.actor, { ...input, sourceKey });
    // A key made a moment ago is known to nobody.
    const isNews = input.sourceKey === undefined && input.answers.length === 0;
    const { ids, tieIds, stored, ownParties } = await ingest(ctx, tx, source, { records: [record], isNews });
    const id = ids.get(sourceKey);
    if (id === undefined) throw nobody();
    await refreshOrLeave(ctx, tx, tieIds);
    for (const now of stored) await noteInteraction(ctx, tx, { act: 'create', now, ownParties });
    return { id, duplicate: tieIds.length === 0, tieIds: [...tieIds] };
  });
}

type BatchInput = {
  readonly source: string;
  readonly coveredUntil: string | null;
  readonly items: readonly (InteractionInput & { sourceKey: string })[];
};

export async function recordInteractions(
  ctx: Context,
  input: BatchInput,
): Promise<{ stored: number; duplicates: number; corrected: number }> {
  return transact(ctx.db, async (tx) => {
    const wanted = { kind: 'api', label: input.source, ownerUserId: null, isPrivate: false };
    const isLive = input.coveredUntil === null;
    const source = await ensureSource(tx, { ...wanted, isLive, id: uuidv7(), createdAt: ctx.now() });
    const records = input.items.map((item) => recordOf(ctx.actor, item));
    const { counts } = await keepRecords(ctx, tx, { source, records });
    if (input.coveredUntil !== null) {
      const from = new Date(Math.min(...records.map(({ atMs }) => atMs)));
      await closeCoverage(tx, source.number, { from, until: new Date(input.coveredUntil) });
    }
    return { stored: counts.stored, duplicates: counts.duplicates + counts.refused, corrected: counts.corrected };
  });
}

/** What another program told, of a source of the firm's, in the caller's transaction. */
export async function keepRecords(
  ctx: Context,
  tx: Tx,
  { source, records }: { source: SourceRow; records: readonly IngestRecord[] },
): Promise<IngestResult> {
  const kept = await ingest(ctx, tx, source, { records });
  await refreshOrLeave(ctx, tx, kept.tieIds);
  return kept;
}

type Batch = Pick<IngestInput, 'records' | 'isNews'>;

function ingest(ctx: Context, tx: Tx, source: SourceRow, batch: Batch): Promise<IngestResult> {
  return ingestInteractions(tx, {
    source: { number: source.number, ownerUserId: source.isPrivate ? source.ownerUserId : null },
    ...batch,
    actor: ctx.actor,
    at: ctx.now(),
    importId: null,
  });
}

async function refreshOrLeave(ctx: Context, tx: Tx, tieIds: readonly string[]): Promise<void> {
  if (tieIds.length <= refreshedAtOnce) refreshSoon(tx, { tieIds, now: ctx.now });
  else await ctx.enqueue({ name: 'refresh-figures', data: {} }, tx);
}

function recordOf(actor: Actor, input: InteractionInput & { sourceKey: string }): IngestRecord {
  const self = actor.kind === 'user' ? actor.partyId : null;
  if (input.from === undefined && self === null) throw nobody();
  return {
    sourceKey: input.sourceKey,
    atMs: Date.parse(input.at),
    channel: input.channel,
    kind: input.kind,
    from: input.from === undefined ? { kind: 'party', partyId: self ?? '' } : refOf(input.from),
    to: input.to.map(refOf),
    subject: input.subject,
    snippet: input.text,
    answers: input.answers,
    mailClass: 'person',
    asked: input.asked,
    valence: input.valence,
    benefits: input.benefits,
    order: input.order,
    keptLine: input.keptLine ?? null,
  };
}

function refOf(ref: Shape<typeof partyRef>): PartyRef {
  if ('partyId' in ref) return { kind: 'party', partyId: ref.partyId };
  return { kind: ref.kind, value: ref.value, displayName: ref.name };
}

function nobody(): AppError {
  const problem = { path: 'body.to', code: 'nobody', message: 'no sender and receiver could be made out' };
  return new AppError('bad-input', { problems: [problem] });
}
