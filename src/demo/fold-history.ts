/** The history read by the engine alone, without a database: what the stories are checked with. */
import {
  type DirectedEvent,
  defaultParameters,
  type Fault,
  faultsOf,
  type OrganisationReading,
  plainContext,
  readOrganisation,
  readTie,
  type TieContext,
  type TieReading,
  tieEventsOf,
  tieStateOf,
} from '#engine/index.ts';
import { factsOf } from '#services/interactions/interaction-facts.ts';
import { firmKey } from './cast.ts';
import type { DemoHistory, DemoMoment, DemoParty } from './history.ts';

const monthDay = /^(\d\d)-(\d\d)$/;

/** One tie between someone of ours and someone outside, with all that the engine is given. */
export interface FoldedTie {
  readonly ours: string;
  readonly theirs: string;
  readonly events: DirectedEvent[];
  readonly context: TieContext;
}

export function foldHistory(history: DemoHistory, untilMs: number): FoldedTie[] {
  const parties = new Map(history.parties.map((party) => [party.key, party]));
  const moments = history.moments.filter((moment) => moment.atMs <= untilMs);
  const momentOf = new Map(moments.map((moment) => [moment.key, moment]));
  const ownParties = new Set(history.parties.filter((party) => party.isOwn).map((party) => party.key));
  const ties = new Map<string, FoldedTie & { readonly faults: Fault[] }>();
  const tieOf = (one: string, other: string) => {
    const [ours, theirs] = ownParties.has(one) ? [one, other] : [other, one];
    if (!ownParties.has(ours) || ownParties.has(theirs)) return null;
    const key = `${ours} ${theirs}`;
    const known = ties.get(key);
    if (known) return known;
    const empty = { events: [] as DirectedEvent[], faults: [] as Fault[] };
    const tie = { ours, theirs, ...empty, context: contextOf(history, parties, { ours, theirs, untilMs }) };
    ties.set(key, tie);
    return tie;
  };
  for (const moment of moments) {
    const facts = factsOf({ row: rowOf(moment, momentOf), ownParties, timeZone: 'Europe/Amsterdam' });
    if (facts === null) throw new RangeError(`this moment makes no tie: ${moment.key}`);
    for (const row of tieEventsOf(facts)) {
      tieOf(row.a, row.b)?.events.push({ direction: row.direction, event: row.event });
    }
    for (const { a, b, fault } of faultsOf(facts)) tieOf(a, b)?.faults.push(fault);
  }
  return [...ties.values()].map((tie) => ({ ...tie, context: { ...tie.context, faults: listFaults(history, tie) } }));
}

/** As the store would hand it over. */
function rowOf(moment: DemoMoment, momentOf: ReadonlyMap<string, DemoMoment>): Parameters<typeof factsOf>[0]['row'] {
  const answered = moment.answers === undefined ? undefined : momentOf.get(moment.answers);
  return {
    id: moment.key,
    sourceNumber: 1,
    happenedAt: new Date(moment.atMs),
    channel: moment.channel,
    kind: moment.kind,
    fromParty: moment.from,
    toParties: moment.to,
    subject: moment.subject ?? null,
    answeredAt: answered === undefined ? null : new Date(answered.atMs),
    answeredFrom: answered?.from ?? null,
    mailClass: 'person',
    asked: moment.asked ?? null,
    valence: moment.valence ?? null,
    benefits: (moment.benefits ?? []).map((benefit) => ({ weight: null, ...benefit })),
    ownerUserId: null,
    sharedAt: null,
    sharing: null,
    twinOf: null,
  };
}

/** What the moments show by themselves and what was owned up to, each with its remedy. */
function listFaults(history: DemoHistory, tie: FoldedTie & { readonly faults: readonly Fault[] }): Fault[] {
  const isHere = (item: { colleague: string; party: string }) =>
    item.colleague === tie.ours && item.party === tie.theirs;
  const by = tie.context.ours ?? 'a';
  const owned = history.faults
    .filter(isHere)
    .map(({ atMs, facet }): Fault => ({ by, atMs, madeGoodMs: null, weight: 1, facet }));
  return [...tie.faults, ...owned].map((fault) => {
    const remedy = history.remedies.find((item) => isHere(item) && item.atMs > fault.atMs);
    return { ...fault, madeGoodMs: remedy?.atMs ?? null };
  });
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
