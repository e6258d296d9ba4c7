import { readTie } from '#engine/read-tie.ts';
import type { TieReading } from '#engine/reading.ts';
import type { LoadedTie } from './load-ties.ts';

/** An event of the last minute may lie a little ahead of our clock; a tie is never read before what it holds. */
export function readableMs(tie: Pick<LoadedTie, 'state'>, nowMs: number): number {
  return Math.max(nowMs, tie.state.ab.tauMs, tie.state.ba.tauMs);
}

export function readTieAt(tie: LoadedTie, nowMs: number): TieReading {
  const { state, context, parameters } = tie;
  return readTie({ state, context, parameters, nowMs: readableMs(tie, nowMs) });
}
