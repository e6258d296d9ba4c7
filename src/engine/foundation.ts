/** What a tie stands on: brand, price, a person, and what the firm itself adds; shares that add to one. */
import { computeDecay } from './trace.ts';

export const shippedFoundations = ['brand', 'price', 'personal'] as const;

/** The strongest kind of ground a reading has: a word of theirs, an answer to a question, what they chose, or only others like them. */
export const foundationGrounds = ['said', 'survey', 'choices', 'segment'] as const;
export type FoundationGround = (typeof foundationGrounds)[number];

/** Why the shares are as they are: a code with its numbers; messages/ has a sentence for each. */
export const foundationReasonCodes = {
  'foundation-prior': ['weight', 'n'],
  'foundation-said': ['weight', 'n', 'halfLifeDays'],
  'foundation-survey': ['weight', 'n', 'halfLifeDays'],
  'foundation-choices': ['weight', 'n'],
  'foundation-people': ['weight', 'strength'],
} as const satisfies Record<string, readonly string[]>;
export type FoundationReasonCode = keyof typeof foundationReasonCodes;

export interface FoundationReason {
  readonly code: FoundationReasonCode;
  /** Which foundation it speaks for; null where it speaks for several. */
  readonly kind: string | null;
  readonly numbers: Readonly<Record<string, number>>;
}

export interface FoundationReading {
  /** By the key of a foundation; adds to one. */
  readonly shares: Readonly<Record<string, number>>;
  /** 1: nothing but the prior; towards 0 with own evidence. */
  readonly uncertainty: number;
  /** Statements, answers and choices it was read from. */
  readonly n: number;
  readonly ground: FoundationGround;
  readonly reasons: readonly FoundationReason[];
}

/** Design choices (ground D), each with its range in docs/model/foundation.md. */
export const foundationDefaults = {
  /** What the prior weighs, in statements. */
  priorWeight: 2,
  /** After so many days a stated reason weighs half. */
  halfLifeDays: 730,
  /** What ties through our people weigh at full strength, in statements. */
  peopleWeight: 1,
  /** What one choice weighs, and all of them together at most. */
  choiceWeight: 0.25,
  mostChoiceWeight: 4,
} as const;
export type FoundationParameters = Readonly<Record<keyof typeof foundationDefaults, number>>;

export interface StatedReason {
  readonly kind: string;
  readonly ground: 'said' | 'survey';
  readonly atMs: number;
}

export interface FoundationInput {
  /** All foundations there are. */
  readonly kinds: readonly string[];
  /** Shares of others like them; a kind that is missing has 0. */
  readonly prior: Readonly<Record<string, number>>;
  /** How many statements the prior itself was read from. */
  readonly priorN: number;
  readonly stated: readonly StatedReason[];
  /** What their own choices say (choice-shares.ts); null where there are none with prices. */
  readonly choices: { readonly shares: Readonly<Record<string, number>>; readonly n: number } | null;
  /** Noisy-or of what runs through our people, in [0,1]; 0 where nothing does. */
  readonly peopleStrength: number;
  readonly nowMs: number;
  readonly parameters?: FoundationParameters;
}

/**
 * Claim: the shares of what a tie stands on. Formula: Dirichlet-smoothed counts, f_k = (K m_k + c_k)/(K + sum c), with
 * m the prior (others like them), c_k = sum over stated reasons of 2^(-age/h), plus the choices at their weight, plus the
 * strength through our people for `personal`. uncertainty = K/(K + sum c).
 * Range: every f_k in [0,1], sum 1; uncertainty in (0,1]. Rising in every reason for k, falling in every reason for another.
 * Source: model.md 1.10 (low-data fallback). Limit: what people say is not always why they stay. Test: foundation.test.ts.
 */
