/** A contact moment in one go: what happened, who gained, what was promised, why they are with us, what they thought of; undone in one go as well. */
import { v7 as uuidv7 } from 'uuid';
import type { InteractionInput } from '#contract/interactions.ts';
import { findChangeOfBatch } from '#store/changes.ts';
import { findParty } from '#store/parties.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import { stateFoundation } from '../foundations/change-statement.ts';
import { createIdea } from '../ideas/change-idea.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { createPromise } from '../promises/promises.ts';

type Side = 'ours' | 'theirs';

const longestIdea = 1_000;

interface Capture {
  readonly partyId: string;
  readonly at: string;
  readonly channel: InteractionInput['channel'];
  readonly kind: InteractionInput['kind'];
  readonly from: Side;
  readonly text: string | null;
  readonly keptLine: string | null;
  readonly benefits: readonly {
    readonly giver: Side;
    readonly kind: InteractionInput['benefits'][number]['kind'];
    readonly gotForIt?: 'yes' | 'no' | undefined;
  }[];
  readonly promise: { readonly owedBy: Side; readonly text: string; readonly dueAt: string } | null;
  readonly reason?: { readonly kind: string; readonly words: string | null } | null;
}

interface Captured {
  readonly interactionId: string;
  readonly promiseId: string | null;
  readonly statementId: string | null;
  readonly ideaId: string | null;
  readonly changeId: string;
}

export async function captureMoment(ctx: Context, input: Capture): Promise<Captured> {
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, input.partyId));
    const own = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
    if (own === null || party.isOwn) throw new AppError('not-allowed');
    const batchId = ctx.batchId ?? uuidv7();
    const within: Context = { ...ctx, db: tx, batchId };
    const { id: interactionId } = await recordInteraction(within, momentOf(input, own));
    const { promise, reason = null, partyId } = input;
    const made = promise && (await createPromise(within, { ...promise, partyId }));
    const said = reason && (await stateFoundation(within, { ...reason, partyId, saidAt: input.at }));
    const idea = isTheirIdea(input) ? await followIdea(within, input, interactionId) : null;
    const changeId = await findChangeOfBatch(tx, batchId);
    if (changeId === undefined) throw new Error('what was captured was not noted');
    return {
      ...{ interactionId, promiseId: made?.id ?? null, statementId: said?.id ?? null, ideaId: idea?.id ?? null },
      changeId,
    };
  });
}

function isTheirIdea({ kind, from, benefits }: Capture): boolean {
  const isGiven = benefits.some((benefit) => benefit.kind === 'idea' && benefit.giver === 'theirs');
  return isGiven || (kind === 'idea' && from === 'theirs');
}

/** What they thought of is followed from then on: what came of it, whether they know, whether they were thanked. */
async function followIdea(ctx: Context, input: Capture, cameIn: string) {
  const text = input.text?.replace(/\s+/g, ' ').trim().slice(0, longestIdea).trim() ?? '';
  if (text === '') return null;
  const { partyId, channel: by, at } = input;
  return createIdea(ctx, { partyId, text, by, at, cameIn });
}

function momentOf(input: Capture, own: string): InteractionInput {
  const [us, them] = [{ partyId: own }, { partyId: input.partyId }];
  const sides = input.from === 'ours' ? { to: [them] } : { from: them, to: [us] };
  return {
    ...sides,
    at: input.at,
    channel: input.channel,
    kind: input.kind,
    subject: null,
    text: input.text,
    keptLine: input.keptLine,
    answers: [],
    asked: null,
    valence: null,
    benefits: input.benefits.map(({ giver, kind, gotForIt }) => ({
      giver: giver === input.from ? ('from' as const) : ('to' as const),
      kind,
      weight: null,
      ...(gotForIt && { gotForIt }),
    })),
    order: null,
  };
}
