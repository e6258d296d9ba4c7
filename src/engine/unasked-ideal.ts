/** How much unasked contact is still welcome, learnt from what came back: per channel, of one tie and of the firm. */
import type { LoggedEvent } from './explain.ts';
import { type ModelParameters, parameterTable } from './parameters.ts';
import { type Direction, type PressureChannel, pressureChannels } from './tie-event.ts';
import { computePressureFactor } from './time.ts';
import { computeDecay, dayMs } from './trace.ts';

/** One unasked contact of ours, how much of it there was by then, and whether they turned to us after it. */
export interface UnaskedTry<Ref> {
  readonly ref: Ref;
  readonly channel: PressureChannel;
  readonly atMs: number;
  /** This channel's part of the pressure at that instant, before the ideal divides it: about so many in 90 days. */
  readonly load: number;
  /** Null: too short ago to know, or not heard. */
  readonly answered: boolean | null;
}

/**
 * Claim: our unasked contacts in order of time, each with the load it came on top of (its own included) and whether the other
 * turned to us within `idealAnswerDays` after it. What came with an unasked contact of our own (a call they took) is no answer.
 * Range: load >= 1 per contact of weight 1. Source: model.md 1.5, details 8. Limit: any contact within those days counts as
 * an answer, also one that would have come anyway. Test: unasked-ideal.test.ts.
 */
export function listUnaskedTries<Ref>(input: {
  events: readonly LoggedEvent<Ref>[];
  ours: Direction;
  parameters: ModelParameters;
  heardUntilMs: number;
}): UnaskedTry<Ref>[] {
  const { ours, parameters, heardUntilMs } = input;
  const isSent = ({ direction, event }: LoggedEvent<Ref>) =>
    direction === ours && event.unasked > 0 && event.pressureChannel !== null && event.atMs <= heardUntilMs;
  const sent = input.events.filter(isSent).sort((one, other) => one.event.atMs - other.event.atMs);
  const withOurs = new Set(sent.map(({ ref }) => ref));
  const backMs = input.events
    .filter(({ direction, event, ref }) => direction !== ours && event.contact > 0 && !withOurs.has(ref))
    .map(({ event }) => event.atMs);
  const withinMs = parameters.idealAnswerDays * dayMs;
  return sent.map(({ ref, event: { atMs, pressureChannel } }) => ({
    ref,
    channel: pressureChannel as PressureChannel,
    atMs,
    load: sumLoad(sent, { channel: pressureChannel, atMs, parameters }),
    answered: atMs + withinMs > heardUntilMs ? null : backMs.some((back) => back > atMs && back <= atMs + withinMs),
  }));
}

function sumLoad<Ref>(
  sent: readonly LoggedEvent<Ref>[],
  at: { channel: PressureChannel | null; atMs: number; parameters: ModelParameters },
): number {
  return sent.reduce((sum, { event }) => {
    if (event.pressureChannel !== at.channel || event.atMs > at.atMs) return sum;
    return sum + event.unasked * computeDecay(at.atMs - event.atMs, at.parameters.halfLifePressureDays);
  }, 0);
}

export interface LearntIdeal {
  /** How many unasked contacts it rests on, and after how many of them they turned to us. */
  readonly tries: number;
  readonly answered: number;
  /** False: not enough yet, and nothing is learnt. */
  readonly isEnough: boolean;
  /** In 90 days; with between what it lies in eight of ten cases. The ideal in force where there is not enough. */
  readonly ideal: number;
  readonly low: number;
  readonly high: number;
}

/** Fewer of one tie, or of the firm as a whole, say nothing: unasked contacts, and of each outcome. A choice of ours. */
export const leastTries = { tie: { all: 12, each: 3 }, firm: { all: 200, each: 30 } } as const;

const { min: lowest, max: highest } = parameterTable.idealMail;
const steps = 48;
const ideals = Array.from({ length: steps }, (_, at) => lowest * (highest / lowest) ** (at / (steps - 1)));
const willingness = Array.from({ length: 12 }, (_, at) => (at + 0.5) / 12);

