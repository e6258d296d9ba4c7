/** (a) How fast the engine folds in memory: states as objects in a map, as whoever replays a log holds them. */
import { type Channel, channelTable } from '#engine/channels.ts';
import { type InteractionFacts, tieEventsOf } from '#engine/derive.ts';
import type { DirectionState } from '#engine/direction-state.ts';
import { emptyState, foldEvent } from '#engine/fold.ts';
import { type InteractionKind, kindTable } from '#engine/kinds.ts';
import { defaultParameters } from '#engine/parameters.ts';
import type { TieEvent } from '#engine/tie-event.ts';
import type { InteractionRecord } from '#services/imports/connector.ts';
import { type FirmShape, writeFirmLog } from './firm-log.ts';
import { median } from './statistics.ts';

export interface EngineFigures {
  /** Each tie's log after the other: how figures, year lines and rebuilds in memory go through them. */
  readonly byTiePerSecond: number;
  /** The whole firm's log as it happened: every fold meets a state that lies somewhere else in memory. */
  readonly inTimePerSecond: number;
  readonly events: number;
  readonly directions: number;
}

interface Fold {
  readonly direction: number;
  readonly event: TieEvent;
}

const rounds = 7;

export function measureEngineFolds(shape: FirmShape): EngineFigures {
  const { folds, directions } = listFolds(shape);
  const inTimePerSecond = measureFolds(folds, directions);
  // Read tie by tie, events lie in memory tie by tie.
  const byTie = folds
    .toSorted((left, right) => left.direction - right.direction)
    .map(({ direction, event }) => ({ direction, event: { ...event } }));
  return { byTiePerSecond: measureFolds(byTie, directions), inTimePerSecond, events: folds.length, directions };
}

/** Every round begins without states and folds the whole log: each event into its direction, all its traces. */
function measureFolds(folds: readonly Fold[], directions: number): number {
  const perSecond = Array.from({ length: rounds }, () => {
    const states: (DirectionState | undefined)[] = new Array(directions);
    const startedAtMs = performance.now();
    for (const { direction, event } of folds) {
      const state = states[direction] ?? emptyState();
      states[direction] = state;
      foldEvent(state, event, defaultParameters);
    }
    return (folds.length * 1_000) / (performance.now() - startedAtMs);
  });
  return median(perSecond);
}

/** The log as the engine derives it, one in twenty arriving late. */
function listFolds(shape: FirmShape): { folds: Fold[]; directions: number } {
  const numbers = new Map<string, number>();
  const happenedMs = new Map<string, number>();
  const folds: Fold[] = [];
  for (const record of writeFirmLog(shape)) {
    happenedMs.set(record.sourceKey, record.atMs);
    for (const { a, b, direction, event } of tieEventsOf(factsOf(record, happenedMs))) {
      const key = `${a} ${b} ${direction}`;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      folds.push({ direction: number, event });
    }
  }
  for (let late = 0; late + 400 < folds.length; late += 20) {
    const [early, after] = [folds[late], folds[late + 400]];
    if (early && after) [folds[late], folds[late + 400]] = [after, early];
  }
  return { folds, directions: numbers.size };
}

function factsOf(record: InteractionRecord, happenedMs: ReadonlyMap<string, number>): InteractionFacts {
  const parentMs = happenedMs.get(record.answers[0] ?? '');
  const isOurs = (mail: string) => mail.endsWith('@branderij.example');
  return {
    fromId: record.from.value,
    fromIsOurs: isOurs(record.from.value),
    receivers: record.to.map(({ value }, place) => ({
      id: value,
      isOurs: isOurs(value),
      answeredAfterMs: parentMs === undefined || place > 0 ? null : record.atMs - parentMs,
    })),
    channel: record.channel in channelTable ? (record.channel as Channel) : 'other',
    kind: record.kind in kindTable ? (record.kind as InteractionKind) : 'message',
    benefits: null,
    evidence: null,
    valence: 0,
    asked: true,
    lengthFactor: 1,
    expectedAnswerMs: null,
    surveyValue: null,
    atMs: record.atMs,
    day: Math.floor(record.atMs / 86_400_000),
    sourceNumber: 1,
  };
}
