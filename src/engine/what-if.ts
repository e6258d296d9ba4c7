/** What if: the same reading with things that did not happen. */
import { copyState, foldEvent } from './fold.ts';
import { type ReadTieInput, readTie } from './read-tie.ts';
import type { TieReading } from './reading.ts';
import type { DirectedEvent } from './tie-log.ts';

/**
 * Claim: the reading of a tie had these events happened too (or under other parameters, context or instant: pass those).
 * The given state stays as it is. RangeError for an event later than `nowMs`. Source: product.md ("Stel dat...").
 * Limit: it moves this tie's figures, it does not forecast how people answer. Test: what-if.test.ts.
 */
export function whatIf(input: ReadTieInput & { extraEvents: readonly DirectedEvent[] }): TieReading {
  const state = { ab: copyState(input.state.ab), ba: copyState(input.state.ba) };
  for (const { direction, event } of input.extraEvents) foldEvent(state[direction], event, input.parameters);
  return readTie({ ...input, state });
}
