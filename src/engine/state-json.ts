/** States on the wire: JSON knows no infinities. */
import type { DirectionState } from './direction-state.ts';

export interface PlainState {
  readonly tauMs: number | null;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly contactCount: number;
  readonly abilityCount: number;
  readonly benevolenceCount: number;
  readonly integrityCount: number;
  readonly traces: readonly number[];
  readonly days: readonly number[];
  readonly sources: readonly number[];
}

/** Claim: a state as JSON can hold it; reviveState is its inverse. Test: state-json.test.ts. */
export function flattenState(
  state: DirectionState,
): PlainState & { traces: number[]; days: number[]; sources: number[] } {
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    ...state,
    tauMs: finite(state.tauMs),
    firstMs: finite(state.firstMs),
    lastMs: finite(state.lastMs),
    traces: [...state.traces],
    days: [...state.days],
    sources: [...state.sources],
  };
}

/** Claim: the state that was flattened. Test: state-json.test.ts. */
export function reviveState(plain: PlainState): DirectionState {
  return {
    ...plain,
    tauMs: plain.tauMs ?? -Infinity,
    firstMs: plain.firstMs ?? Infinity,
    lastMs: plain.lastMs ?? -Infinity,
    traces: [...plain.traces],
    days: [...plain.days],
    sources: [...plain.sources],
  };
}
