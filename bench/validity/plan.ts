/** What is measured when no file is named, with the figures model.md states beside it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CutPlan } from './tie-cut.ts';

export interface PlannedCut extends CutPlan {
  readonly folder: string;
  readonly name: string;
  /** Whether the coefficients of the chance that a tie goes on were fitted on this very cut. */
  readonly isFitted: boolean;
  readonly stated: { readonly baseline: number; readonly good: number };
}

const chat = {
  folder: 'collegemsg',
  name: 'CollegeMsg.txt',
  channel: 'chat',
  windowDays: 28,
  horizonDays: 28,
} as const;
const mail = {
  folder: 'radoslaw-email',
  name: 'out.radoslaw_email',
  channel: 'mail',
  windowDays: 60,
  horizonDays: 30,
} as const;

export const plannedCuts: readonly PlannedCut[] = [
  { ...chat, cutDay: 56, isFitted: true, stated: { baseline: 0.788, good: 0.819 } },
  { ...chat, cutDay: 112, isFitted: false, stated: { baseline: 0.803, good: 0.861 } },
  { ...mail, cutDay: 150, isFitted: true, stated: { baseline: 0.749, good: 0.76 } },
  { ...mail, cutDay: 210, isFitted: false, stated: { baseline: 0.728, good: 0.744 } },
];

export const plannedAlive = {
  folder: 'cdnow',
  name: 'CDNOW_sample.txt',
  calibrationEnd: '1997-09-30',
  weeks: 39,
} as const;

/** V5, with the bars of model.md beside each panel. */
export const plannedPanels = [
  {
    folder: 'scanner-panels',
    name: 'Cracker.csv',
    brands: ['sunshine', 'kleebler', 'nabisco', 'private'],
    loss: { baseline: 0.507, good: 0.441, target: 0.42 },
    leaving: { baseline: null, good: 0.855, target: 0.88 },
  },
  {
    folder: 'scanner-panels',
    name: 'Yogurt.csv',
    brands: ['yoplait', 'dannon', 'hiland', 'weight'],
    loss: { baseline: 0.475, good: 0.46, target: 0.43 },
    leaving: { baseline: null, good: 0.893, target: 0.91 },
  },
] as const;

export const plannedTrust = { folder: 'bitcoin-otc', name: 'soc-sign-bitcoinotc.csv' } as const;

/** The bars of model.md section 3. */
export const bars = {
  tie: { baseline: 0.767, good: 0.8, target: 0.82 },
  /** RMSE of the rating. */
  chain: { baseline: 0.433, good: 0.302, target: 0.285 },
  /** AUC of its sign. */
  chainSign: { baseline: 0.886, good: 0.908, target: 0.925 },
  /** RMSE of the purchases. */
  alive: { baseline: 1.608, good: 1.603, target: 1.57 },
  /** AUC of buying at all. */
  aliveAny: { baseline: 0.7725, good: 0.7787, target: 0.785 },
  trust: { baseline: 0.78, good: 0.851, target: 0.915 },
} as const;

/** The named file in its folder, plain or gzipped, else the only other file there; null when there is none. */
export function findLog(dataFolder: string, log: { readonly folder: string; readonly name: string }): string | null {
  const folder = join(dataFolder, log.folder);
  for (const name of [log.name, `${log.name}.gz`]) if (existsSync(join(folder, name))) return join(folder, name);
  if (!existsSync(folder)) return null;
  const others = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return others.length === 1 ? join(folder, (others[0] as { name: string }).name) : null;
}