export function readFoundation(input: FoundationInput): FoundationReading {
  const parameters = input.parameters ?? foundationDefaults;
  const prior = normalise(input.kinds, input.prior);
  const counts = Object.fromEntries(input.kinds.map((kind) => [kind, 0]));
  const reasons: FoundationReason[] = [];
  const add = (kind: string, weight: number) => {
    if (weight > 0 && counts[kind] !== undefined) counts[kind] += weight;
  };
  reasons.push(...countStated(input, parameters, add));
  if (input.choices && input.choices.n > 0) {
    const weight = Math.min(parameters.mostChoiceWeight, parameters.choiceWeight * input.choices.n);
    for (const [kind, share] of Object.entries(input.choices.shares)) add(kind, weight * share);
    reasons.push({ code: 'foundation-choices', kind: null, numbers: { weight, n: input.choices.n } });
  }
  const people = Math.min(1, Math.max(0, input.peopleStrength)) * parameters.peopleWeight;
  if (people > 0) {
    add('personal', people);
    const numbers = { weight: people, strength: input.peopleStrength };
    reasons.push({ code: 'foundation-people', kind: 'personal', numbers });
  }
  const own = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const all = parameters.priorWeight + own;
  const numbers = { weight: parameters.priorWeight, n: input.priorN };
  return {
    shares: Object.fromEntries(
      input.kinds.map((kind) => [kind, (parameters.priorWeight * (prior[kind] ?? 0) + (counts[kind] ?? 0)) / all]),
    ),
    uncertainty: parameters.priorWeight / all,
    n: input.stated.length + (input.choices?.n ?? 0),
    ground: groundOf(input),
    reasons: [...reasons, { code: 'foundation-prior', kind: null, numbers }],
  };
}

/** Nearer to each other than this, neither is called the larger. Ground D. */
export const clearlyMore = 0.08;

/**
 * Claim: what it mostly stands on: the largest foundation, or the two largest where they hardly differ, the largest first.
 * Range: one or two kinds; none of no shares. Source: a choice of ours (D). Limit: says nothing of how sure that is.
 * Test: foundation.test.ts.
 */
export function listMostly(shares: Readonly<Record<string, number>>): string[] {
  const [first, second] = Object.entries(shares).toSorted(
    ([left, one], [right, other]) => other - one || (left < right ? -1 : 1),
  );
  if (!first) return [];
  return second && first[1] - second[1] < clearlyMore ? [first[0], second[0]] : [first[0]];
}

function countStated(
  { stated, nowMs }: FoundationInput,
  parameters: FoundationParameters,
  add: (kind: string, weight: number) => void,
): FoundationReason[] {
  const told = new Map<string, { ground: 'said' | 'survey'; kind: string; weight: number; n: number }>();
  for (const { kind, ground, atMs } of stated) {
    const weight = computeDecay(Math.max(0, nowMs - atMs), parameters.halfLifeDays);
    add(kind, weight);
    const key = `${ground} ${kind}`;
    const known = told.get(key) ?? { ground, kind, weight: 0, n: 0 };
    told.set(key, { ...known, weight: known.weight + weight, n: known.n + 1 });
  }
  return [...told.values()]
    .sort((left, right) => right.weight - left.weight || (left.kind < right.kind ? -1 : 1))
    .map(({ ground, kind, weight, n }) => ({
      code: `foundation-${ground}` as const,
      kind,
      numbers: { weight, n, halfLifeDays: parameters.halfLifeDays },
    }));
}

function groundOf({ stated, choices }: FoundationInput): FoundationGround {
  if (stated.some(({ ground }) => ground === 'said')) return 'said';
  if (stated.length > 0) return 'survey';
  return choices && choices.n > 0 ? 'choices' : 'segment';
}

/** Shares over these kinds that add to one; even where nothing is known of them. */
function normalise(kinds: readonly string[], shares: Readonly<Record<string, number>>): Record<string, number> {
  const sum = kinds.reduce((total, kind) => total + Math.max(0, shares[kind] ?? 0), 0);
  return Object.fromEntries(
    kinds.map((kind) => [kind, sum > 0 ? Math.max(0, shares[kind] ?? 0) / sum : 1 / kinds.length]),
  );
}

/**
 * Claim: what a segment stands on: the mean of its members' stated reasons, smoothed with even shares of weight K.
 * Range: adds to one. Source: model.md 1.10. Limit: those who were asked may not be like those who were not.
 * Test: foundation.test.ts.
 */
export function readSegmentPrior(
  kinds: readonly string[],
  counts: Readonly<Record<string, number>>,
  weight: number = foundationDefaults.priorWeight,
): { readonly shares: Readonly<Record<string, number>>; readonly n: number } {
  const n = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  // The shipped three are what there mostly is; one of the firm's own counts once somebody named it.
  const shipped = kinds.filter((kind) => (shippedFoundations as readonly string[]).includes(kind));
  const even = (kind: string) => (shipped.includes(kind) ? 1 / shipped.length : 0);
  return {
    shares: Object.fromEntries(kinds.map((kind) => [kind, (weight * even(kind) + (counts[kind] ?? 0)) / (weight + n)])),
    n,
  };
}
