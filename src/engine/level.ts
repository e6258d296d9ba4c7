/** The five levels of a tie at one instant; status.ts adds the memory that keeps them from flickering. */
import type { Figures } from './figures.ts';
import { knowledgeOf } from './knowledge.ts';
import type { ModelParameters } from './parameters.ts';
import { blockNames, type Status, statuses } from './reading.ts';
import { isBenefitKnown } from './reciprocity.ts';
import type { SilentFigures } from './silence.ts';

/**
 * Claim: the level of a tie. unknown: nothing happened; contact: from one side; conversation: from both, and not silent
 * for longer than makes it "gone" at its own pace; relationship: a known benefit on both sides; bond: that, S >= .55 and
 * every known block >= .4. Source: seeds' corrections 1 and 5, details 4. Limit: falling back from conversation to
 * contact when gone is our choice. Test: level.test.ts.
 */
export function computeLevel(figures: SilentFigures, parameters: ModelParameters, eventCount: number): Status {
  if (eventCount === 0) return 'unknown';
  // In silence the level follows the rule of S: never above what it was at the last event.
  return figures.earlier.reduce(
    (level, then) => lowerStatus(level, levelOf(then, figures.bond, parameters)),
    levelOf(figures.now, figures.bond, parameters),
  );
}

/** Claim: the lower of two statuses. Test: level.test.ts. */
export function lowerStatus(one: Status, other: Status): Status {
  return statuses.indexOf(one) <= statuses.indexOf(other) ? one : other;
}

/** Claim: the higher of two statuses. Test: level.test.ts. */
export function higherStatus(one: Status, other: Status): Status {
  return statuses.indexOf(one) >= statuses.indexOf(other) ? one : other;
}

function levelOf(figures: Figures, bond: number, parameters: ModelParameters): Status {
  const { benefit, giving, rhythm } = figures;
  if (isBenefitKnown(benefit.ab, parameters) && isBenefitKnown(benefit.ba, parameters)) {
    const firm = blockNames.every(
      (name) => knowledgeOf(figures, name, parameters) !== 'known' || figures.values[name] >= parameters.bondBlockFloor,
    );
    return bond >= parameters.bondThreshold && firm ? 'bond' : 'relationship';
  }
  const twoSided = giving.ab > 0 && giving.ba > 0;
  return twoSided && rhythm.silenceDays <= rhythm.goneAfterDays ? 'conversation' : 'contact';
}
