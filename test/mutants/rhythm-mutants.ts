/** Wrong rhythms, closings and alarms. */
import type { Mutant } from './mutant.ts';

export const rhythmMutants: readonly Mutant[] = [
  {
    file: 'rhythm.ts',
    find: 'gaps.length >= parameters.ownGapsNeeded',
    replace: 'gaps.length > parameters.ownGapsNeeded',
    why: 'the own rhythm is trusted one gap late (off by one gap)',
  },
  {
    file: 'rhythm.ts',
    find: 'spanDays / gaps.length',
    replace: 'spanDays / (gaps.length + 1)',
    why: 'n days are taken for n gaps',
  },
  {
    file: 'rhythm.ts',
    find: '(spanDays + parameters.gap0Days)',
    replace: 'spanDays',
    why: 'a first contact has no prior gap',
  },
  {
    file: 'rhythm.ts',
    find: 'return parameters.quietGaps * gapDays;',
    replace: 'return parameters.goneGaps * gapDays;',
    why: 'nobody is missed before eight gaps',
  },
  {
    file: 'rhythm.ts',
    find: 'Math.max(computeQuantile(gaps, parameters.quietQuantile), parameters.quietQuantileMinGaps * gapDays)',
    replace: 'Math.min(computeQuantile(gaps, parameters.quietQuantile), parameters.quietQuantileMinGaps * gapDays)',
    why: 'irregular ties are missed too soon (min for max)',
  },
  {
    file: 'rhythm.ts',
    find: 'Math.max(parameters.goneGaps * gapDays, quietAfterDays)',
    replace: 'parameters.goneGaps * gapDays',
    why: 'a tie is gone before it is quiet',
  },
  {
    file: 'rhythm.ts',
    find: 'addOpenMs(lastMs, quietAfterDays * dayMs, closures)',
    replace: 'lastMs + quietAfterDays * dayMs',
    why: 'the crossing date falls in the winter closing',
  },
  {
    file: 'rhythm.ts',
    find: 'countOpenMs(lastMs, atMs, closures) / dayMs : 0',
    replace: '(atMs - lastMs) / dayMs : 0',
    why: 'a closing counts as silence',
  },
  {
    file: 'rhythm.ts',
    find: 'const position = q * (sorted.length - 1);',
    replace: 'const position = q * sorted.length - 1;',
    why: 'the percentile is one place off',
  },
  {
    file: 'closures.ts',
    find: 'last.untilMs = Math.max(last.untilMs, closure.untilMs);',
    replace: 'last.untilMs = closure.untilMs;',
    why: 'a closing within a closing cuts it short',
  },
  {
    file: 'closures.ts',
    find: 'if (closure.untilMs <= reachedMs) continue;',
    replace: '',
    why: 'past closings move a date back',
  },
  {
    file: 'alarm.ts',
    find: "if (context.wish === 'rather-not')",
    replace: "if (context.wish === 'gladly')",
    why: 'who would rather not be called is called',
  },
  {
    file: 'alarm.ts',
    find: 'const heard = alarmOf(rhythm);',
    replace: 'const heard = alarmOf(readRhythm(rhythmInput, nowMs));',
    why: 'a mailbox not read since raises alarms',
  },
  {
    file: 'alarm.ts',
    find: 'Math.max(parameters.unreadGraceDays, rhythm.gapDays)',
    replace: 'Math.min(parameters.unreadGraceDays, rhythm.gapDays)',
    why: 'an alarm from before the weekend is dropped too soon',
  },
  {
    file: 'alarm.ts',
    find: "if (rhythm.knownGaps < parameters.alarmGapsNeeded) return { alarm: 'none', silencedBy: 'too-few' };",
    replace: '',
    why: 'one contact is enough to be missed',
  },
  {
    file: 'alarm.ts',
    find: "return rhythm.silenceDays > rhythm.goneAfterDays ? 'gone' : 'quiet';",
    replace: "return rhythm.silenceDays > rhythm.goneAfterDays ? 'quiet' : 'gone';",
    why: 'quiet and gone change places',
  },
  {
    file: 'status.ts',
    find: 'status = higherStatus(status, level);',
    replace: 'status = level;',
    why: 'no hysteresis: statuses flicker',
  },
  {
    file: 'status.ts',
    find: 'gapDays * dayMs, context.closures)',
    replace: '2 * gapDays * dayMs, context.closures)',
    why: 'demotion waits two gaps',
  },
  {
    file: 'status.ts',
    find: 'item.event.atMs > atMs) return;',
    replace: 'item.event.atMs >= atMs) return;',
    why: 'what happens at a moment is not seen at that moment',
  },
  {
    file: 'history.ts',
    find: 'item.event.atMs > atMs) break;',
    replace: 'item.event.atMs > atMs + 7 * 86_400_000) break;',
    why: 'the year line knows next week',
  },
];
