/** Alarms about silence, and the reasons not to give one. */
import { isMuted } from './corrections.ts';
import type { ModelParameters } from './parameters.ts';
import type { Alarm, AlarmSilencedBy, Rhythm, TieContext } from './reading.ts';
import { type RhythmInput, readRhythm } from './rhythm.ts';
import { dayMs } from './trace.ts';

export interface AlarmReading {
  readonly alarm: Alarm;
  readonly silencedBy: AlarmSilencedBy;
}

/**
 * Claim: quiet or gone, and why an alarm that silence would give is withheld. Order: too few gaps, the other's wish, a
 * user's mute, coverage (the silence was not listened to, or not lately enough to repeat an old alarm), closure.
 * Formula: quiet when silence > quietAfter, gone when > goneAfter, both read at `asOf` (the end of what was heard).
 * An alarm is stale when the unread time exceeds max(7 d, one own gap). Source: seeds' corrections 2, 3, 9.
 * Limit: cannot know contact through channels nobody reads. Test: alarm.test.ts.
 */
export function computeAlarm(input: {
  rhythm: Rhythm;
  rhythmInput: RhythmInput;
  context: TieContext;
  parameters: ModelParameters;
  asOfMs: number;
  nowMs: number;
}): AlarmReading {
  const { rhythm, rhythmInput, context, parameters, asOfMs, nowMs } = input;
  const heard = alarmOf(rhythm);
  // The alarm an unthinking clock would give now: coverage ignored, and closures ignored.
  const unthinking = alarmOf(readRhythm({ ...rhythmInput, closures: [] }, nowMs));
  const overall = alarmOf(nowMs > asOfMs ? readRhythm(rhythmInput, nowMs) : rhythm);
  if (heard === 'none' && overall === 'none')
    return withhold(unthinking === 'none' ? null : 'closure', parameters, rhythm);
  if (rhythm.knownGaps < parameters.alarmGapsNeeded) return { alarm: 'none', silencedBy: 'too-few' };
  if (context.wish === 'rather-not') return { alarm: 'none', silencedBy: 'wish' };
  if (isMuted(context.corrections, overall, nowMs)) return { alarm: 'none', silencedBy: 'muted' };
  const graceMs = Math.max(parameters.unreadGraceDays, rhythm.gapDays) * dayMs;
  if (heard === 'none' || nowMs - asOfMs > graceMs) return { alarm: 'none', silencedBy: 'coverage' };
  return { alarm: heard, silencedBy: null };
}

/** Claim: the bare comparison of silence with the own rhythm. Test: alarm.test.ts. */
export function alarmOf(rhythm: Rhythm): Alarm {
  if (rhythm.quietAtMs === null || rhythm.silenceDays <= rhythm.quietAfterDays) return 'none';
  return rhythm.silenceDays > rhythm.goneAfterDays ? 'gone' : 'quiet';
}

function withhold(silencedBy: AlarmSilencedBy, parameters: ModelParameters, rhythm: Rhythm): AlarmReading {
  const tooFew = silencedBy !== null && rhythm.knownGaps < parameters.alarmGapsNeeded;
  return { alarm: 'none', silencedBy: tooFew ? 'too-few' : silencedBy };
}
