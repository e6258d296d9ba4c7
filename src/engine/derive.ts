/** From one interaction to what it does to each tie and direction: the only place where weights are given out. */
import { type BenefitWeights, benefitWeights } from './benefits.ts';
import { type Channel, type ChannelTraits, channelTable } from './channels.ts';
import { type EvidenceCode, type EvidenceTraits, traitsOfEvidence } from './evidence.ts';
import { type InteractionKind, type Side, traitsOfKind } from './kinds.ts';
import type { Fault } from './reading.ts';
import type { Direction, TieEvent, TrustFacet } from './tie-event.ts';

export interface Receiver {
  readonly id: string;
  readonly isOurs: boolean;
  /** How long after this receiver's own message the sender answers with this one; null where it answers nothing of theirs. */
  readonly answeredAfterMs: number | null;
}

/** What one interaction was, with the parties already known. Bulk and automatic mail never gets here. */
export interface InteractionFacts {
  readonly fromId: string;
  readonly fromIsOurs: boolean;
  readonly receivers: readonly Receiver[];
  readonly channel: Channel;
  readonly kind: InteractionKind;
  /** null = what the kind gives by itself; [] = nothing known. A kind is a shipped one or one of the house's own. */
  readonly benefits: readonly { readonly giver: Side; readonly kind: string; readonly weight?: number }[] | null;
  /** null = what the kind shows by itself. `about` = the one who is trusted more or less because of it. */
  readonly evidence: readonly { readonly code: EvidenceCode; readonly about: Side }[] | null;
  /** Tone in [-1, 1], 0 when not known. */
  readonly valence: number;
  /** True for replies, and inside an order, ticket or thread the other began: it can never press. */
  readonly asked: boolean;
  /** 1 = ordinary length. */
  readonly lengthFactor: number;
  /** null = the channel's own expectation. */
  readonly expectedAnswerMs: number | null;
  /** The sender's answer to "what if the receiver vanished": 1 very, .5 somewhat, 0 not missed; null when not asked. */
  readonly surveyValue: number | null;
  readonly atMs: number;
  readonly day: number;
  readonly sourceNumber: number;
}

/** A tie event with the tie it belongs to: a and b are the party ids, a < b. */
export interface TieRow {
  readonly a: string;
  readonly b: string;
  readonly direction: Direction;
  readonly event: TieEvent;
}

/** A fault of our own side, for the tie it lies in. */
export interface TieFault {
  readonly a: string;
  readonly b: string;
  readonly code: EvidenceCode;
  readonly fault: Fault;
}

/** Pseudo-observations one survey answer stands for (model.md 1.4). */
const surveyPseudoWeight = 2;
/** Tone at or under which a comment, post or review counts as distrustful. A complaint never does: it is an invitation. */
const distrustfulValence = -0.5;
const tonedKinds: readonly InteractionKind[] = ['comment', 'post', 'review'];

interface HalfRow {
  contact: number;
  benefit: number;
  facet: TrustFacet | null;
  facetWeight: number;
  good: number;
  bad: number;
  unasked: number;
  surveyWeight: number;
}

/**
 * Claim: the rows one interaction adds to the log of ties, at most two per receiver (one per direction).
 * Formula: contact = depth x length / receivers; benefit = weight of its kind / receivers; evidence goes truster -> the one who acted.
 * Both-ways channels (a call, meeting, visit or order that took place) count the same for both: being there is turning to.
 * Source: model.md 1.0-1.5, seeds' corrections 1, 4, 7. Limit: trusts the caller for `asked` and for who is bulk.
 * Test: derive.test.ts.
 */
export function tieEventsOf(facts: InteractionFacts, weights: BenefitWeights = benefitWeights): TieRow[] {
  const receivers = distinctReceivers(facts);
  const rows: TieRow[] = [];
  for (const receiver of receivers) {
    const [out, back] = deriveHalves(facts, receiver, { receiverCount: receivers.length, weights });
    const ids = { from: facts.fromId, to: receiver.id };
    if (isWorthKeeping(out)) rows.push(rowOf(facts, ids, out));
    if (isWorthKeeping(back)) rows.push(rowOf(facts, { from: ids.to, to: ids.from }, back));
  }
  return rows;
}

/**
 * Claim: the faults of our own side that an interaction is (a broken promise, a silent closing, a change without notice).
 * They are rows with a made-good time, never traces, so a remedy that arrives late gives the same state (details 6).
 * Range: none where neither side is ours. Source: seeds' correction 6. Test: derive.test.ts.
 */
export function faultsOf(facts: InteractionFacts): TieFault[] {
  const found: TieFault[] = [];
  for (const receiver of distinctReceivers(facts)) {
    for (const item of evidenceOf(facts)) {
      const traits = traitsOfEvidence(item.code);
      if (!isOurFault(facts, receiver, item.about, traits)) continue;
      const culpritId = item.about === 'from' ? facts.fromId : receiver.id;
      const [a, b] = facts.fromId < receiver.id ? [facts.fromId, receiver.id] : [receiver.id, facts.fromId];
      const { faultWeight: weight, facet } = traits;
      const by = culpritId === a ? 'a' : 'b';
      found.push({ a, b, code: item.code, fault: { by, atMs: facts.atMs, madeGoodMs: null, weight, facet } });
    }
  }
  return found;
}

