/** V1: will a tie that was two-sided in the window be two-sided again in the horizon? */
import {
  type BlockName,
  type Channel,
  dayMs,
  defaultParameters,
  type ModelParameters,
  plainContext,
  readContinuationChance,
  readTie,
} from '#engine/index.ts';
import { type BlockShares, shareLowest, shareLowestKnown, shareWeakest } from './block-shares.ts';
import type { Forecast } from './calibration.ts';
import type { LoggedMessage } from './log-reader.ts';
import { computeAuc, rankInOrder, rankMiddle } from './ranking.ts';
import { groupReceivers, replayTies } from './tie-replay.ts';
import { summariseWindow, sumRanks, type WindowFigures } from './window-figures.ts';

export interface CutPlan {
  readonly channel: Channel;
  readonly cutDay: number;
  readonly windowDays: number;
  readonly horizonDays: number;
}

export interface CutOutcome {
  readonly file: string;
  readonly cutDay: number;
  readonly candidates: number;
  readonly positives: number;
  /** AUC of the bond S. */
  readonly auc: number;
  /** AUC of the contact figure, the one a page's chance is read from. */
  readonly aucContact: number;
  /** AUC of the rank sum, equals sharing their rank; and with equals ranked as they first stand in the file, as stated. */
  readonly baselineRfm: number;
  readonly baselineRfmInOrder: number;
  readonly weakestShares: {
    /** As the product says it: known blocks, and only when one is clearly lowest. */
    readonly said: BlockShares<BlockName | 'none'>;
    /** The lowest of the blocks that have evidence of their own; none where fewer than two have. */
    readonly known: BlockShares<BlockName | 'none'>;
    /** The lowest of the four values, assumed and unknown ones too. */
    readonly values: BlockShares<BlockName>;
  };
  readonly forecasts: readonly Forecast[];
}

/** Reads every candidate at the cut with the shipped engine. `parameters` is for trying other defaults, never per file. */
export function measureCut(
  file: string,
  rows: readonly LoggedMessage[],
  plan: CutPlan,
  parameters: ModelParameters = defaultParameters,
): CutOutcome {
  const startMs = rows[0]?.atMs;
  if (startMs === undefined) throw new Error(`${file} holds no messages`);
  const cutMs = startMs + plan.cutDay * dayMs;
  const seen = summariseWindow(rows, { fromMs: cutMs - plan.windowDays * dayMs, untilMs: cutMs, startMs });
  const next = summariseWindow(rows, { fromMs: cutMs, untilMs: cutMs + plan.horizonDays * dayMs, startMs });
  const readings = [];
  const windows: WindowFigures[] = [];
  const outcomes: boolean[] = [];
  for (const [key, state] of replayTies(groupReceivers(rows), cutMs, plan.channel, parameters)) {
    const window = seen.get(key);
    if (window?.senders.size !== 2) continue;
    readings.push(readTie({ state, context: plainContext, parameters, nowMs: cutMs }));
    windows.push(window);
    outcomes.push(next.get(key)?.senders.size === 2);
  }
  const positives = outcomes.filter(Boolean).length;
  if (positives === 0 || positives === outcomes.length) {
    const found = `${positives} of ${outcomes.length} candidates continue`;
    throw new Error(`${file}, cut day ${plan.cutDay}: ${found}, so there is nothing to rank`);
  }
  return {
    file,
    cutDay: plan.cutDay,
    candidates: outcomes.length,
    positives,
    auc: computeAuc(
      readings.map((reading) => reading.bond),
      outcomes,
    ),
    aucContact: computeAuc(
      readings.map((reading) => reading.contactFigure),
      outcomes,
    ),
    baselineRfm: computeAuc(sumRanks(windows, rankMiddle), outcomes),
    baselineRfmInOrder: computeAuc(sumRanks(windows, rankInOrder), outcomes),
    weakestShares: {
      said: shareWeakest(readings),
      known: shareLowestKnown(readings),
      values: shareLowest(readings),
    },
    forecasts: readings.map((reading, index) => ({
      chance: readContinuationChance(reading.contactFigure, parameters),
      happened: outcomes[index] as boolean,
    })),
  };
}
