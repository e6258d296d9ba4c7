/** A party's figures: all its strands with us taken together. */
import type { TieState } from '#engine/direction-state.ts';
import { higherStatus } from '#engine/level.ts';
import { mergeStates } from '#engine/merge.ts';
import { readOrganisation } from '#engine/organisation.ts';
import { readTie } from '#engine/read-tie.ts';
import { type BlockName, blockNames, type Status, statuses, type TieContext } from '#engine/reading.ts';
import type { PartyFiguresRow } from '#store/party-figures.ts';
import type { StrandRow } from '#store/strands.ts';
import type { TieFiguresRow } from '#store/tie-figures.ts';
import type { TieHistoryRow } from '#store/tie-history.ts';
import { coverageOf, type LoadedTie } from '../ties/load-ties.ts';
import { dateOf } from './figure-tie.ts';
import { drawSparkline } from './sparkline.ts';

export interface FiguredStrand {
  readonly strand: StrandRow;
  readonly tie: LoadedTie;
  readonly figures: TieFiguresRow;
  readonly history: readonly TieHistoryRow[];
}

/** Two blocks nearer to each other than this have no weakest of the two (a mean carries no interval of its own). */
const clearlyLower = 0.05;

export function figureParty(input: {
  partyId: string;
  strands: readonly FiguredStrand[];
  nowMs: number;
  timeZone: string;
}): PartyFiguresRow | null {
  const { partyId, nowMs, timeZone } = input;
  const [strongest] = input.strands.toSorted(
    (x, y) => y.figures.bond - x.figures.bond || y.tie.state.ab.lastMs - x.tie.state.ab.lastMs,
  );
  if (!strongest) return null;
  // What somebody has with us adds up over colleagues; what they have with others, in a log of others, does not.
  const strands = strongest.strand.oursIsOwn ? input.strands : [strongest];
  const organisation = readOrganisation(
    strands.map(({ strand, figures }) => ({
      personId: strand.oursKind === 'person' ? strand.oursId : null,
      bond: figures.bond,
      values: figures,
    })),
  );
  const values = organisation.values ?? strongest.figures;
  const whole = readWhole(strands, nowMs);
  const status = strands.reduce<Status>(
    (highest, { figures }) => higherStatus(highest, figures.status as Status),
    whole.level,
  );
  const knowledge = joinKnowledge(strands.map(({ figures }) => figures.knowledge));
  // Nobody of ours leaves with a tie between two others.
  const people = strongest.strand.oursIsOwn ? organisation.people : [];
  const [hangsOn] = people.toSorted((x, y) => (y.dependency ?? -1) - (x.dependency ?? -1));
  const before = readOrganisation(
    strands.map(({ strand, figures }) => ({
      personId: strand.oursKind === 'person' ? strand.oursId : null,
      bond: Math.min(1, Math.max(0, figures.bond - figures.trend)),
      values: figures,
    })),
  );
  return {
    partyId,
    asOfMs: whole.asOfMs,
    bond: organisation.bond,
    trust: values.trust,
    reciprocity: values.reciprocity,
    intensity: values.intensity,
    time: values.time,
    knowledge,
    weakest: strands.length === 1 ? strongest.figures.weakest : findWeakest(values, knowledge),
    status,
    statusRank: statuses.indexOf(status),
    alarm: whole.alarm,
    alarmSilencedBy: whole.alarmSilencedBy,
    potential: Math.max(...strands.map(({ figures }) => figures.potential)),
    givingOurs: whole.giving.ab,
    givingTheirs: whole.giving.ba,
    pressure: whole.pressure,
    gapDays: whole.rhythm.knownGaps > 0 ? whole.rhythm.gapDays : null,
    lastAt: dateOf(Math.max(...strands.flatMap(({ tie }) => [tie.state.ab.lastMs, tie.state.ba.lastMs]))),
    quietAt: dateOf(whole.rhythm.quietAtMs),
    goneAt: dateOf(whole.rhythm.goneAtMs),
    trend: organisation.bond - before.bond,
    sparkline: drawSparkline({ strands, nowMs, timeZone, bondNow: organisation.bond }),
    strongestTie: strongest.strand.tieId,
    dependency: hangsOn?.dependency ?? null,
    dependencyOn: hangsOn?.dependency == null ? null : hangsOn.personId,
    strandCount: input.strands.length,
    contactCount: strands.reduce((sum, { tie }) => sum + tie.state.ab.contactCount + tie.state.ba.contactCount, 0),
  };
}

/** All strands as one tie with a single "us" (side a): rhythm, pressure and give and take are the firm's as a whole. */
export function readWhole(strands: readonly FiguredStrand[], nowMs: number) {
  const [first] = strands;
  if (!first) throw new RangeError('a party without strands has nothing to read');
  const { parameters } = first.tie;
  const oriented = strands.map(({ strand, tie }) => orient(tie, strand.oursIsA));
  const whole = foldAll(oriented, parameters);
  const carriers = [...new Map(strands.flatMap(({ tie }) => tie.sources).map((row) => [row.number, row])).values()];
  const context: TieContext = {
    expectations: oriented.flatMap(({ context: own }) => own.expectations),
    faults: oriented.flatMap(({ context: own }) => own.faults),
    // A word about one strand's block is no word about the whole; a muted alarm is.
    corrections: oriented.flatMap(({ context: own }) => own.corrections.filter((word) => word.value === null)),
    closures: first.tie.context.closures,
    coveredUntilMs: coverageOf(carriers),
    wish: first.tie.context.wish,
    baseRates: null,
    personalFoundation: oriented.some(({ context: own }) => own.personalFoundation),
    ours: strands.some(({ strand }) => strand.oursIsOwn) ? 'a' : null,
  };
  const atMs = Math.max(nowMs, whole.ab.tauMs, whole.ba.tauMs);
  return readTie({ state: whole, context, parameters, nowMs: atMs });
}

function foldAll(oriented: readonly Oriented[], parameters: LoadedTie['parameters']): TieState {
  const [head, ...rest] = oriented;
  if (!head) throw new RangeError('nothing to fold');
  return rest.reduce<TieState>(
    (merged, { state }) => ({
      ab: mergeStates(merged.ab, state.ab, parameters),
      ba: mergeStates(merged.ba, state.ba, parameters),
    }),
    head.state,
  );
}

interface Oriented {
  readonly state: TieState;
  readonly context: TieContext;
}

/** Turned so that a is our side. */
function orient(tie: LoadedTie, oursIsA: boolean): Oriented {
  if (oursIsA) return tie;
  const { state, context } = tie;
  const other = (side: 'a' | 'b') => (side === 'a' ? 'b' : 'a');
  return {
    state: { ab: state.ba, ba: state.ab },
    context: {
      ...context,
      expectations: context.expectations.map((item) => ({ ...item, owedBy: other(item.owedBy) })),
      faults: context.faults.map((item) => ({ ...item, by: other(item.by) })),
    },
  };
}

/** Known where any strand knows it; assumed where none knows but one assumes. */
function joinKnowledge(texts: readonly string[]): string {
  return blockNames
    .map((_, index) => {
      const letters = texts.map((text) => text[index]);
      return letters.includes('k') ? 'k' : letters.includes('a') ? 'a' : 'u';
    })
    .join('');
}

function findWeakest(values: Readonly<Record<BlockName, number>>, knowledge: string): BlockName | null {
  const known = blockNames.filter((_, index) => knowledge[index] !== 'u');
  const [lowest, next] = known.toSorted((x, y) => values[x] - values[y]);
  if (lowest === undefined) return null;
  return next === undefined || values[next] - values[lowest] >= clearlyLower ? lowest : null;
}
