/** The figures of a tie at one instant, before they are dressed as blocks. */
import type { BlockValues } from './bond.ts';
import { correctedValue } from './corrections.ts';
import type { DirectionState, TieState } from './direction-state.ts';
import { computeIntensity } from './intensity.ts';
import { mergeDays } from './merge.ts';
import type { ModelParameters } from './parameters.ts';
import { computePressure, computeSentPressure } from './pressure.ts';
import type { BothWays, Correction, Rhythm, TieContext } from './reading.ts';
import { computeGiving, computeReciprocity } from './reciprocity.ts';
import { readRhythm } from './rhythm.ts';
import type { TrustFacet } from './tie-event.ts';
import { computeTime, type TimeFigure } from './time.ts';
import { computeDecay } from './trace.ts';
import {
  computeTrust,
  type Evidence,
  listStandingEvidence,
  poolEvidence,
  readEvidence,
  type StandingEvidence,
  type TrustFigure,
} from './trust.ts';

export interface TieInput {
  readonly state: TieState;
  readonly context: TieContext;
  readonly parameters: ModelParameters;
}

export interface TrustDirection {
  readonly facets: Record<TrustFacet, Evidence>;
  readonly pooled: Evidence;
  readonly standing: readonly StandingEvidence[];
  readonly baseRate: number;
  readonly figure: TrustFigure;
}

export interface Figures {
  readonly atMs: number;
  readonly contact: BothWays;
  readonly benefit: BothWays;
  readonly giving: BothWays;
  readonly trust: { readonly ab: TrustDirection; readonly ba: TrustDirection };
  readonly survey: { readonly weight: number; readonly mean: number };
  readonly rhythm: Rhythm;
  readonly days: readonly number[];
  readonly time: TimeFigure;
  readonly pressure: number;
  /** The four values before and after a user's corrections. */
  readonly computed: BlockValues;
  readonly values: BlockValues;
}

/**
 * Claim: everything measured about a tie at an instant no earlier than its latest event.
 * Range: blocks in [0,1]. Source: model.md 1.0-1.6. Limit: no silence rule here (see silence.ts); `withPressure: false`
 * leaves imposing out. Test: read-tie.test.ts.
 */
export function computeFigures(input: TieInput, atMs: number, withPressure: boolean, wordAtMs = atMs): Figures {
  const { state, context, parameters } = input;
  const contact = both(state, (direction) => readFamilies(direction, 0, atMs, parameters));
  const benefit = both(state, (direction) => readFamilies(direction, 1, atMs, parameters));
  const giving = {
    ab: computeGiving(benefit.ab, contact.ab, parameters),
    ba: computeGiving(benefit.ba, contact.ba, parameters),
  };
  const trust = {
    ab: computeTrustDirection(input, 'ab', atMs),
    ba: computeTrustDirection(input, 'ba', atMs),
  };
  const survey = readSurvey(state, atMs, parameters);
  const surveyAtLast = readSurvey(state, Math.max(state.ab.tauMs, state.ba.tauMs), parameters);
  const days = mergeDays(state.ab.days, state.ba.days);
  const lastMs = Math.max(state.ab.lastMs, state.ba.lastMs);
  const rhythm = readRhythm({ days, lastMs, closures: context.closures, parameters }, atMs);
  const pressure = withPressure ? readPressure(input, atMs) : 0;
  const time = computeTime({
    activeDays: days.length,
    silenceDays: rhythm.silenceDays,
    gapDays: rhythm.gapDays,
    pressure,
    personalFoundation: context.personalFoundation,
    parameters,
  });
  const computed = {
    trust: Math.sqrt(trust.ab.figure.value * trust.ba.figure.value),
    reciprocity: computeReciprocity(giving.ab, giving.ba),
    intensity: computeIntensity(
      {
        contact: contact.ab + contact.ba,
        benefit: benefit.ab + benefit.ba,
        surveyMean: survey.mean,
        surveyWeight: survey.weight,
        surveyWeightAtLast: surveyAtLast.weight,
      },
      parameters,
    ),
    time: time.value,
  };
  const values = applyCorrections(computed, context.corrections, wordAtMs);
  return { atMs, contact, benefit, giving, trust, survey, rhythm, days, time, pressure, computed, values };
}

function computeTrustDirection(input: TieInput, direction: 'ab' | 'ba', atMs: number): TrustDirection {
  const { state, context, parameters } = input;
  // In a->b it is a who trusts, so b who acted.
  const standing = listStandingEvidence(context, direction === 'ab' ? 'b' : 'a', atMs, parameters);
  const facets = readEvidence(state[direction], standing, atMs, parameters);
  const pooled = poolEvidence(facets);
  const baseRate = context.baseRates?.[direction] ?? parameters.trustBaseRate;
  return { facets, pooled, standing, baseRate, figure: computeTrust(pooled, baseRate, parameters) };
}

function readFamilies(state: DirectionState, offset: 0 | 1, atMs: number, parameters: ModelParameters): number {
  if (state.tauMs === -Infinity) return 0;
  const elapsedMs = atMs - state.tauMs;
  const part = (at: number, halfLifeDays: number): number => {
    const trace = state.traces[at + offset] as number;
    return trace === 0 ? 0 : trace * computeDecay(elapsedMs, halfLifeDays);
  };
  return (
    part(0, parameters.halfLifeChatDays) +
    part(2, parameters.halfLifeMailDays) +
    part(4, parameters.halfLifeLiveDays) +
    part(6, parameters.halfLifePurchaseDays)
  );
}

function readSurvey(state: TieState, atMs: number, parameters: ModelParameters): { weight: number; mean: number } {
  let weight = 0;
  let sum = 0;
  for (const direction of [state.ab, state.ba]) {
    if (direction.traces[14] === 0) continue;
    const decay = computeDecay(atMs - direction.tauMs, parameters.halfLifeSurveyDays);
    weight += (direction.traces[14] as number) * decay;
    sum += (direction.traces[15] as number) * decay;
  }
  return { weight, mean: weight > 0 ? sum / weight : 0 };
}

function readPressure(input: TieInput, atMs: number): number {
  const { ours } = input.context;
  if (ours === null) return 0;
  const { state, parameters } = input;
  const [out, back] = ours === 'a' ? [state.ab, state.ba] : [state.ba, state.ab];
  const sent = computeSentPressure(out, atMs, parameters);
  return computePressure({ sent, daysOut: out.days, daysBack: back.days, atMs, parameters });
}

function applyCorrections(computed: BlockValues, corrections: readonly Correction[], atMs: number): BlockValues {
  if (corrections.length === 0) return computed;
  return {
    trust: correctedValue(corrections, 'trust', atMs) ?? computed.trust,
    reciprocity: correctedValue(corrections, 'reciprocity', atMs) ?? computed.reciprocity,
    intensity: correctedValue(corrections, 'intensity', atMs) ?? computed.intensity,
    time: correctedValue(corrections, 'time', atMs) ?? computed.time,
  };
}

function both(state: TieState, read: (direction: DirectionState) => number): BothWays {
  return { ab: read(state.ab), ba: read(state.ba) };
}
