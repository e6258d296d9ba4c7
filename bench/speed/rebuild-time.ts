/** (c) Everything derived made again from the log, phase by phase, in the house that the API is measured in. */
import { type RebuildPhase, rebuild, rebuildPhases } from '#services/rebuild.ts';
import { openDatabase } from '#store/database.ts';
import type { Base } from './base.ts';
import { systemContext } from './bench-house.ts';
import { timeMs } from './statistics.ts';

export interface RebuildFigures {
  readonly interactions: number;
  readonly ties: number;
  readonly seconds: Readonly<Partial<Record<RebuildPhase, number>>>;
}

/** Figures follow by the job while the house is open, and are only waited for when asked. */
export async function measureRebuild(base: Base, { withFigures }: { withFigures: boolean }): Promise<RebuildFigures> {
  const db = openDatabase({ url: base.url, statementTimeoutMs: 0 });
  const ctx = systemContext(db, () => new Date());
  const seconds: Partial<Record<RebuildPhase, number>> = {};
  try {
    for (const phase of rebuildPhases) {
      if (phase === 'figures' && !withFigures) continue;
      seconds[phase] = (await timeMs(() => rebuild(ctx, { phases: [phase] }))) / 1_000;
    }
  } finally {
    await db.destroy();
  }
  return { interactions: base.interactions, ties: base.ties, seconds };
}
