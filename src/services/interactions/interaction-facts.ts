/** From a stored interaction to the facts the engine derives tie events from. */
import { type BenefitWeights, benefitWeights } from '#engine/benefits.ts';
import { type Channel, channelTable } from '#engine/channels.ts';
import { largestWeight } from '#engine/check-event.ts';
import type { InteractionFacts, Receiver } from '#engine/derive.ts';
import type { EvidenceCode } from '#engine/evidence.ts';
import { type InteractionKind, kindTable, type Side } from '#engine/kinds.ts';
import type { DerivableInteraction, StoredBenefit } from '#store/interactions.ts';
import { dayNumberOf } from '../firm-days.ts';
import { levelOf } from '../mail/sharing-levels.ts';

/** Above this a mail speaks to an audience, not to people. */
export const mostReceivers = 50;
/** Below this a weight says nothing, and PostgreSQL would underflow on what is left of it. */
const leastWeight = 1e-6;

type Evidence = { readonly code: EvidenceCode; readonly about: Side };

/** Kinds of the log that the engine knows under another name, or as evidence beside a contact (or instead of one). */
const reworded: Readonly<Record<string, { as: InteractionKind; evidence?: readonly Evidence[]; asked?: boolean }>> = {
  ticket: { as: 'message' },
  mailing: { as: 'message', asked: false },
  'change-announced': { as: 'message' },
  'change-without-notice': { as: 'note', evidence: [{ code: 'change-without-notice', about: 'from' }] },
  'complaint-told': { as: 'message', evidence: [{ code: 'complaint-told', about: 'from' }], asked: true },
  'complaint-closed': { as: 'note', evidence: [{ code: 'complaint-closed-silently', about: 'from' }] },
  'idea-told': { as: 'message', evidence: [{ code: 'idea-told', about: 'from' }], asked: true },
  'promise-kept': { as: 'note', evidence: [{ code: 'promise-kept', about: 'from' }] },
  'promise-late': { as: 'note', evidence: [{ code: 'promise-late', about: 'from' }] },
  'promise-broken': { as: 'note', evidence: [{ code: 'promise-broken', about: 'from' }] },
  'survey-answer': { as: 'survey' },
  // As light as a like: somebody wants to hear from us.
  follow: { as: 'like' },
};

interface FactsInput {
  readonly row: DerivableInteraction;
  readonly ownParties: ReadonlySet<string>;
  readonly timeZone: string;
  /** What each kind of benefit weighs in this house; a kind it does not name is not known. */
  readonly weights?: BenefitWeights;
}

/**
 * Null for what makes no ties: bulk and automatic mail, an audience, a note to oneself, a copy from a second mailbox, and
 * mail of which its owner shows nothing.
 */
export function factsOf({ row, ownParties, timeZone, weights = benefitWeights }: FactsInput): InteractionFacts | null {
  const receivers = receiversOf(row);
  const level = levelOf(row);
  if (level === 'nothing') return null;
  if (row.twinOf !== null || row.mailClass !== 'person' || receivers.length === 0 || receivers.length > mostReceivers)
    return null;
  const atMs = row.happenedAt.getTime();
  // Of private mail only that and when may reach what colleagues see: not what its words give or show.
  const isTextPrivate = level !== 'all';
  const kind = isTextPrivate ? 'message' : row.kind;
  const word = reworded[kind];
  return {
    fromId: row.fromParty,
    fromIsOurs: ownParties.has(row.fromParty),
    receivers: receivers.map((id) => ({ id, isOurs: ownParties.has(id), answeredAfterMs: answeredAfterMs(row, id) })),
    channel: channelOf(row.channel),
    kind: word?.as ?? (kind in kindTable ? (kind as InteractionKind) : 'message'),
    benefits: isTextPrivate ? null : benefitsOf(row.benefits, weights),
    evidence: word?.evidence ?? null,
    valence: isTextPrivate ? 0 : (row.valence ?? 0),
    asked: row.asked ?? word?.asked ?? true,
    lengthFactor: 1,
    expectedAnswerMs: null,
    surveyValue: kind === 'survey-answer' && row.valence !== null ? (row.valence + 1) / 2 : null,
    atMs,
    day: dayNumberOf(atMs, timeZone),
    sourceNumber: row.sourceNumber,
  };
}

/** Everybody it went to but the sender, each once. */
export function receiversOf(row: Pick<DerivableInteraction, 'fromParty' | 'toParties'>): string[] {
  return [...new Set(row.toParties)].filter((id) => id !== row.fromParty);
}

export interface BenefitLine {
  readonly giverId: string;
  readonly receiverId: string;
  readonly kind: string;
  readonly weight: number;
}

/** The ledger's lines of an interaction, weighted as the engine weighs them: shared by the receivers. */
export function benefitLinesOf(facts: InteractionFacts, weights: BenefitWeights = benefitWeights): BenefitLine[] {
  const given = facts.benefits ?? kindTable[facts.kind].gives.map((kind) => ({ giver: 'from' as const, kind }));
  const lines = new Map<string, BenefitLine>();
  for (const receiver of facts.receivers) {
    for (const benefit of given) {
      const said = 'weight' in benefit ? benefit.weight : undefined;
      const weight = (said ?? weights[benefit.kind] ?? 0) / facts.receivers.length;
      const [giverId, receiverId] =
        benefit.giver === 'from' ? [facts.fromId, receiver.id] : [receiver.id, facts.fromId];
      const key = `${giverId} ${receiverId} ${benefit.kind}`;
      lines.set(key, { giverId, receiverId, kind: benefit.kind, weight: weight + (lines.get(key)?.weight ?? 0) });
    }
  }
  return [...lines.values()];
}

/** Only the one who is answered was waiting: for the other receivers it is an ordinary message. */
function answeredAfterMs(row: DerivableInteraction, receiverId: string): Receiver['answeredAfterMs'] {
  if (row.answeredAt === null || row.answeredFrom !== receiverId) return null;
  const afterMs = row.happenedAt.getTime() - row.answeredAt.getTime();
  return afterMs >= 0 ? afterMs : null;
}

/** Null lets the kind speak for itself; something said about benefits outranks it. */
function benefitsOf(stored: readonly StoredBenefit[], weights: BenefitWeights): InteractionFacts['benefits'] {
  const known = stored.filter((benefit) => benefit.kind in weights);
  if (known.length === 0) return null;
  return known.map(({ giver, kind, weight }) => {
    const named = { giver, kind };
    if (weight === null || weight === undefined) return named;
    return { ...named, weight: weight < leastWeight ? 0 : Math.min(weight, largestWeight) };
  });
}

function channelOf(channel: string): Channel {
  return channel in channelTable ? (channel as Channel) : 'other';
}
