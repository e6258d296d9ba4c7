/** The next act: what one thing done now would move in the four blocks, and what that is worth for the effort. */
import { benefitWeights } from './benefits.ts';
import { type BlockValues, computeBond, computeMarginalGain } from './bond.ts';
import { channelTable } from './channels.ts';
import { traitsOfEvidence } from './evidence.ts';
import type { ModelParameters } from './parameters.ts';
import { type BlockName, blockNames } from './reading.ts';
import { computeReciprocity } from './reciprocity.ts';
import { computePressureFactor } from './time.ts';
import { computeDecay } from './trace.ts';

/** A relation as lists know it: the figures kept of it, not its log. */
export interface ActFigures {
  readonly values: BlockValues;
  readonly givingOurs: number;
  readonly givingTheirs: number;
  readonly silenceDays: number;
  readonly gapDays: number | null;
  readonly pressure: number;
}

interface ActTraits {
  /** About how long it takes. Design choice. */
  readonly minutes: number;
  /** Weight of the contact it is. */
  readonly contact: number;
  /** Weight of what they gain by it. */
  readonly benefit: number;
  /** Evidence that builds their trust in us. */
  readonly good: number;
  /** Evidence against us that it takes away. */
  readonly fault: number;
  /** It is to leave them alone. */
  readonly rests: boolean;
}

const nothing = { contact: 0, benefit: 0, good: 0, fault: 0, rests: false };
const mail = channelTable.mail.depth;

/** Weights are those the engine gives the same things when they happen; minutes are a design choice (D). */
export const actTable = {
  write: { ...nothing, minutes: 5, contact: mail },
  call: { ...nothing, minutes: 10, contact: channelTable.call.depth },
  answer: { ...nothing, minutes: 5, contact: mail, good: traitsOfEvidence('answered-in-time').weight },
  thank: { ...nothing, minutes: 5, contact: mail, benefit: benefitWeights.thanks },
  'make-good': { ...nothing, minutes: 15, contact: channelTable.call.depth, fault: 1 },
  'keep-promise': { ...nothing, minutes: 20, contact: mail, good: traitsOfEvidence('promise-kept').weight },
  leave: { ...nothing, minutes: 1, rests: true },
  look: { ...nothing, minutes: 5, contact: mail, benefit: benefitWeights.information },
  'bring-along': { ...nothing, minutes: 15, contact: channelTable.meeting.depth },
} as const satisfies Record<string, ActTraits>;

export type ActName = keyof typeof actTable;

/** A quarter: what fades within it is counted as it would be at its end. */
const quarterDays = 90;

export interface ActGain {
  /** The four values had it been done. */
  readonly after: BlockValues;
  /** Sum of dS/db_k x (after_k - now_k), at most what S can still rise. */
  readonly gain: number;
  /** The block that carries most of it; null where nothing moves. */
  readonly block: BlockName | null;
  readonly minutes: number;
}

/**
 * Claim: what an act would add to the bond, to first order and exactly in its slope: sum_k dS/db_k x db_k, with
 * dS/db_k = S/(4 b_k). Range [0, 1 - S]; 0 for an act that moves nothing; never falls as a block's room grows.
 * Where a block is 0 (slope infinite) the difference S(after) - S(now) itself. Source: model.md 1.6 (exact marginal
 * gain); effects of the acts are the engine's own weights. Limit: it takes for granted that the act is well received;
 * read from the figures lists keep, so reciprocity moves as if the two sides were known. Test: act-gain.test.ts.
 */
export function computeActGain(input: { act: ActName; figures: ActFigures; parameters: ModelParameters }): ActGain {
  const { act, figures, parameters } = input;
  const traits: ActTraits = actTable[act];
  const now = figures.values;
  const after: BlockValues = {
    trust: moveTrust(now.trust, traits, parameters),
    reciprocity: moveReciprocity(figures, traits, parameters),
    intensity: saturateFurther(now.intensity, traits.contact, 2 * parameters.kappaContact),
    time: moveTime(figures, traits, parameters),
  };
  const bond = computeBond(now);
  const parts = blockNames.map((name) => {
    const moved = after[name] - now[name];
    return { name, gain: moved > 0 ? computeMarginalGain(now, name) * moved : 0 };
  });
  const linear = parts.reduce((sum, part) => sum + part.gain, 0);
  const gain = bond > 0 ? Math.min(1 - bond, linear) : computeBond(after);
  const [most] = parts.toSorted((x, y) => y.gain - x.gain);
  return { after, gain, block: most && most.gain > 0 ? most.name : null, minutes: traits.minutes };
}

