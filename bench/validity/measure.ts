/** Runs the benches and puts their figures under stable names. */
import { type BlockName, blockNames } from '#engine/index.ts';
import { type AliveOutcome, measureAlive, parsePurchases } from './alive-log.ts';
import type { Asked } from './arguments.ts';
import type { BlockShares } from './block-shares.ts';
import { type Calibration, calibrate } from './calibration.ts';
import { type ChainOutcome, measureChains } from './chain-log.ts';
import { type FoundationOutcome, measureFoundation } from './foundation-panel.ts';
import { type LoggedMessage, parseMessages, parseRatings, readLogText } from './log-reader.ts';
import { findLog, plannedAlive, plannedCuts, plannedPanels, plannedTrust } from './plan.ts';
import { computeMean } from './ranking.ts';
import { type CutOutcome, type CutPlan, measureCut } from './tie-cut.ts';
import { measureTrust, type TrustOutcome } from './trust-log.ts';

export interface CutFigures extends Omit<CutOutcome, 'forecasts'>, CutPlan {
  readonly stated: { readonly baseline: number; readonly good: number } | null;
}

export interface Figures {
  readonly v1: {
    readonly cuts: readonly CutFigures[];
    readonly mean: number;
    readonly meanContact: number;
    readonly meanBaselineRfm: number;
  } | null;
  readonly v2: ChainOutcome | null;
  readonly v3: TrustOutcome | null;
  readonly v4: AliveOutcome | null;
  /** One a panel. */
  readonly v5: readonly FoundationOutcome[];
  /** On cuts the chance was not fitted on. */
  readonly calibration: Calibration | null;
  /** On the cuts it was fitted on, for comparison. */
  readonly calibrationFitted: Calibration | null;
  /** Mean over the cuts. */
  readonly weakestShares: {
    readonly said: BlockShares<BlockName | 'none'>;
    readonly known: BlockShares<BlockName | 'none'>;
    readonly values: BlockShares<BlockName>;
  } | null;
  readonly skipped: readonly string[];
}

interface Job extends CutPlan {
  readonly path: string;
  readonly file: string;
  readonly isFitted: boolean;
  readonly stated: CutFigures['stated'];
}

export function measureAll(dataFolder: string): Figures {
  const skipped: string[] = [];
  const jobs: Job[] = [];
  for (const { folder, name, ...cut } of plannedCuts) {
    const path = findLog(dataFolder, { folder, name });
    if (path === null) skipped.push(`V1 cut day ${cut.cutDay}: no ${folder}/${name} in ${dataFolder}`);
    else jobs.push({ ...cut, path, file: `${folder}/${name}` });
  }
  const trustPath = findLog(dataFolder, plannedTrust);
  if (trustPath === null) skipped.push(`V2, V3: no ${plannedTrust.folder}/${plannedTrust.name} in ${dataFolder}`);
  const trustName = `${plannedTrust.folder}/${plannedTrust.name}`;
  const ratings = trustPath === null ? null : parseRatings(readLogText(trustPath));
  const v2 = ratings && measureChains(trustName, ratings);
  const v3 = ratings && measureTrust(trustName, ratings);
  const alivePath = findLog(dataFolder, plannedAlive);
  const aliveName = `${plannedAlive.folder}/${plannedAlive.name}`;
  if (alivePath === null) skipped.push(`V4: no ${aliveName} in ${dataFolder}`);
  const v4 = alivePath && measureAlive(aliveName, parsePurchases(readLogText(alivePath)), plannedAlive);
  const v5 = plannedPanels.flatMap(({ folder, name, brands }) => {
    const path = findLog(dataFolder, { folder, name });
    if (path === null) skipped.push(`V5: no ${folder}/${name} in ${dataFolder}`);
    return path === null ? [] : [measureFoundation(`${folder}/${name}`, readLogText(path), brands)];
  });
  return { ...measureTies(jobs, skipped), v2, v3, v4: v4 || null, v5, skipped };
}

