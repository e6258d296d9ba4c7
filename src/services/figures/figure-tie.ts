/** One tie's figures for the lists, from its state and its log. */
import { blockNames, type TieReading } from '#engine/reading.ts';
import { statusAt } from '#engine/status.ts';
import type { StoredTieEvent } from '#store/tie-events.ts';
import type { TieFiguresRow } from '#store/tie-figures.ts';
import type { LoadedTie } from '../ties/load-ties.ts';
import { readableMs, readTieAt } from '../ties/read-tie-at.ts';

const dayMs = 86_400_000;
/** How often figures are looked at again while nothing happens: what has faded away needs no daily look. */
const lookAgainMs = { warm: dayMs, cold: 7 * dayMs };
const coldBond = 0.01;

export function figureTie(input: {
  tie: LoadedTie;
  events: readonly StoredTieEvent[];
  bondBefore: number;
  nowMs: number;
}): TieFiguresRow {
  const { tie, events, bondBefore, nowMs } = input;
  const reading = readTieAt(tie, nowMs);
  const { context, parameters } = tie;
  const status = statusAt({ events, context, parameters, nowMs: readableMs(tie, nowMs) });
  const lastMs = Math.max(tie.state.ab.lastMs, tie.state.ba.lastMs);
  return {
    tieId: tie.id,
    asOfMs: reading.asOfMs,
    bond: reading.bond,
    trust: reading.trust.value,
    reciprocity: reading.reciprocity.value,
    intensity: reading.intensity.value,
    time: reading.time.value,
    knowledge: knowledgeText(reading),
    weakest: reading.weakest,
    status,
    alarm: reading.alarm,
    alarmSilencedBy: reading.alarmSilencedBy,
    potential: reading.potential,
    givingAb: reading.giving.ab,
    givingBa: reading.giving.ba,
    pressure: reading.pressure,
    gapDays: reading.rhythm.gapDays,
    knownGaps: reading.rhythm.knownGaps,
    lastAt: dateOf(lastMs),
    quietAt: dateOf(reading.rhythm.quietAtMs),
    goneAt: dateOf(reading.rhythm.goneAtMs),
    trend: reading.bond - bondBefore,
    dueAt: dueAtOf(tie, reading, nowMs),
  };
}

export function knowledgeText(reading: TieReading): string {
  return blockNames.map((name) => reading[name].knowledge[0]).join('');
}

export function dateOf(ms: number | null): Date | null {
  // Dates of the far future (a yearly customer's "gone" date after centuries) are no dates to keep.
  return ms === null || !Number.isFinite(ms) || Math.abs(ms) > 8e15 ? null : new Date(ms);
}

/** The next moment at which what a list says can change on its own. */
function dueAtOf(tie: LoadedTie, reading: TieReading, nowMs: number): Date {
  const ahead = [
    reading.rhythm.quietAtMs,
    reading.rhythm.goneAtMs,
    ...tie.context.expectations.filter((item) => item.settledMs === null).map((item) => item.dueMs),
  ].filter((atMs): atMs is number => atMs !== null && atMs > nowMs);
  const lookMs = nowMs + (reading.bond < coldBond ? lookAgainMs.cold : lookAgainMs.warm);
  // A moment after, so that the crossing has been made.
  return new Date(Math.min(lookMs, ...ahead.map((atMs) => atMs + 1000)));
}