/**
 * Claim: how much of an organisation's bond no longer hangs on one person once a second one of ours has a strand there.
 * Formula: at risk is Q D, with Q = 1 - prod(1 - s); a second strand s2 makes Q' = 1 - (1 - Q)(1 - s2) and leaves at risk
 * Q' - (1 - (1 - Q(1 - D))(1 - s2)). Range [0, Q D]. Source: model.md 1.7.2. Limit: s2 is what one meeting gives a new
 * tie at the base rate of trust. Test: act-gain.test.ts.
 */
export function computeSpreadGain(input: { bond: number; dependency: number; parameters: ModelParameters }): number {
  const { bond, dependency, parameters } = input;
  const second = strengthOfFirstMeeting(parameters);
  const without = bond * (1 - dependency);
  const atRisk = bond - without;
  const atRiskThen = (1 - without) * (1 - second) - (1 - bond) * (1 - second);
  return Math.max(0, atRisk - atRiskThen);
}

/** What somebody who came along once has with them: one meeting, nothing known yet. Range (0,1). Test: act-gain.test.ts. */
function strengthOfFirstMeeting(parameters: ModelParameters): number {
  const depth = channelTable.meeting.depth;
  const giving = parameters.assumedShare * -Math.expm1(-depth / parameters.kappaContact);
  return computeBond({
    trust: parameters.trustBaseRate,
    reciprocity: giving,
    intensity: -Math.expm1(-depth / parameters.kappaContact),
    time: -Math.expm1(-1 / parameters.continuityDays),
  });
}

/** 1 - (1 - x) e^(-w/kappa): the same saturation a step further. */
function saturateFurther(value: number, weight: number, kappa: number): number {
  return weight <= 0 ? value : 1 - (1 - value) * Math.exp(-weight / kappa);
}

/** Both directions weigh the same in V = sqrt(V_AB V_BA), and an act of ours moves one of them. */
function moveTrust(value: number, { good, fault }: ActTraits, parameters: ModelParameters): number {
  if (good <= 0 && fault <= 0) return value;
  const { trustPriorWeight: prior, trustBaseRate: rate, halfLifeTrustDays } = parameters;
  // The evidence there must be for V to be what it is, with nothing against us but the fault itself.
  const known = value < 1 ? Math.max(0, (value * (fault + prior) - rate * prior) / (1 - value)) : prior;
  const total = known + fault + prior;
  // Made good, a fault only begins to fade: by the end of the quarter so much of it is gone.
  const gone = fault * (1 - computeDecay(quarterDays * 86_400_000, halfLifeTrustDays));
  const moved = (value * total + good) / (total + good - gone);
  return Math.min(1, Math.sqrt(moved * value));
}

function moveReciprocity(figures: ActFigures, traits: ActTraits, parameters: ModelParameters): number {
  if (traits.benefit <= 0) return figures.values.reciprocity;
  const ours = saturateFurther(figures.givingOurs, traits.benefit, parameters.kappaBenefit);
  const before = computeReciprocity(figures.givingOurs, figures.givingTheirs);
  const then = computeReciprocity(ours, figures.givingTheirs);
  return Math.min(1, figures.values.reciprocity + Math.max(0, then - before));
}

/** Contact makes it fresh again; resting lets the pressure of a quarter go. */
function moveTime(figures: ActFigures, traits: ActTraits, parameters: ModelParameters): number {
  const { time } = figures.values;
  if (traits.rests) {
    const later = figures.pressure * computeDecay(quarterDays * 86_400_000, parameters.halfLifePressureDays);
    return Math.min(1, (time * computePressureFactor(later)) / computePressureFactor(figures.pressure));
  }
  if (traits.contact <= 0 || figures.gapDays === null || figures.gapDays <= 0) return time;
  const gaps = Math.max(0, figures.silenceDays) / figures.gapDays / parameters.freshnessGaps;
  return Math.min(1, time * 2 ** Math.min(1000, gaps));
}
