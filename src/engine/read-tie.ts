/** Reading a tie: its folded state and what stands beside it, at an instant, in words a page can use. */
import { type AlarmReading, computeAlarm } from './alarm.ts';
import { computeBond, computeMarginalGain, computePotential } from './bond.ts';
import { countOpenMs } from './closures.ts';
import { computeContactFigure } from './contact-figure.ts';
import { correctedValue } from './corrections.ts';
import { listFacets } from './facets.ts';
import type { Figures, TieInput } from './figures.ts';
import { knowledgeOf, uncertaintyOf } from './knowledge.ts';
import { computeLevel } from './level.ts';
import { type Block, type BlockName, blockNames, type Reason, type TieReading } from './reading.ts';
import { listBlockReasons, makeReasons, type ReasonMaker } from './reasons.ts';
import { computeSilentFigures, findLastHappening, type SilentFigures } from './silence.ts';
import { dayMs } from './trace.ts';
import { computeSpread, isClearlyLower } from './uncertainty.ts';

export interface ReadTieInput extends TieInput {
  readonly nowMs: number;
}

/**
 * Claim: everything the product says about a tie, at `nowMs`. Pure; two states and a context in, plain data out.
 * Range: every figure finite, every share in [0,1]. RangeError when the state holds something later than `nowMs`.
 * Source: model.md, binding sections and 1.0-1.7. Limit: read at the end of what was listened to where that is earlier
 * (coverage); level without hysteresis (see status.ts). Test: read-tie.test.ts.
 */
export function readTie(input: ReadTieInput): TieReading {
  const { context, parameters, state, nowMs } = input;
  const asOfMs = findAsOf(input);
  const silent = computeSilentFigures(input, asOfMs, nowMs);
  const { now: figures, used, bond } = silent;
  const reason = makeReasons(context.corrections, nowMs);
  const block = (name: BlockName) => dressBlock({ figures, used, name, input, reason });
  const blocks = {
    trust: block('trust'),
    reciprocity: block('reciprocity'),
    intensity: block('intensity'),
    time: block('time'),
  };
  const lastMs = Math.max(state.ab.lastMs, state.ba.lastMs);
  const rhythmInput = { days: figures.days, lastMs, closures: context.closures, parameters };
  const alarm = computeAlarm({ rhythm: figures.rhythm, rhythmInput, context, parameters, asOfMs, nowMs });
  const eventCount = state.ab.contactCount + state.ba.contactCount;
  const potential = eventCount === 0 ? 0 : computePotential(used.values);
  return {
    asOfMs,
    ...blocks,
    bond,
    used: used.values,
    weakest: findWeakest(blocks),
    potential,
    contactFigure: computeContactFigure(input, figures.time, asOfMs),
    level: computeLevel(silent, parameters, eventCount),
    rhythm: figures.rhythm,
    alarm: alarm.alarm,
    alarmSilencedBy: alarm.silencedBy,
    pressure: figures.pressure,
    contact: figures.contact,
    benefit: figures.benefit,
    giving: figures.giving,
    trustWays: { ab: figures.trust.ab.figure.value, ba: figures.trust.ba.figure.value },
    balance: figures.benefit.ab - figures.benefit.ba,
    facets: listFacets(figures, state, parameters),
    reasons: listTieReasons({ input, silent, alarm, potential, asOfMs, lastMs, reason }),
  };
}

/**
 * Claim: the end of what can be spoken about: now, or the end of coverage, but never before the last thing known.
 * Range: <= nowMs; RangeError when the state holds something later. Source: seeds' correction 3. Test: read-tie.test.ts.
 */
export function findAsOf(input: ReadTieInput): number {
  const { state, context, nowMs } = input;
  const stateMs = Math.max(state.ab.tauMs, state.ba.tauMs);
  if (stateMs > nowMs) throw new RangeError(`state holds an event later than now: ${stateMs} > ${nowMs}`);
  if (!Number.isFinite(nowMs)) throw new RangeError(`now is not finite: ${nowMs}`);
  if (context.coveredUntilMs === null) return nowMs;
  return Math.min(nowMs, Math.max(context.coveredUntilMs, findLastHappening(input, nowMs)));
}