export function measureTieFile(asked: Extract<Asked, { command: 'tie' }>): Figures {
  const { file, channel, cutDays, windowDays, horizonDays } = asked;
  const plan = { channel, windowDays, horizonDays, path: file, file, isFitted: false, stated: null };
  const skipped: string[] = [];
  return {
    ...measureTies(
      cutDays.map((cutDay) => ({ ...plan, cutDay })),
      skipped,
    ),
    v2: null,
    v3: null,
    v4: null,
    v5: [],
    skipped,
  };
}

export function measureTrustFile(file: string): Figures {
  const v3 = measureTrust(file, parseRatings(readLogText(file)));
  return { ...nothingMeasured, v3 };
}

export function measureChainFile(file: string): Figures {
  return { ...nothingMeasured, v2: measureChains(file, parseRatings(readLogText(file))) };
}

export function measureAliveFile(asked: Extract<Asked, { command: 'alive' }>): Figures {
  return { ...nothingMeasured, v4: measureAlive(asked.file, parsePurchases(readLogText(asked.file)), asked) };
}

export function measureFoundationFile(asked: Extract<Asked, { command: 'foundation' }>): Figures {
  return { ...nothingMeasured, v5: [measureFoundation(asked.file, readLogText(asked.file), asked.brands)] };
}

const nothingMeasured: Figures = {
  v1: null,
  v2: null,
  v3: null,
  v4: null,
  v5: [],
  calibration: null,
  calibrationFitted: null,
  weakestShares: null,
  skipped: [],
};

function measureTies(jobs: readonly Job[], skipped: string[]): Omit<Figures, 'v2' | 'v3' | 'v4' | 'v5' | 'skipped'> {
  const logs = new Map<string, LoggedMessage[]>();
  const done: { job: Job; outcome: CutOutcome }[] = [];
  for (const job of jobs) {
    const rows = logs.get(job.path) ?? parseMessages(readLogText(job.path));
    logs.set(job.path, rows);
    try {
      done.push({ job, outcome: measureCut(job.file, rows, job) });
    } catch (problem) {
      skipped.push(`V1 ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }
  if (done.length === 0) return { v1: null, calibration: null, calibrationFitted: null, weakestShares: null };
  const outcomes = done.map(({ outcome }) => outcome);
  const forecastsWhere = (isFitted: boolean) =>
    done.filter(({ job }) => job.isFitted === isFitted).flatMap(({ outcome }) => outcome.forecasts);
  const calibrateSome = (isFitted: boolean) => {
    const forecasts = forecastsWhere(isFitted);
    return forecasts.length === 0 ? null : calibrate(forecasts);
  };
  return {
    v1: {
      cuts: done.map(({ job, outcome }) => figuresOf(job, outcome)),
      mean: computeMean(outcomes.map((outcome) => outcome.auc)),
      meanContact: computeMean(outcomes.map((outcome) => outcome.aucContact)),
      meanBaselineRfm: computeMean(outcomes.map((outcome) => outcome.baselineRfm)),
    },
    calibration: calibrateSome(false),
    calibrationFitted: calibrateSome(true),
    weakestShares: {
      said: meanShares(
        [...blockNames, 'none'],
        outcomes.map((outcome) => outcome.weakestShares.said),
      ),
      known: meanShares(
        [...blockNames, 'none'],
        outcomes.map((outcome) => outcome.weakestShares.known),
      ),
      values: meanShares(
        blockNames,
        outcomes.map((outcome) => outcome.weakestShares.values),
      ),
    },
  };
}

function figuresOf(job: Job, { forecasts: _, ...outcome }: CutOutcome): CutFigures {
  const { channel, windowDays, horizonDays, stated } = job;
  return { ...outcome, channel, windowDays, horizonDays, stated };
}

function meanShares<Name extends string>(
  names: readonly Name[],
  shares: readonly BlockShares<Name>[],
): BlockShares<Name> {
  const means = names.map((name) => [name, computeMean(shares.map((one) => one[name]))]);
  return Object.fromEntries(means) as Record<Name, number>;
}
