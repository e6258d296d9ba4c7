/** Reasons of the four blocks: codes with numbers, never sentences. */
import { isMuted } from './corrections.ts';
import type { Figures, TrustDirection } from './figures.ts';
import { knowledgeOf } from './knowledge.ts';
import type { ModelParameters } from './parameters.ts';
import type { BlockName, Correction, Reason } from './reading.ts';
import type { ReasonCode } from './reason-codes.ts';
import { isBenefitKnown } from './reciprocity.ts';
import { type Direction, directions } from './tie-event.ts';

export type ReasonMaker = (
  code: ReasonCode,
  block: Reason['block'],
  numbers: Record<string, number>,
  direction?: Direction | null,
) => Reason;

/** Claim: a maker that flags what a user muted by `atMs`. Muted reasons stay, flagged. Test: reasons.test.ts. */
export function makeReasons(corrections: readonly Correction[], atMs: number): ReasonMaker {
  return (code, block, numbers, direction = null) => {
    return { code, block, direction, numbers, muted: isMuted(corrections, code, atMs) };
  };
}

/**
 * Claim: why a block has the value it has, from the same figures the value came from.
 * Source: model.md, "How the engine is built" 6. Limit: totals per direction; the single events are in explain.ts.
 * Test: reasons.test.ts.
 */
export function listBlockReasons(
  figures: Figures,
  name: BlockName,
  parameters: ModelParameters,
  reason: ReasonMaker,
): Reason[] {
  if (name === 'trust') return listTrustReasons(figures, parameters, reason);
  if (name === 'reciprocity') return listReciprocityReasons(figures, parameters, reason);
  if (name === 'intensity') return listIntensityReasons(figures, reason);
  return listTimeReasons(figures, parameters, reason);
}

function listTrustReasons(figures: Figures, parameters: ModelParameters, reason: ReasonMaker): Reason[] {
  const found: Reason[] = [];
  for (const direction of directions) {
    const trust: TrustDirection = figures.trust[direction];
    if (trust.pooled.good + trust.pooled.bad === 0) {
      found.push(reason('trust-unknown', 'trust', { baseRate: trust.baseRate }, direction));
      continue;
    }
    const { value, uncertainty } = trust.figure;
    const { good, bad } = trust.pooled;
    const halfLifeDays = parameters.halfLifeTrustDays;
    const numbers = { good, bad, baseRate: trust.baseRate, value, uncertainty, halfLifeDays };
    found.push(reason('trust-evidence', 'trust', numbers, direction));
    for (const item of trust.standing) {
      found.push(reason(item.code, 'trust', { weight: item.bad, sinceMs: item.sinceMs }, direction));
    }
  }
  return found;
}

function listReciprocityReasons(figures: Figures, parameters: ModelParameters, reason: ReasonMaker): Reason[] {
  return directions.map((direction) => {
    const giving = figures.giving[direction];
    const benefit = figures.benefit[direction];
    if (giving === 0) return reason('gives-nothing', 'reciprocity', {}, direction);
    if (isBenefitKnown(benefit, parameters))
      return reason('gives-known', 'reciprocity', { benefit, giving }, direction);
    return reason('gives-assumed', 'reciprocity', { contact: figures.contact[direction], giving }, direction);
  });
}

function listIntensityReasons(figures: Figures, reason: ReasonMaker): Reason[] {
  const total = figures.contact.ab + figures.contact.ba;
  if (total === 0 && figures.survey.weight === 0) return [];
  const found = directions.map((direction) => {
    const contact = figures.contact[direction];
    return reason('contact-level', 'intensity', { contact, share: total > 0 ? contact / total : 0 }, direction);
  });
  const { weight, mean } = figures.survey;
  if (weight > 0) found.push(reason('survey', 'intensity', { weight, mean }));
  return found;
}

function listTimeReasons(figures: Figures, parameters: ModelParameters, reason: ReasonMaker): Reason[] {
  if (figures.days.length === 0) return [];
  const { rhythm, time } = figures;
  const { silenceDays, gapDays, knownGaps } = rhythm;
  const found = [
    reason('active-days', 'time', { days: figures.days.length, continuity: time.continuity }),
    reason('freshness', 'time', { silenceDays, gapDays, freshness: time.freshness }),
  ];
  if (knowledgeOf(figures, 'time', parameters) !== 'known' || knownGaps < parameters.ownGapsNeeded) {
    found.push(reason('gap-assumed', 'time', { knownGaps, gapDays }));
  }
  if (figures.pressure > 1) {
    found.push(reason('pressing', 'time', { pressure: figures.pressure, factor: time.pressureFactor }));
  }
  return found;
}
