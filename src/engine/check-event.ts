/** What the fold refuses, said before it: the fold itself is too hot a path to look. */
import type { TieEvent } from './tie-event.ts';

/** Largest weight one event can have; a million of them still sum without losing the last digits. */
export const largestWeight = 1000;

/**
 * Claim: throws RangeError for an event no state may hold: dated in the future, or with a number that is not finite,
 * negative, or beyond 1000. Source: model.md section 2. Limit: a clock that runs ahead elsewhere is refused too; the
 * caller decides on a grace. Test: check-event.test.ts.
 */
export function checkTieEvent(event: TieEvent, nowMs: number): void {
  if (!Number.isFinite(event.atMs)) throw new RangeError(`event instant is not finite: ${event.atMs}`);
  if (event.atMs > nowMs) throw new RangeError(`event lies in the future: ${event.atMs} > ${nowMs}`);
  if (!Number.isSafeInteger(event.day)) throw new RangeError(`event day is not a whole number: ${event.day}`);
  const weights = [event.contact, event.benefit, event.trustGood, event.trustBad, event.unasked, event.surveyWeight];
  for (const weight of weights) {
    if (!(weight >= 0 && weight <= largestWeight)) throw new RangeError(`event weight out of range: ${weight}`);
  }
  if (!(event.surveyValue >= 0 && event.surveyValue <= 1)) {
    throw new RangeError(`survey value out of range: ${event.surveyValue}`);
  }
}