function dressBlock(input: {
  figures: Figures;
  used: Figures;
  name: BlockName;
  input: ReadTieInput;
  reason: ReasonMaker;
}): Block {
  const { figures, used, name, reason } = input;
  const { parameters, context, nowMs } = input.input;
  const word = correctedValue(context.corrections, name, nowMs);
  const value = figures.values[name];
  const uncertainty = word === null ? uncertaintyOf(figures, name, parameters) : 0;
  const spread = computeSpread(value, uncertainty);
  const reasons = listBlockReasons(figures, name, parameters, reason);
  if (word !== null) reasons.push(reason('corrected', name, { value: word, computed: figures.computed[name] }));
  return {
    value,
    knowledge: word === null ? knowledgeOf(figures, name, parameters) : 'known',
    uncertainty,
    low: Math.max(0, value - spread),
    high: Math.min(1, value + spread),
    marginalGain: computeMarginalGain(used.values, name),
    corrected: word !== null,
    computed: figures.computed[name],
    reasons,
  };
}

/** The lowest block about which something is known, when it is clearly lower than the next. Source: model.md 1.7.1. */
function findWeakest(blocks: Record<BlockName, Block>): BlockName | null {
  const known = blockNames.filter((name) => blocks[name].knowledge !== 'unknown');
  known.sort((left, right) => blocks[left].value - blocks[right].value);
  const [lowest, next] = known;
  if (lowest === undefined) return null;
  return next === undefined || isClearlyLower(blocks[lowest], blocks[next]) ? lowest : null;
}

function listTieReasons(found: {
  input: ReadTieInput;
  silent: SilentFigures;
  alarm: AlarmReading;
  potential: number;
  asOfMs: number;
  lastMs: number;
  reason: ReasonMaker;
}): Reason[] {
  const { input, silent, alarm, asOfMs, lastMs, reason } = found;
  const { context, nowMs } = input;
  const rhythm = silent.now.rhythm;
  const reasons: Reason[] = [];
  if (silent.used !== silent.now) {
    const numbers = { bond: silent.bond, bondNow: computeBond(silent.now.values), sinceMs: silent.used.atMs };
    reasons.push(reason('held-by-silence', 'bond', numbers));
  }
  if (found.potential > 0) reasons.push(reason('one-sided', 'bond', { potential: found.potential }));
  const { silenceDays, gapDays, quietAfterDays, goneAfterDays, knownGaps } = rhythm;
  if (alarm.alarm === 'quiet') reasons.push(reason('quiet', 'rhythm', { silenceDays, gapDays, quietAfterDays }));
  if (alarm.alarm === 'gone') reasons.push(reason('gone', 'rhythm', { silenceDays, gapDays, goneAfterDays }));
  if (asOfMs < nowMs) {
    const unreadDays = (nowMs - asOfMs) / dayMs;
    reasons.push(reason('coverage-ended', 'rhythm', { coveredUntilMs: asOfMs, unreadDays }));
  }
  const closedDays =
    lastMs === -Infinity ? 0 : (asOfMs - lastMs - countOpenMs(lastMs, asOfMs, context.closures)) / dayMs;
  if (closedDays > 0) reasons.push(reason('closure-skipped', 'rhythm', { closedDays }));
  if (alarm.silencedBy === 'too-few') reasons.push(reason('too-few', 'rhythm', { knownGaps }));
  if (alarm.silencedBy === 'wish') reasons.push(reason('wish-rather-not', 'rhythm', {}));
  if (silent.now.pressure > 1) {
    const factor = silent.now.time.pressureFactor;
    reasons.push(reason('pressing', 'pressure', { pressure: silent.now.pressure, factor }));
  }
  return reasons;
}
