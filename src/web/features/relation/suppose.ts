/** Stel dat: things that did not happen, read by the engine in the browser. Nothing of it is stored. */
import type { Tie } from '#contract/ties.ts';
import {
  type DirectedEvent,
  dayMs,
  type InteractionFacts,
  type ModelParameters,
  readTie,
  resolveParameters,
  reviveState,
  type TieReading,
  tieEventsOf,
  whatIf,
} from '#engine/index.ts';
import { sidesOf } from './sides.ts';

export const levers = ['calls', 'meetings', 'mails', 'weHelp', 'theyHelp', 'promise'] as const;
export type Lever = (typeof levers)[number];

export interface Supposition extends Readonly<Record<Lever, number>> {
  readonly weeks: number;
}

export const nothingSupposed: Supposition = {
  weeks: 0,
  calls: 0,
  meetings: 0,
  mails: 0,
  weHelp: 0,
  theyHelp: 0,
  promise: 0,
};

type Deed = Pick<InteractionFacts, 'channel' | 'kind' | 'asked'> & {
  readonly isFromUs: boolean;
  readonly evidence?: InteractionFacts['evidence'];
};

const deeds: Record<Lever, Deed> = {
  calls: { channel: 'call', kind: 'call', asked: false, isFromUs: true },
  meetings: { channel: 'meeting', kind: 'meeting', asked: true, isFromUs: true },
  mails: { channel: 'mail', kind: 'message', asked: false, isFromUs: true },
  weHelp: { channel: 'other', kind: 'help', asked: true, isFromUs: true },
  theyHelp: { channel: 'other', kind: 'help', asked: true, isFromUs: false },
  promise: {
    channel: 'other',
    kind: 'message',
    asked: true,
    isFromUs: true,
    evidence: [{ code: 'promise-kept', about: 'from' }],
  },
};

interface Read {
  readonly tie: Tie;
  readonly nowMs: number;
}

/** The tie as it is now, from the same state the supposition starts from. */
export function readNow({ tie, nowMs }: Read): TieReading {
  return readTie({ state: stateOf(tie), context: tie.context, parameters: parametersOf(tie), nowMs });
}

/** The tie at the end of the weeks looked ahead, with the deeds spread evenly over them. */
export function readSupposed({ tie, nowMs, supposition }: Read & { supposition: Supposition }): TieReading {
  const thenMs = nowMs + supposition.weeks * 7 * dayMs;
  const extraEvents = levers.flatMap((lever) => eventsOf({ tie, lever, count: supposition[lever], nowMs, thenMs }));
  // Looking ahead assumes that what happens will be heard.
  const context = { ...tie.context, coveredUntilMs: null };
  return whatIf({ state: stateOf(tie), context, parameters: parametersOf(tie), nowMs: thenMs, extraEvents });
}

interface Deeds extends Read {
  readonly lever: Lever;
  readonly count: number;
  readonly thenMs: number;
}

function eventsOf({ tie, lever, count, nowMs, thenMs }: Deeds): DirectedEvent[] {
  const { us, them } = sidesOf(tie);
  const deed = deeds[lever];
  const [from, to] = deed.isFromUs ? [us, them] : [them, us];
  return Array.from({ length: count }, (_, at) => {
    const atMs = nowMs + ((at + 0.5) / count) * (thenMs - nowMs);
    const rows = tieEventsOf({
      fromId: from.id,
      fromIsOurs: deed.isFromUs,
      receivers: [{ id: to.id, isOurs: !deed.isFromUs, answeredAfterMs: null }],
      channel: deed.channel,
      kind: deed.kind,
      benefits: null,
      evidence: deed.evidence ?? null,
      valence: 0,
      asked: deed.asked,
      lengthFactor: 1,
      expectedAnswerMs: null,
      surveyValue: null,
      atMs,
      day: Math.floor(atMs / dayMs),
      sourceNumber: 0,
    });
    return rows.map(({ direction, event }) => ({ direction, event }));
  }).flat();
}

function stateOf(tie: Tie) {
  return { ab: reviveState(tie.state.ab), ba: reviveState(tie.state.ba) };
}

/** What the server uses, within the ranges this engine knows. */
function parametersOf(tie: Tie): ModelParameters {
  return resolveParameters(tie.parameters as Partial<ModelParameters>);
}
