/** How much of everything is measured; quick is for trying the bench itself, its figures say nothing. */
import type { FirmShape } from './firm-log.ts';

export interface SpeedPlan {
  readonly engine: FirmShape;
  readonly ingest: { readonly shape: FirmShape; readonly batchSize: number };
  readonly base: FirmShape;
  readonly api: { readonly rounds: number; readonly callsPerRound: number };
}

export function makePlan({ quick, nowMs }: { quick: boolean; nowMs: number }): SpeedPlan {
  // Whole days, a little back: nothing of it lies in the future of any clock involved.
  const endMs = Math.floor(nowMs / 86_400_000) * 86_400_000;
  const firm = { days: 900, endMs };
  if (quick) {
    return {
      engine: { ...firm, seed: 1, colleagues: 20, people: 500, interactions: 10_000 },
      ingest: { shape: { ...firm, seed: 2, colleagues: 10, people: 100, interactions: 1_500 }, batchSize: 500 },
      base: { ...firm, seed: 3, colleagues: 5, people: 80, interactions: 1_000 },
      api: { rounds: 2, callsPerRound: 20 },
    };
  }
  return {
    engine: { ...firm, seed: 1, colleagues: 60, people: 40_000, interactions: 600_000 },
    ingest: { shape: { ...firm, seed: 2, colleagues: 40, people: 6_000, interactions: 60_000 }, batchSize: 500 },
    base: { ...firm, seed: 3, colleagues: 60, people: 80_000, interactions: 1_000_000 },
    api: { rounds: 5, callsPerRound: 300 },
  };
}
