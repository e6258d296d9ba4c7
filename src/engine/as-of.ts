/** What stood beside a tie at an earlier instant: nothing that was only known or done later. */
import type { TieContext } from './reading.ts';

/**
 * Claim: the context with everything dated later than `atMs` taken out: faults, remedies, promises due, settlings, words.
 * Equal to the context itself where nothing is later. Source: details 6 (rows with times, not traces).
 * Limit: of a promise only its due time is known, not when it was made; closures are a calendar and stay; wish, base
 * rates, foundation and coverage are as they are now (see forgetHindsight). Test: as-of.test.ts.
 */
export function contextAsOf(context: TieContext, atMs: number): TieContext {
  const upTo = (instantMs: number | null) => (instantMs !== null && instantMs <= atMs ? instantMs : null);
  return {
    ...context,
    faults: context.faults
      .filter((fault) => fault.atMs <= atMs)
      .map((fault) => ({ ...fault, madeGoodMs: upTo(fault.madeGoodMs) })),
    expectations: context.expectations
      .filter(({ dueMs, settledMs }) => dueMs <= atMs || upTo(settledMs) !== null)
      .map((item) => ({ ...item, settledMs: upTo(item.settledMs) })),
    corrections: context.corrections.filter((word) => word.atMs <= atMs),
  };
}

/**
 * Claim: the context without what only today knows and no date tells: wish, what others found, foundation, coverage.
 * For a back-test: whoever left may have been marked "rather not" because they left. Test: as-of.test.ts.
 */
export function forgetHindsight(context: TieContext): TieContext {
  return { ...context, wish: null, baseRates: null, personalFoundation: false, coveredUntilMs: null };
}