/**
 * Claim: the ideal of one channel as the median of its posterior: prior log-normal around the ideal in force, chance that a
 * try is answered = how readily this tie answers (unknown, each equally likely beforehand, its own per tie) x f(load/ideal).
 * Formula: f as T is lowered by it: 1 up to the ideal, P exp(1 - P) beyond. Range: within the parameter's own.
 * Source: model.md 1.5 ("learn per tenant"), Godfrey, Seiders & Voss 2011 for the shape; shrinkage and least tries are ours.
 * Limit: one channel at a time; what else moved them is not known. Test: unasked-ideal.test.ts.
 */
export function learnIdeal<Ref>(input: {
  /** Per tie. */
  ties: readonly (readonly UnaskedTry<Ref>[])[];
  inForce: number;
  parameters: ModelParameters;
  least: { readonly all: number; readonly each: number };
}): LearntIdeal {
  const { inForce, least } = input;
  const ties = input.ties.map((tries) => tries.filter(({ answered }) => answered !== null));
  const tries = ties.reduce((sum, tie) => sum + tie.length, 0);
  const answered = ties.reduce((sum, tie) => sum + tie.filter((one) => one.answered).length, 0);
  const isEnough = tries >= least.all && answered >= least.each && tries - answered >= least.each;
  if (!isEnough) return { tries, answered, isEnough, ideal: inForce, low: inForce, high: inForce };
  const logs = ideals.map((ideal) => {
    const off = Math.log(ideal / inForce) / input.parameters.idealSpread;
    return ties.reduce((sum, tie) => sum + weighTie(tie, ideal), -(off * off) / 2);
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const [low, ideal, high] = [0.1, 0.5, 0.9].map((share) => findQuantile(weights, share)) as [number, number, number];
  return { tries, answered, isEnough, ideal, low, high };
}

/** Log of the chance of what came back of one tie, were this the ideal; over how readily it may answer at all. */
function weighTie<Ref>(tries: readonly UnaskedTry<Ref>[], ideal: number): number {
  const logs = willingness.map((ready) =>
    tries.reduce((sum, { load, answered }) => {
      const chance = ready * computePressureFactor(load / ideal);
      return sum + (answered ? Math.log(Math.max(chance, 1e-300)) : Math.log1p(-chance));
    }, 0),
  );
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length);
}

/** Between two steps by the logarithm of the ideal. */
function findQuantile(weights: readonly number[], share: number): number {
  const wanted = share * weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  for (const [at, weight] of weights.entries()) {
    if (before + weight >= wanted) {
      const part = weight > 0 ? (wanted - before) / weight : 0;
      const place = at + part - 0.5;
      return lowest * (highest / lowest) ** (Math.min(steps - 1, Math.max(0, place)) / (steps - 1));
    }
    before += weight;
  }
  return highest;
}

const parameterOf = { call: 'idealCall', mail: 'idealMail', post: 'idealPost' } as const;

/** Claim: under which name the ideal of a channel is in force. Test: unasked-ideal.test.ts. */
export function idealNameOf(channel: PressureChannel): 'idealCall' | 'idealMail' | 'idealPost' {
  return parameterOf[channel];
}

/** Claim: what is learnt per channel, of the tries of one or more ties. Test: unasked-ideal.test.ts. */
export function learnIdeals<Ref>(input: {
  ties: readonly (readonly UnaskedTry<Ref>[])[];
  parameters: ModelParameters;
  least: { readonly all: number; readonly each: number };
}): Record<PressureChannel, LearntIdeal> {
  const { parameters, least } = input;
  const entries = pressureChannels.map((channel) => {
    const ties = input.ties.map((tries) => tries.filter((one) => one.channel === channel));
    return [channel, learnIdeal({ ties, inForce: parameters[parameterOf[channel]], parameters, least })] as const;
  });
  return Object.fromEntries(entries) as Record<PressureChannel, LearntIdeal>;
}
