/** Does it come true: what the engine would have said at earlier instants, held against what happened afterwards. */
import { contextAsOf, forgetHindsight } from './as-of.ts';
import { type Calibration, calibrate, computeAuc, type Forecast, readShare } from './calibration.ts';
import { countOpenMs } from './closures.ts';
import { readContinuationChance } from './continuation.ts';
import { foldEvent } from './fold.ts';
import type { ModelParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import type { Alarm, Status, TieContext, TieReading } from './reading.ts';
import { type DirectedEvent, emptyTie, sortByTime } from './tie-log.ts';
import { dayMs } from './trace.ts';

/** Two-sided within so many days before the cut: for such a tie the chance that it goes on speaks. */
const windowDays = 56;
/** The chance speaks of four weeks (see continuation.ts). */
const continuationDays = 28;
/** An alarm about silence is judged over two own gaps, at least four weeks and at most half a year. */
const alarmGaps = { count: 2, leastDays: 28, mostDays: 182 };
/** A status is judged by whether there is any contact in the quarter after; of ties that had some in the year before. */
const statusDays = { ahead: 84, back: 365 };
/** A tie that went past "gone" longer ago than between two cuts was counted at an earlier one. */
const newlyGoneDays = 28;

/** One tie at one cut. Null: nothing was said, or what followed was not heard. */
export interface Observation {
  readonly cutMs: number;
  readonly continuation: Forecast | null;
  readonly alarm: { readonly said: Alarm; readonly phase: number; readonly happened: boolean } | null;
  readonly status: { readonly said: Status; readonly bond: number; readonly happened: boolean } | null;
}

interface TieToTest {
  readonly events: readonly DirectedEvent[];
  readonly context: TieContext;
  readonly parameters: ModelParameters;
  /** Ascending. */
  readonly cutsMs: readonly number[];
  /** End of what was heard of this tie: nothing is judged beyond it. */
  readonly heardUntilMs: number;
}

/**
 * Claim: what would have been said of a tie at each cut from the events before the cut alone, and what came after.
 * An event at or after the cut never moves what is said at it. Source: model.md 3 ("back-tests itself"); honest time split.
 * Limit: events are dated by when they happened, not by when they were written down; context as contextAsOf and
 * forgetHindsight say. Test: back-test.test.ts (changing the future changes no saying; by hand).
 */
export function backTestTie(input: TieToTest): Observation[] {
  const { parameters, cutsMs } = input;
  const events = sortByTime(input.events);
  const context = forgetHindsight(input.context);
  const state = emptyTie();
  const found: Observation[] = [];
  let next = 0;
  for (const cutMs of cutsMs) {
    for (; next < events.length; next += 1) {
      const item = events[next];
      if (item === undefined || item.event.atMs >= cutMs) break;
      foldEvent(state[item.direction], item.event, parameters);
    }
    if (next === 0 || Math.max(state.ab.lastMs, state.ba.lastMs) === -Infinity) continue;
    const reading = readTie({ state, context: contextAsOf(context, cutMs - 1), parameters, nowMs: cutMs });
    const seen = { ...input, events, reading, cutMs, lastMs: Math.max(state.ab.lastMs, state.ba.lastMs) };
    const observation = {
      cutMs,
      continuation: judgeContinuation(seen),
      alarm: judgeAlarm(seen),
      status: judgeStatus(seen),
    };
    if (observation.continuation || observation.alarm || observation.status) found.push(observation);
  }
  return found;
}

interface Seen extends TieToTest {
  readonly reading: TieReading;
  readonly cutMs: number;
  readonly lastMs: number;
}

function judgeContinuation(seen: Seen): Forecast | null {
  const { cutMs, reading, parameters } = seen;
  const untilMs = cutMs + continuationDays * dayMs;
  if (untilMs > seen.heardUntilMs || !isTwoSided(seen.events, cutMs - windowDays * dayMs, cutMs)) return null;
  return {
    chance: readContinuationChance(reading.contactFigure, parameters),
    happened: isTwoSided(seen.events, cutMs, untilMs),
  };
}

function judgeAlarm(seen: Seen): Observation['alarm'] {
  const { cutMs, reading, parameters, context } = seen;
  const { rhythm } = reading;
  if (rhythm.knownGaps < parameters.alarmGapsNeeded || reading.alarmSilencedBy !== null) return null;
  if (reading.alarm === 'gone' && (rhythm.goneAtMs ?? 0) < cutMs - newlyGoneDays * dayMs) return null;
  const { count, leastDays, mostDays } = alarmGaps;
  const untilMs = cutMs + Math.min(mostDays, Math.max(leastDays, count * rhythm.gapDays)) * dayMs;
  if (untilMs > seen.heardUntilMs) return null;
  // What is closed is silent without saying anything.
  if (countOpenMs(cutMs, untilMs, context.closures) < 0.8 * (untilMs - cutMs)) return null;
  const phase = rhythm.silenceDays / rhythm.gapDays;
  return { said: reading.alarm, phase, happened: !hasContact(seen.events, cutMs, untilMs) };
}

function judgeStatus(seen: Seen): Observation['status'] {
  const { cutMs, reading, lastMs } = seen;
  const untilMs = cutMs + statusDays.ahead * dayMs;
  if (untilMs > seen.heardUntilMs || lastMs < cutMs - statusDays.back * dayMs || reading.level === 'unknown')
    return null;
  return { said: reading.level, bond: reading.bond, happened: hasContact(seen.events, cutMs, untilMs) };
}

/** Contact that was not pressed upon the other. */
function hasContact(events: readonly DirectedEvent[], fromMs: number, untilMs: number): boolean {
  return events.some(
    ({ event }) => event.contact > 0 && event.unasked === 0 && event.atMs >= fromMs && event.atMs < untilMs,
  );
}

function isTwoSided(events: readonly DirectedEvent[], fromMs: number, untilMs: number): boolean {
  const seen = { ab: false, ba: false };
  for (const { direction, event } of events) {
    if (event.contact > 0 && event.atMs >= fromMs && event.atMs < untilMs) seen[direction] = true;
  }
  return seen.ab && seen.ba;
}

export interface BackTestRow<Said extends string> {
  readonly said: Said;
  readonly count: number;
  readonly happened: number;
  /** Wilson interval of the share. */
  readonly low: number;
  readonly high: number;
}

export interface BackTestTable<Said extends string> {
  readonly count: number;
  /** Null while not enough is known to say it. */
  readonly auc: number | null;
  readonly isEnough: boolean;
  readonly rows: readonly BackTestRow<Said>[];
}

export interface BackTest {
  readonly continuation: {
    readonly isEnough: boolean;
    readonly auc: number | null;
    readonly calibration: Calibration | null;
  } & {
    readonly count: number;
    readonly happened: number;
  };
  readonly alarm: BackTestTable<Alarm>;
  readonly status: BackTestTable<Status>;
}

/** Fewer say nothing: as many forecasts, and as many of each outcome (D). */
export const enoughForecasts = { all: 100, each: 10 };

/**
 * Claim: all observations as figures: AUC, Brier and calibration of the chance; per alarm and per status what followed.
 * Not enough is said, never a number instead. Order of the observations does not matter. Test: back-test.test.ts.
 */
export function summariseBackTest(observations: readonly Observation[]): BackTest {
  const chances = observations.flatMap(({ continuation }) => continuation ?? []);
  const isEnough = isEnoughOf(chances.map(({ happened }) => happened));
  return {
    continuation: {
      count: chances.length,
      happened: chances.filter(({ happened }) => happened).length,
      isEnough,
      auc: isEnough
        ? computeAuc(
            chances.map(({ chance }) => chance),
            chances.map(({ happened }) => happened),
          )
        : null,
      calibration: isEnough ? calibrate(chances) : null,
    },
    alarm: tabulate(
      ['none', 'quiet', 'gone'],
      observations.flatMap(({ alarm }) => (alarm ? { ...alarm, figure: alarm.phase } : [])),
    ),
    status: tabulate(
      ['contact', 'conversation', 'relationship', 'bond'],
      observations.flatMap(({ status }) => (status ? { ...status, figure: status.bond } : [])),
    ),
  };
}

function tabulate<Said extends string>(
  order: readonly Said[],
  cases: readonly { readonly said: Said; readonly figure: number; readonly happened: boolean }[],
): BackTestTable<Said> {
  const outcomes = cases.map(({ happened }) => happened);
  const isEnough = isEnoughOf(outcomes);
  return {
    count: cases.length,
    isEnough,
    auc: isEnough
      ? computeAuc(
          cases.map(({ figure }) => figure),
          outcomes,
        )
      : null,
    rows: order.map((said) => {
      const inside = cases.filter((item) => item.said === said);
      const happened = inside.filter((item) => item.happened).length;
      const { low, high } = readShare({ happened, of: inside.length });
      return { said, count: inside.length, happened, low, high };
    }),
  };
}

function isEnoughOf(outcomes: readonly boolean[]): boolean {
  const happened = outcomes.filter(Boolean).length;
  const { all, each } = enoughForecasts;
  return outcomes.length >= all && happened >= each && outcomes.length - happened >= each;
}
