/** The log of one tie, and the states it folds into. */
import type { TieState } from './direction-state.ts';
import { emptyState, foldEvent } from './fold.ts';
import type { ModelParameters } from './parameters.ts';
import type { Direction, TieEvent } from './tie-event.ts';

export interface DirectedEvent {
  readonly direction: Direction;
  readonly event: TieEvent;
}

/** Claim: a tie in which nothing happened. Test: status.test.ts. */
export function emptyTie(): TieState {
  return { ab: emptyState(), ba: emptyState() };
}

/** Claim: the state of a tie from the set of its events, in any order. Test: status.test.ts. */
export function tieStateOf(events: Iterable<DirectedEvent>, parameters: ModelParameters): TieState {
  const state = emptyTie();
  for (const { direction, event } of events) foldEvent(state[direction], event, parameters);
  return state;
}

/** Claim: the events in order of time, leaving the given list as it is. Test: status.test.ts. */
export function sortByTime<Item extends DirectedEvent>(events: readonly Item[]): Item[] {
  return [...events].sort((left, right) => left.event.atMs - right.event.atMs);
}
