/** The context of a tie about which nothing is known beside its events. */
import type { TieContext } from './reading.ts';

/** Claim: no expectations, faults, words or closures; listening now; a tie between third parties. Test: read-tie.test.ts. */
export const plainContext: TieContext = {
  expectations: [],
  faults: [],
  corrections: [],
  closures: [],
  coveredUntilMs: null,
  wish: null,
  baseRates: null,
  personalFoundation: false,
  ours: null,
};
