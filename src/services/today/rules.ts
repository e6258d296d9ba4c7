/** The kinds of line there are, what each act moves, and how much a kind weighs for what the firm looks after. */
import type { QuarterGoal } from '#contract/me.ts';
import type { TodayLine } from '#contract/today.ts';
import type { ActName } from '#engine/act-gain.ts';
import type { Db } from '#store/database.ts';
import { listKeepInTouch } from '#store/keep-in-touch.ts';
import {
  listCouldBecome,
  listDue,
  listGone,
  listLeansOnOne,
  listOneSided,
  listPressed,
  listQuiet,
  listThanksOwed,
  listToMakeGood,
  listUnanswered,
  type TodayAsk,
  type TodayCandidate,
} from '#store/today-lines.ts';

export interface Rule {
  readonly kind: TodayLine['kind'];
  readonly act: TodayLine['act'];
  readonly find: (db: Db, ask: TodayAsk) => Promise<TodayCandidate[]>;
  /** What the act is to the engine, where that is something else than its name says. */
  readonly moves?: ActName;
  /** How much it presses, whatever the firm looks after. What has a date or is owed comes first; resting can wait. */
  readonly weight: number;
  /** What the firm looks after when such lines matter most. */
  readonly goals: readonly QuarterGoal[];
  /** Stands there only when the firm looks after that, and then a few of them: what is owed stays in view. */
  readonly most?: number;
}

/** Design choice: a line that fits the goal weighs as much as eight that do not. */
export const goalWeight = 8;

export const rules: readonly Rule[] = [
  { kind: 'promise-due', act: 'keep-promise', find: listDue, weight: 8, goals: ['keep', 'make-good'] },
  { kind: 'growing-quiet', act: 'write', find: listQuiet, weight: 6, goals: ['keep'] },
  { kind: 'unanswered', act: 'answer', find: listUnanswered, weight: 4, goals: ['keep', 'make-good'] },
  { kind: 'thanks-owed', act: 'thank', find: listThanksOwed, weight: 4, goals: ['keep'] },
  { kind: 'to-make-good', act: 'make-good', find: listToMakeGood, weight: 8, goals: ['make-good'] },
  { kind: 'keep-in-touch', act: 'call', find: listKeepInTouch, weight: 2, goals: ['keep'] },
  { kind: 'probably-gone', act: 'call', find: listGone, weight: 1, goals: ['keep'] },
  { kind: 'leave-in-peace', act: 'leave', find: listPressed, weight: 0.02, goals: [] },
  { kind: 'one-sided', act: 'look', find: listOneSided, weight: 0.2, goals: ['new'] },
  { kind: 'leans-on-one', act: 'bring-along', find: listLeansOnOne, weight: 4, goals: ['lean-less'], most: 3 },
  { kind: 'could-become', act: 'write', moves: 'look', find: listCouldBecome, weight: 4, goals: ['new'], most: 3 },
];
