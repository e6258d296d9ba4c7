/** The folded state of one direction of a tie. Names here are the column names of `tie_states` (in snake_case). */
/** Every decayed trace of one direction, in storage order. */
export const traceNames = [
  'chatContact',
  'chatBenefit',
  'mailContact',
  'mailBenefit',
  'liveContact',
  'liveBenefit',
  'purchaseContact',
  'purchaseBenefit',
  'abilityGood',
  'abilityBad',
  'benevolenceGood',
  'benevolenceBad',
  'integrityGood',
  'integrityBad',
  'surveyWeight',
  'surveySum',
  'pressureCall',
  'pressureMail',
  'pressurePost',
] as const;
export type TraceName = (typeof traceNames)[number];

/** How many of the latest distinct active days a direction keeps (top-k: order-independent and bounded). */
export const keptDays = 32;

/** A row of doubles that stays one: a copy of it costs a third of a typed array, which lies outside the heap at this size. */
const noTraces: number[] = Array.from(traceNames, () => 0.5);
noTraces.fill(0);

export function emptyTraces(): number[] {
  return noTraces.slice();
}

export interface DirectionState {
  /** Instant to which every trace is read: the latest event's, epoch ms; -Infinity in an empty state. */
  tauMs: number;
  /** Earliest and latest *active* event (contact or benefit > 0); Infinity / -Infinity when there is none. */
  firstMs: number;
  lastMs: number;
  /** Number of active events, and of trust evidence per facet. */
  contactCount: number;
  abilityCount: number;
  benevolenceCount: number;
  integrityCount: number;
  /** Values at tauMs, in the order of traceNames. */
  traces: number[];
  /** The latest distinct active days, newest first, at most keptDays. */
  days: number[];
  /** Numbers of the sources the active events came from, ascending. */
  sources: number[];
}

export interface TieState {
  ab: DirectionState;
  ba: DirectionState;
}