function distinctReceivers(facts: InteractionFacts): Receiver[] {
  const byId = new Map<string, Receiver>();
  for (const receiver of facts.receivers) {
    if (receiver.id !== facts.fromId && !byId.has(receiver.id)) byId.set(receiver.id, receiver);
  }
  return [...byId.values()];
}

function deriveHalves(
  facts: InteractionFacts,
  receiver: Receiver,
  { receiverCount, weights }: { receiverCount: number; weights: BenefitWeights },
): [HalfRow, HalfRow] {
  const channel: ChannelTraits = channelTable[facts.channel];
  const kind = traitsOfKind(facts.kind);
  const out = emptyHalf();
  const back = emptyHalf();
  const weight = kind.isContact ? ((kind.depth ?? channel.depth) * facts.lengthFactor) / receiverCount : 0;
  out.contact = weight;
  if (channel.bothWays) back.contact = weight;
  for (const benefit of facts.benefits ?? kind.gives.map((given) => ({ giver: 'from' as Side, kind: given }))) {
    const half = benefit.giver === 'from' ? out : back;
    const said = 'weight' in benefit ? benefit.weight : undefined;
    half.benefit += (said ?? weights[benefit.kind] ?? 0) / receiverCount;
  }
  for (const { code, about } of evidenceOf(facts)) {
    const traits = traitsOfEvidence(code);
    // The one it is about is trusted by the other: evidence about the sender lies in receiver -> sender.
    if (!isOurFault(facts, receiver, about, traits)) addEvidence(about === 'from' ? back : out, traits);
  }
  const expectedMs = facts.expectedAnswerMs ?? channel.expectedAnswerMs;
  if (receiver.answeredAfterMs !== null && receiver.answeredAfterMs <= expectedMs) {
    addEvidence(back, traitsOfEvidence('answered-in-time'));
  }
  const presses = facts.fromIsOurs && !receiver.isOurs && !facts.asked && kind.isContact && channel.pressure !== null;
  // The receiver gets the whole mail however many others do: pressure is not shared.
  if (presses) out.unasked = 1;
  if (facts.surveyValue !== null) out.surveyWeight = surveyPseudoWeight;
  return [out, back];
}

function evidenceOf(facts: InteractionFacts): readonly { readonly code: EvidenceCode; readonly about: Side }[] {
  const distrustful = facts.valence <= distrustfulValence && tonedKinds.includes(facts.kind);
  if (facts.evidence !== null) return facts.evidence;
  // A bitter review is no recommendation.
  return distrustful ? [{ code: 'distrustful-tone', about: 'to' }] : traitsOfKind(facts.kind).shows;
}

function isOurFault(facts: InteractionFacts, receiver: Receiver, about: Side, traits: EvidenceTraits): boolean {
  return traits.faultWhenOurs && (about === 'from' ? facts.fromIsOurs : receiver.isOurs);
}

function emptyHalf(): HalfRow {
  return { contact: 0, benefit: 0, facet: null, facetWeight: 0, good: 0, bad: 0, unasked: 0, surveyWeight: 0 };
}

/** A row has one facet: where evidence on two falls in one direction at once, the heavier names it. */
function addEvidence(half: HalfRow, traits: EvidenceTraits): void {
  const size = Math.abs(traits.weight);
  if (size === 0) return;
  if (traits.weight > 0) half.good += size;
  else half.bad += size;
  if (size > half.facetWeight) {
    half.facet = traits.facet;
    half.facetWeight = size;
  }
}

function isWorthKeeping(half: HalfRow): boolean {
  return half.contact + half.benefit + half.good + half.bad + half.unasked + half.surveyWeight > 0;
}

function rowOf(facts: InteractionFacts, ids: { from: string; to: string }, half: HalfRow): TieRow {
  const channel: ChannelTraits = channelTable[facts.channel];
  const forward = ids.from < ids.to;
  return {
    a: forward ? ids.from : ids.to,
    b: forward ? ids.to : ids.from,
    direction: forward ? 'ab' : 'ba',
    event: {
      atMs: facts.atMs,
      day: facts.day,
      family: channel.family,
      contact: half.contact,
      benefit: half.benefit,
      trustFacet: half.facet,
      trustGood: half.good,
      trustBad: half.bad,
      pressureChannel: half.unasked > 0 ? channel.pressure : null,
      unasked: half.unasked,
      surveyWeight: half.surveyWeight,
      surveyValue: half.surveyWeight > 0 ? (facts.surveyValue ?? 0) : 0,
      sourceNumber: facts.sourceNumber,
    },
  };
}
