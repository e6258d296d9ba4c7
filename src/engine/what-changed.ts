/** What changed since an earlier instant, and which events did it. */
import { contextAsOf } from './as-of.ts';
import type { TieState } from './direction-state.ts';
import { copyState, foldEvent } from './fold.ts';
import type { ModelParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { type BlockName, blockNames, type TieContext, type TieReading } from './reading.ts';
import { type DirectedEvent, emptyTie } from './tie-log.ts';

/**
 * event: one interaction, by its ref; others: the lighter ones together; time: silence and fading, the same without
 * anything that happened; word: a user's own; together: what several did only together.
 */
export const causeCodes = [
  'event',
  'others',
  'time',
  'fault',
  'made-good',
  'overdue',
  'settled',
  'word',
  'together',
] as const;
export type CauseCode = (typeof causeCodes)[number];

export interface Cause {
  readonly code: CauseCode;
  readonly ref: string | null;
  readonly atMs: number | null;
  /** Of how many interactions. */
  readonly count: number;
  /** What the bond would lack (or have more of) without it. */
  readonly effect: number;
  /** The block that moved most by it; null where none did. */
  readonly block: BlockName | null;
}

export interface TieChange {
  readonly from: { readonly atMs: number; readonly reading: TieReading };
  readonly to: { readonly atMs: number; readonly reading: TieReading };
  /** Largest effect first. */
  readonly causes: readonly Cause[];
}

interface Named extends DirectedEvent {
  readonly ref: string;
}

interface Telling {
  readonly events: readonly Named[];
  readonly context: TieContext;
  readonly parameters: ModelParameters;
  readonly fromMs: number;
  readonly nowMs: number;
  /** So many interactions are looked at one by one. */
  readonly most?: number;
}

interface Known {
  readonly state: TieState;
  readonly context: TieContext;
}

/**
 * Claim: the reading then and now, and for each thing since then the bond now minus the bond had only that not happened.
 * Each is left out alone, so no order of events is favoured; what the sum leaves is named 'together', so that
 * from + all effects = to. Range: |effect| <= 1. O(most x events since). Source: leave-one-out attribution (D).
 * Limit: effects speak of this tie's figures, not of what the other felt. Test: what-changed.test.ts.
 */
export function explainChange(input: Telling): TieChange {
  const { context, parameters, fromMs, nowMs } = input;
  const past = emptyTie();
  for (const { direction, event } of input.events) {
    if (event.atMs <= fromMs) foldEvent(past[direction], event, parameters);
  }
  const recent = input.events.filter(({ event }) => event.atMs > fromMs && event.atMs <= nowMs);
  const read = ({ state, context: beside }: Known, atMs: number) =>
    readTie({ state, context: beside, parameters, nowMs: atMs });
  const groups = heaviestFirst(recent);
  const [single, rest] = [groups.slice(0, input.most ?? 40), groups.slice(input.most ?? 40)];
  const common = foldOnto(past, rest.flat(), parameters);
  const whole = { state: foldOnto(common, single.flat(), parameters), context: contextAsOf(context, nowMs) };
  const then = contextAsOf(context, fromMs);
  const from = read({ state: past, context: then }, fromMs);
  const to = read(whole, nowMs);
  const bare = read({ state: past, context: { ...then, coveredUntilMs: context.coveredUntilMs } }, nowMs);
  const without = (known: Known) => compare(read(known, nowMs), to);
  const causes: Cause[] = single.map((group, place) => ({
    code: 'event',
    ref: group[0]?.ref ?? null,
    atMs: group[0]?.event.atMs ?? null,
    count: 1,
    ...without({ ...whole, state: foldOnto(common, single.toSpliced(place, 1).flat(), parameters) }),
  }));
  if (rest.length > 0) {
    const state = foldOnto(past, single.flat(), parameters);
    causes.push({ code: 'others', ref: null, atMs: null, count: rest.length, ...without({ ...whole, state }) });
  }
  for (const { code, atMs, left } of listContextCauses(whole.context, fromMs)) {
    causes.push({ code, ref: null, atMs, count: 1, ...without({ ...whole, context: left }) });
  }
  causes.push({ code: 'time', ref: null, atMs: null, count: 0, ...compare(from, bare) });
  const sum = causes.reduce((total, cause) => total + cause.effect, 0);
  const together = to.bond - from.bond - sum;
  causes.push({ code: 'together', ref: null, atMs: null, count: causes.length - 1, effect: together, block: null });
  causes.sort((x, y) => Math.abs(y.effect) - Math.abs(x.effect));
  return { from: { atMs: fromMs, reading: from }, to: { atMs: nowMs, reading: to }, causes };
}

/** The rows of one interaction together, the heaviest first; at the same weight the latest. */
function heaviestFirst(events: readonly Named[]): Named[][] {
  const byRef = new Map<string, Named[]>();
  for (const item of events) {
    const group = byRef.get(item.ref);
    if (group) group.push(item);
    else byRef.set(item.ref, [item]);
  }
  const weightOf = (group: readonly Named[]) =>
    group.reduce((sum, { event }) => sum + event.contact + event.benefit + event.trustGood + event.trustBad, 0);
  return [...byRef.values()].sort(
    (x, y) => weightOf(y) - weightOf(x) || (y[0]?.event.atMs ?? 0) - (x[0]?.event.atMs ?? 0),
  );
}

function foldOnto(state: TieState, events: readonly DirectedEvent[], parameters: ModelParameters): TieState {
  const folded = { ab: copyState(state.ab), ba: copyState(state.ba) };
  for (const { direction, event } of events) foldEvent(folded[direction], event, parameters);
  return folded;
}

/** What stands beside the log and happened since: each with the context as it would be without it. */
function listContextCauses(context: TieContext, fromMs: number) {
  const found: { code: CauseCode; atMs: number; left: TieContext }[] = [];
  const { faults, expectations, corrections } = context;
  faults.forEach((fault, place) => {
    if (fault.atMs > fromMs) {
      found.push({ code: 'fault', atMs: fault.atMs, left: { ...context, faults: faults.toSpliced(place, 1) } });
    } else if (fault.madeGoodMs !== null && fault.madeGoodMs > fromMs) {
      const open = faults.toSpliced(place, 1, { ...fault, madeGoodMs: null });
      found.push({ code: 'made-good', atMs: fault.madeGoodMs, left: { ...context, faults: open } });
    }
  });
  expectations.forEach((item, place) => {
    if (item.settledMs === null && item.dueMs > fromMs) {
      const left = { ...context, expectations: expectations.toSpliced(place, 1) };
      found.push({ code: 'overdue', atMs: item.dueMs, left });
    } else if (item.settledMs !== null && item.settledMs > fromMs && item.dueMs < item.settledMs) {
      const open = expectations.toSpliced(place, 1, { ...item, settledMs: null });
      found.push({ code: 'settled', atMs: item.settledMs, left: { ...context, expectations: open } });
    }
  });
  corrections.forEach((word, place) => {
    if (word.atMs <= fromMs || word.value === null) return;
    found.push({ code: 'word', atMs: word.atMs, left: { ...context, corrections: corrections.toSpliced(place, 1) } });
  });
  return found;
}

/** From a reading without to one with: the step in S, and the block that moved most in S's own terms (logarithms). */
function compare(without: TieReading, whole: TieReading): { effect: number; block: BlockName | null } {
  const moved = blockNames.map((name) => {
    const [before, after] = [Math.max(1e-9, without.used[name]), Math.max(1e-9, whole.used[name])];
    return { name, by: Math.abs(Math.log(after / before)) };
  });
  const [most] = moved.toSorted((x, y) => y.by - x.by);
  return { effect: whole.bond - without.bond, block: most && most.by > 1e-9 ? most.name : null };
}
