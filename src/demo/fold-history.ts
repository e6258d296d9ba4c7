/** The history read by the engine alone, without a database: what the stories are checked with. */
import {
  type DirectedEvent,
  defaultParameters,
  type EvidenceCode,
  type Fault,
  faultsOf,
  type InteractionFacts,
  type InteractionKind,
  interactionKinds,
  type OrganisationReading,
  plainContext,
  readOrganisation,
  readTie,
  type Side,
  type TieContext,
  type TieReading,
  tieEventsOf,
  tieStateOf,
} from '#engine/index.ts';
import { firmKey } from './cast.ts';
import type { DemoHistory, DemoMoment, DemoParty } from './history.ts';

const dayMs = 86_400_000;
const monthDay = /^(\d\d)-(\d\d)$/;

/** One tie between someone of ours and someone outside, with all that the engine is given. */
export interface FoldedTie {
  readonly ours: string;
  readonly theirs: string;
  readonly events: DirectedEvent[];
  readonly context: TieContext;
}

/** Kinds the engine knows by what they show rather than by name. */
const shownBy: Partial<Record<DemoMoment['kind'], { kind: InteractionKind; code: EvidenceCode | null }>> = {
  'complaint-told': { kind: 'message', code: 'complaint-told' },
  'complaint-closed': { kind: 'note', code: null },
  'change-announced': { kind: 'message', code: null },
  mailing: { kind: 'message', code: null },
};

export function foldHistory(history: DemoHistory, untilMs: number): FoldedTie[] {
  const parties = new Map(history.parties.map((party) => [party.key, party]));
  const moments = history.moments.filter((moment) => moment.atMs <= untilMs);
  const atOf = new Map(moments.map((moment) => [moment.key, moment]));
  const ties = new Map<string, FoldedTie>();
  const tieOf = (one: string, other: string): FoldedTie | null => {
    const [ours, theirs] = parties.get(one)?.isOwn ? [one, other] : [other, one];
    if (!parties.get(ours)?.isOwn || parties.get(theirs)?.isOwn) return null;
    const key = `${ours} ${theirs}`;
    const known = ties.get(key);
    if (known) return known;
    const tie = { ours, theirs, events: [], context: contextOf(history, parties, { ours, theirs, untilMs }) };
    ties.set(key, tie);
    return tie;
  };
  for (const moment of moments) {
    const facts = factsOf(moment, parties, atOf);
    if (faultsOf(facts).length > 0) throw new RangeError(`a fault goes into the list of faults: ${moment.key}`);
    for (const row of tieEventsOf(facts)) {
      tieOf(row.a, row.b)?.events.push({ direction: row.direction, event: row.event });
    }
  }
  return [...ties.values()];
}

function factsOf(
  moment: DemoMoment,
  parties: ReadonlyMap<string, DemoParty>,
  atOf: ReadonlyMap<string, DemoMoment>,
): InteractionFacts {
  const shown = shownBy[moment.kind];
  const kind = shown?.kind ?? interactionKinds.find((known) => known === moment.kind);
  if (kind === undefined) throw new RangeError(`the engine has no word for ${moment.kind}`);
  const answered = moment.answers === undefined ? undefined : atOf.get(moment.answers);
  const about: Side = 'from';
  return {
    fromId: moment.from,
    fromIsOurs: parties.get(moment.from)?.isOwn === true,
    receivers: moment.to.map((to) => ({
      id: to,
      isOurs: parties.get(to)?.isOwn === true,
      answeredAfterMs: answered?.from === to ? moment.atMs - answered.atMs : null,
    })),
    channel: moment.channel,
    kind,
    benefits: moment.benefits ?? null,
    evidence: shown?.code ? [{ code: shown.code, about }] : null,
    valence: moment.valence ?? 0,
    asked: moment.asked ?? false,
    lengthFactor: 1,
    expectedAnswerMs: null,
    surveyValue: null,
    atMs: moment.atMs,
    day: Math.floor(moment.atMs / dayMs),
    sourceNumber: 1,
  };
}

function contextOf(
  history: DemoHistory,
  parties: ReadonlyMap<string, DemoParty>,
  tie: { ours: string; theirs: string; untilMs: number },
): TieContext {
  const side = (key: string): 'a' | 'b' => (key === (tie.ours < tie.theirs ? tie.ours : tie.theirs) ? 'a' : 'b');
  const isHere = (item: { colleague: string; party: string }) =>
    item.colleague === tie.ours && item.party === tie.theirs;
  const party = parties.get(tie.theirs);
  return {
    ...plainContext,
    ours: side(tie.ours),
    wish: party?.wish ?? null,
    closures: listClosures(party, tie.untilMs),
    expectations: history.expectations.filter(isHere).map((item) => ({
      kind: item.kind,
      owedBy: side(item.owedBy === 'ours' ? tie.ours : tie.theirs),
      dueMs: item.dueMs,
      settledMs: item.settledMs,
    })),
    faults: history.faults.filter(isHere).map(
      (item): Fault => ({
        by: side(tie.ours),
        atMs: item.atMs,
        madeGoodMs: item.madeGood?.atMs ?? null,
        weight: 1,
        facet: item.facet,
      }),
    ),
  };
}

/** Yearly closures as stretches around the history. */
function listClosures(party: DemoParty | undefined, untilMs: number): { fromMs: number; untilMs: number }[] {
  const year = new Date(untilMs).getUTCFullYear();
  return (party?.closures ?? []).flatMap((closure) =>
    [-3, -2, -1, 0, 1].map((offset) => {
      const fromMs = dateMs(year + offset, closure.from);
      const sameYear = dateMs(year + offset, closure.until);
      return { fromMs, untilMs: sameYear > fromMs ? sameYear : dateMs(year + offset + 1, closure.until) };
    }),
  );
}

function dateMs(year: number, monthAndDay: string): number {
  const [, month, day] = monthDay.exec(monthAndDay) ?? [];
  return Date.UTC(year, Number(month) - 1, Number(day));
}

/** A relation as a whole: all strands with a firm and its people, read one by one and as one rhythm. */
export interface FoldedRelation {
  readonly strands: readonly { readonly ours: string; readonly theirs: string; readonly reading: TieReading }[];
  readonly organisation: OrganisationReading;
  /** Every contact moment of either side, whoever had it: what tells whether the relation has gone quiet. */
  readonly together: TieReading;
}

export function readRelation(ties: readonly FoldedTie[], firm: string, nowMs: number): FoldedRelation {
  const parameters = defaultParameters;
  const own = ties.filter((tie) => firmOf(tie.theirs) === firm);
  const strands = own.map((tie) => {
    const state = tieStateOf(tie.events, parameters);
    return { ...tie, reading: readTie({ state, context: tie.context, parameters, nowMs }) };
  });
  const context = own[0]?.context;
  if (context === undefined) throw new RangeError(`nobody of ours knows ${firm}`);
  const events = own.flatMap((tie) => tie.events);
  const together = readTie({ state: tieStateOf(events, parameters), context, parameters, nowMs });
  const organisation = readOrganisation(
    strands.map(({ ours, reading }) => ({
      personId: ours === firmKey ? null : ours,
      bond: reading.bond,
      values: {
        trust: reading.trust.value,
        reciprocity: reading.reciprocity.value,
        intensity: reading.intensity.value,
        time: reading.time.value,
      },
    })),
  );
  return { strands, organisation, together };
}

export function firmOf(partyKey: string): string {
  return partyKey.replace(/-contact$/, '');
}
