/** From people to the organisation: how strong the bond between two firms is, and on whom it hangs. */
import type { BlockValues } from './bond.ts';
import { type BlockName, blockNames } from './reading.ts';

/** One tie through which two organisations are bound. An event belongs to exactly one strand (details 9). */
export interface Strand {
  /** The colleague it runs through; null for the strand of the firm itself (orders between firms). */
  readonly personId: string | null;
  /** S of that tie, in [0,1], and its four values. */
  readonly bond: number;
  readonly values: BlockValues;
}

export interface PersonShare {
  readonly personId: string | null;
  /** s_p: the best of this colleague's strands. */
  readonly strength: number;
  /** s_p / sum s, in [0,1]. */
  readonly share: number;
  /** (Q - Q without p)/Q in [0,1]; null for the firm itself, which cannot leave, and where Q = 0. */
  readonly dependency: number | null;
}

export interface OrganisationReading {
  /** Q in [0,1]. */
  readonly bond: number;
  /** Means of the people's petals, weighted by strength; null where Q = 0. To be labelled as means. */
  readonly values: Readonly<Record<BlockName, number>> | null;
  readonly people: readonly PersonShare[];
  /** Fewest colleagues whose loss halves Q; null when no loss of colleagues would, or Q = 0. */
  readonly busFactor: number | null;
  /** Sum of squared shares, and its inverse: how many equal contacts it amounts to. null where Q = 0. */
  readonly herfindahl: number | null;
  readonly effectiveContacts: number | null;
}

/**
 * Claim: the bond of two organisations from its strands. Formula: s_p = best strand of a colleague, Q = 1 - prod(1 - s_p).
 * Range [0,1]; removing a person never raises Q. Source: model.md 1.7.2 (noisy-or), details 9. Limit: strands are taken
 * as independent; single-person dependency has no public ground truth. Test: organisation.test.ts.
 */
export function readOrganisation(strands: readonly Strand[]): OrganisationReading {
  const best = pickBestStrands(strands);
  const strengths = best.map((strand) => strand.bond);
  const bond = computeNoisyOr(strengths);
  const sum = strengths.reduce((total, strength) => total + strength, 0);
  const people = best.map((strand, index) => ({
    personId: strand.personId,
    strength: strand.bond,
    share: sum > 0 ? strand.bond / sum : 0,
    dependency: strand.personId === null ? null : computeDependency(strengths, index),
  }));
  const herfindahl = sum > 0 ? people.reduce((total, person) => total + person.share ** 2, 0) : null;
  return {
    bond,
    values: sum > 0 ? averageValues(best, sum) : null,
    people,
    busFactor: computeBusFactor(best, bond),
    herfindahl,
    effectiveContacts: herfindahl === null ? null : 1 / herfindahl,
  };
}

/**
 * Claim: redundant contacts help with diminishing returns. Formula: 1 - prod(1 - s), exact for tiny s.
 * Range [max s, min(1, sum s)]. Source: model.md 1.7.2. Test: organisation.test.ts.
 */
export function computeNoisyOr(strengths: readonly number[]): number {
  return 0 - Math.expm1(strengths.reduce((logs, strength) => logs + Math.log1p(-strength), 0));
}

/**
 * Claim: the part of Q that goes when one strand goes. Formula: (Q - Q without p)/Q. Range [0,1], null where Q = 0.
 * Source: details 9. Test: organisation.test.ts.
 */
export function computeDependency(strengths: readonly number[], index: number): number | null {
  const all = computeNoisyOr(strengths);
  if (all <= 0) return null;
  const without = computeNoisyOr(strengths.filter((_, other) => other !== index));
  return Math.min(1, Math.max(0, (all - without) / all));
}

function pickBestStrands(strands: readonly Strand[]): Strand[] {
  const best = new Map<string | null, Strand>();
  for (const strand of strands) {
    const known = best.get(strand.personId);
    if (known === undefined || strand.bond > known.bond) best.set(strand.personId, strand);
  }
  return [...best.values()].sort((left, right) => right.bond - left.bond);
}

/** The strongest first: under a product the fewest that halve Q are always the strongest. */
function computeBusFactor(best: readonly Strand[], bond: number): number | null {
  if (bond <= 0) return null;
  let left = best;
  let lost = 0;
  for (const strand of best) {
    if (strand.personId === null) continue;
    left = left.filter((other) => other !== strand);
    lost += 1;
    if (computeNoisyOr(left.map((other) => other.bond)) <= bond / 2) return lost;
  }
  return null;
}

function averageValues(best: readonly Strand[], sum: number): Record<BlockName, number> {
  const means = { trust: 0, reciprocity: 0, intensity: 0, time: 0 };
  for (const name of blockNames) {
    for (const strand of best) means[name] += (strand.bond / sum) * strand.values[name];
  }
  return means;
}
