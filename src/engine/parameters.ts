/**
 * Every number the model rests on, as data: value, allowed range, unit, ground and source. The name is the code under
 * which messages describe what it does. Ground: C measured on public logs, L literature, M standard formula with an
 * unverified citation, D our own choice.
 */
import type { SourceId } from './sources.ts';

export type Ground = 'C' | 'L' | 'M' | 'D';
export type Unit = 'days' | 'weight' | 'share' | 'gaps' | 'count' | 'factor';
export type ParameterGroup =
  | 'traces'
  | 'trust'
  | 'reciprocity'
  | 'intensity'
  | 'time'
  | 'rhythm'
  | 'pressure'
  | 'bond'
  | 'shock';

export interface Parameter {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly unit: Unit;
  readonly group: ParameterGroup;
  readonly ground: Ground;
  readonly source: SourceId;
}

export const parameterTable = {
  // How fast each family of channels fades. Changing one is a rebuild: the stored traces were made at the old value.
  halfLifeChatDays: { value: 5, min: 1, max: 90, unit: 'days', group: 'traces', ground: 'C', source: 'chat-log' },
  halfLifeMailDays: { value: 45, min: 5, max: 365, unit: 'days', group: 'traces', ground: 'C', source: 'mail-logs' },
  halfLifeLiveDays: { value: 30, min: 5, max: 365, unit: 'days', group: 'traces', ground: 'D', source: 'design' },
  halfLifePurchaseDays: {
    value: 365,
    min: 30,
    max: 1825,
    unit: 'days',
    group: 'traces',
    ground: 'D',
    source: 'design',
  },
  halfLifeTrustDays: { value: 90, min: 14, max: 1825, unit: 'days', group: 'traces', ground: 'C', source: 'trust-log' },
  halfLifeSurveyDays: { value: 180, min: 30, max: 730, unit: 'days', group: 'traces', ground: 'D', source: 'design' },
  // 90 d x ln 2: the integral of this trace equals 90 days of contacts.
  halfLifePressureDays: {
    value: 62.4,
    min: 14,
    max: 365,
    unit: 'days',
    group: 'traces',
    ground: 'L',
    source: 'godfrey',
  },

  trustPriorWeight: { value: 2, min: 0.5, max: 20, unit: 'weight', group: 'trust', ground: 'M', source: 'josang' },
  trustBaseRate: { value: 0.7, min: 0.05, max: 0.95, unit: 'share', group: 'trust', ground: 'D', source: 'design' },
  trustNegativity: { value: 1, min: 0.5, max: 10, unit: 'factor', group: 'trust', ground: 'C', source: 'trust-log' },
  trustKnownEvidence: { value: 0.25, min: 0.05, max: 5, unit: 'weight', group: 'trust', ground: 'D', source: 'design' },
  facetMinItems: { value: 3, min: 1, max: 20, unit: 'count', group: 'trust', ground: 'D', source: 'mayer' },
  overduePromise: { value: 1, min: 0, max: 5, unit: 'weight', group: 'trust', ground: 'D', source: 'seeds' },
  overdueAnswer: { value: 0.25, min: 0, max: 5, unit: 'weight', group: 'trust', ground: 'D', source: 'seeds' },
  overdueComplaint: { value: 1, min: 0, max: 5, unit: 'weight', group: 'trust', ground: 'D', source: 'seeds' },

  kappaBenefit: { value: 1, min: 0.1, max: 50, unit: 'weight', group: 'reciprocity', ground: 'D', source: 'design' },
  kappaContact: { value: 1, min: 0.1, max: 50, unit: 'weight', group: 'reciprocity', ground: 'C', source: 'tie-logs' },
  assumedShare: { value: 0.5, min: 0.05, max: 1, unit: 'share', group: 'reciprocity', ground: 'D', source: 'design' },
  knownBenefitShare: {
    value: 0.05,
    min: 0,
    max: 1,
    unit: 'share',
    group: 'reciprocity',
    ground: 'D',
    source: 'design',
  },
  assumedUncertainty: {
    value: 0.8,
    min: 0,
    max: 1,
    unit: 'share',
    group: 'reciprocity',
    ground: 'D',
    source: 'design',
  },

  // What is given without a contact of its own still shows that somebody cares, a little: keeps I > 0 where R > 0.
  benefitAsContact: { value: 0.1, min: 0.01, max: 1, unit: 'share', group: 'intensity', ground: 'D', source: 'design' },
  surveyPriorWeight: { value: 2, min: 0.5, max: 20, unit: 'weight', group: 'intensity', ground: 'D', source: 'ellis' },
  contactsKnown: { value: 3, min: 1, max: 20, unit: 'count', group: 'intensity', ground: 'D', source: 'design' },

  continuityDays: { value: 8, min: 1, max: 30, unit: 'count', group: 'time', ground: 'C', source: 'tie-logs' },
  freshnessGaps: { value: 5, min: 0.5, max: 20, unit: 'gaps', group: 'time', ground: 'C', source: 'tie-logs' },
  personalFactor: { value: 2, min: 1, max: 5, unit: 'factor', group: 'time', ground: 'D', source: 'roberts' },

  gap0Days: { value: 14, min: 1, max: 365, unit: 'days', group: 'rhythm', ground: 'D', source: 'design' },
  ownGapsNeeded: { value: 3, min: 1, max: 10, unit: 'gaps', group: 'rhythm', ground: 'D', source: 'design' },
  minGapDays: { value: 1, min: 0.1, max: 7, unit: 'days', group: 'rhythm', ground: 'D', source: 'design' },
  quietGaps: { value: 3, min: 1, max: 10, unit: 'gaps', group: 'rhythm', ground: 'D', source: 'design' },
  quietQuantile: { value: 0.9, min: 0.5, max: 0.99, unit: 'share', group: 'rhythm', ground: 'D', source: 'seeds' },
  quietQuantileMinGaps: { value: 1.5, min: 1, max: 5, unit: 'gaps', group: 'rhythm', ground: 'D', source: 'design' },
  quantileGapsNeeded: { value: 8, min: 3, max: 30, unit: 'gaps', group: 'rhythm', ground: 'D', source: 'design' },
  goneGaps: { value: 8, min: 3, max: 30, unit: 'gaps', group: 'rhythm', ground: 'L', source: 'navarro' },
  alarmGapsNeeded: { value: 2, min: 1, max: 10, unit: 'gaps', group: 'rhythm', ground: 'D', source: 'design' },
  // How long a source may be unread before an old alarm is no longer repeated (never less than one own gap).
  unreadGraceDays: { value: 7, min: 0, max: 60, unit: 'days', group: 'rhythm', ground: 'D', source: 'design' },

  idealCall: { value: 3, min: 0.5, max: 100, unit: 'count', group: 'pressure', ground: 'L', source: 'godfrey' },
  idealMail: { value: 3.5, min: 0.5, max: 100, unit: 'count', group: 'pressure', ground: 'L', source: 'godfrey' },
  // Share of our contact days that must be matched by theirs before nothing we send counts as imposing.
  answeredEnough: { value: 0.5, min: 0.1, max: 1, unit: 'share', group: 'pressure', ground: 'D', source: 'seeds' },
  idealPost: { value: 9.5, min: 0.5, max: 100, unit: 'count', group: 'pressure', ground: 'L', source: 'godfrey' },
  // Learning those three from what came back (unasked-ideal.ts): within how long, and how far a tie may lie from the ideal in force.
  idealAnswerDays: { value: 14, min: 2, max: 90, unit: 'days', group: 'pressure', ground: 'D', source: 'design' },
  idealSpread: { value: 0.7, min: 0.1, max: 2, unit: 'factor', group: 'pressure', ground: 'D', source: 'design' },

  bondThreshold: { value: 0.55, min: 0.2, max: 0.95, unit: 'share', group: 'bond', ground: 'D', source: 'design' },
  // The chance that a tie goes on (continuation.ts): .5 at this contact figure, and how steeply it rises there.
  continuationHalf: { value: 0.5, min: 0.05, max: 0.95, unit: 'share', group: 'bond', ground: 'C', source: 'tie-fit' },
  continuationSteepness: {
    value: 2.2,
    min: 0.5,
    max: 6,
    unit: 'factor',
    group: 'bond',
    ground: 'C',
    source: 'tie-fit',
  },
  bondBlockFloor: { value: 0.4, min: 0, max: 0.9, unit: 'share', group: 'bond', ground: 'D', source: 'seeds' },

  // What if (shock.ts): how much the log-odds of ending rise when all of a foundation goes, or per unit of ln(1 + rise).
  shockSharePull: { value: 4, min: 0, max: 12, unit: 'factor', group: 'shock', ground: 'D', source: 'design' },
  shockPricePull: { value: 12, min: 0, max: 40, unit: 'factor', group: 'shock', ground: 'D', source: 'design' },
  shockCarried: { value: 0.3, min: 0, max: 1, unit: 'share', group: 'shock', ground: 'D', source: 'design' },
  shockEndingHalf: { value: 0.25, min: 0.1, max: 0.9, unit: 'share', group: 'shock', ground: 'D', source: 'design' },
  shockEndingSteepness: { value: 1, min: 0.5, max: 6, unit: 'factor', group: 'shock', ground: 'D', source: 'design' },
  shockHurtFrom: { value: 0.03, min: 0.005, max: 0.5, unit: 'share', group: 'shock', ground: 'D', source: 'design' },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameterTable;

/** The resolved plain numbers the engine computes with. Treat as frozen: the fold caches what it derives from them. */
export type ModelParameters = Readonly<Record<ParameterName, number>>;

export const parameterNames = Object.keys(parameterTable) as ParameterName[];

/**
 * Claim: the defaults with some values replaced, each within its declared range. Range: RangeError outside it.
 * Source: model.md 1.14. Limit: does not know whether a change needs a rebuild (half-lives do). Test: parameters.test.ts.
 */
export function resolveParameters(overrides: Partial<Record<ParameterName, number>> = {}): ModelParameters {
  const resolved = {} as Record<ParameterName, number>;
  for (const name of parameterNames) {
    const { value, min, max } = parameterTable[name];
    const chosen = overrides[name] ?? value;
    if (!(chosen >= min && chosen <= max)) throw new RangeError(`${name} must lie in [${min}, ${max}], not ${chosen}`);
    resolved[name] = chosen;
  }
  return Object.freeze(resolved);
}

export const defaultParameters: ModelParameters = resolveParameters();
