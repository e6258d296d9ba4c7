/** The events behind a block: what each weighed, how much of it is left, and its share of the whole. */
import { keptDays } from './direction-state.ts';
import type { ModelParameters } from './parameters.ts';
import type { BlockName, TieContext } from './reading.ts';
import { isBenefitKnown } from './reciprocity.ts';
import type { Direction, TieEvent } from './tie-event.ts';
import type { DirectedEvent } from './tie-log.ts';
import { computeDecay, dayMs } from './trace.ts';
import { listStandingEvidence } from './trust.ts';

/** A directed event with whatever the caller needs to find it again (an interaction id). */
export interface LoggedEvent<Ref> extends DirectedEvent {
  readonly ref: Ref;
}

export type Meaning =
  | 'contact'
  | 'benefit'
  | 'trust-good'
  | 'trust-bad'
  | 'survey'
  | 'unasked'
  | 'active-day'
  | 'fault-open'
  | 'fault-made-good'
  | 'overdue';

export interface Contribution<Ref> {
  /** null for a fault or an overdue expectation: those are rows of their own. */
  readonly ref: Ref | null;
  readonly direction: Direction;
  readonly code: Meaning;
  readonly atMs: number;
  readonly weight: number;
  readonly ageDays: number;
  /** null for what does not fade. */
  readonly halfLifeDays: number | null;
  /** What is left of the weight. */
  readonly remaining: number;
  /** Part of all that is left, in [0,1]; the shares of a block add up to 1. */
  readonly share: number;
}

type Bare<Ref> = Omit<Contribution<Ref>, 'share'>;

/**
 * Claim: what one block rests on, heaviest first; per direction and meaning the remainders add up to the traces the
 * block is computed from. Events after `nowMs` are left out. Source: model.md, "How the engine is built" 6.
 * Limit: shares are of the weight left, not of the (curved) block value. Test: explain.test.ts.
 */
export function explainBlock<Ref>(input: {
  events: readonly LoggedEvent<Ref>[];
  block: BlockName;
  context: TieContext;
  parameters: ModelParameters;
  nowMs: number;
}): Contribution<Ref>[] {
  const past = input.events.filter(({ event }) => event.atMs <= input.nowMs);
  const found = contributionsOf({ ...input, events: past }).filter((item) => item.remaining > 0);
  const total = found.reduce((sum, item) => sum + item.remaining, 0);
  return found
    .map((item) => ({ ...item, share: item.remaining / total }))
    .sort((left, right) => right.remaining - left.remaining || right.atMs - left.atMs);
}

interface ExplainInput<Ref> {
  readonly events: readonly LoggedEvent<Ref>[];
  readonly block: BlockName;
  readonly context: TieContext;
  readonly parameters: ModelParameters;
  readonly nowMs: number;
}

function contributionsOf<Ref>(input: ExplainInput<Ref>): Bare<Ref>[] {
  if (input.block === 'trust') return [...listTrust(input), ...listStanding(input)];
  if (input.block === 'reciprocity') return listReciprocity(input);
  if (input.block === 'intensity') return [...listContact(input, 'contact'), ...listSurveys(input)];
  return [...listDays(input), ...listUnasked(input)];
}

function listTrust<Ref>(input: ExplainInput<Ref>): Bare<Ref>[] {
  const halfLifeDays = input.parameters.halfLifeTrustDays;
  return input.events.flatMap((item) => {
    if (item.event.trustFacet === null) return [];
    return [
      faded(input, item, 'trust-good', item.event.trustGood, halfLifeDays),
      faded(input, item, 'trust-bad', item.event.trustBad, halfLifeDays),
    ];
  });
}

function listStanding<Ref>(input: ExplainInput<Ref>): Bare<Ref>[] {
  const { context, nowMs, parameters } = input;
  return (['a', 'b'] as const).flatMap((actor) =>
    listStandingEvidence(context, actor, nowMs, parameters).map((item) => ({
      ref: null,
      direction: actor === 'b' ? ('ab' as const) : ('ba' as const),
      code: item.code,
      atMs: item.sinceMs,
      weight: item.weight,
      ageDays: (nowMs - item.sinceMs) / dayMs,
      halfLifeDays: item.fades ? parameters.halfLifeTrustDays : null,
      remaining: item.bad,
    })),
  );
}

/** Benefits of both sides; for a side whose benefit is not known, the contact that stands in for it. */
function listReciprocity<Ref>(input: ExplainInput<Ref>): Bare<Ref>[] {
  const benefits = listContact(input, 'benefit');
  const found: Bare<Ref>[] = [];
  for (const direction of ['ab', 'ba'] as const) {
    const mine = benefits.filter((item) => item.direction === direction);
    const total = mine.reduce((sum, item) => sum + item.remaining, 0);
    found.push(...mine);
    if (isBenefitKnown(total, input.parameters)) continue;
    for (const item of listContact(input, 'contact')) if (item.direction === direction) found.push(item);
  }
  return found;
}

function listContact<Ref>(input: ExplainInput<Ref>, meaning: 'contact' | 'benefit'): Bare<Ref>[] {
  return input.events.map((item) =>
    faded(input, item, meaning, item.event[meaning], halfLifeOf(item.event, input.parameters)),
  );
}

function listSurveys<Ref>(input: ExplainInput<Ref>): Bare<Ref>[] {
  const halfLifeDays = input.parameters.halfLifeSurveyDays;
  return input.events.map((item) => faded(input, item, 'survey', item.event.surveyWeight, halfLifeDays));
}

function listUnasked<Ref>(input: ExplainInput<Ref>): Bare<Ref>[] {
  const { ours } = input.context;
  if (ours === null) return [];
  const halfLifeDays = input.parameters.halfLifePressureDays;
  return input.events
    .filter((item) => item.direction === (ours === 'a' ? 'ab' : 'ba'))
    .map((item) => faded(input, item, 'unasked', item.event.unasked, halfLifeDays));
}

/** One per distinct active day, the latest 32 of the tie: its last event stands for the day. */
function listDays<Ref>(input: ExplainInput<Ref>): Bare<Ref>[] {
  const byDay = new Map<number, LoggedEvent<Ref>>();
  for (const item of input.events) {
    if (item.event.contact <= 0 && item.event.benefit <= 0) continue;
    const seen = byDay.get(item.event.day);
    if (seen === undefined || item.event.atMs > seen.event.atMs) byDay.set(item.event.day, item);
  }
  const latest = [...byDay.entries()].sort(([left], [right]) => right - left).slice(0, keptDays);
  return latest.map(([, item]) => ({ ...faded(input, item, 'active-day', 1, Infinity), halfLifeDays: null }));
}

function halfLifeOf(event: TieEvent, parameters: ModelParameters): number {
  if (event.family === 'chat') return parameters.halfLifeChatDays;
  if (event.family === 'mail') return parameters.halfLifeMailDays;
  return event.family === 'live' ? parameters.halfLifeLiveDays : parameters.halfLifePurchaseDays;
}

function faded<Ref>(
  input: ExplainInput<Ref>,
  item: LoggedEvent<Ref>,
  code: Meaning,
  weight: number,
  halfLifeDays: number,
): Bare<Ref> {
  const { direction, event, ref } = item;
  const elapsedMs = input.nowMs - event.atMs;
  const remaining = weight * computeDecay(elapsedMs, halfLifeDays);
  return { ref, direction, code, atMs: event.atMs, weight, ageDays: elapsedMs / dayMs, halfLifeDays, remaining };
}
