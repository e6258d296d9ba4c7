/** Why a building block stands where it stands: one sentence per reason of the engine. */
import type { ReasonCode } from '#engine/reason-codes.ts';
import type { Formats } from '../formats.ts';
import { durations } from './durations.ts';

export interface ReasonFacts {
  readonly numbers: Readonly<Record<string, number>>;
  /** Whose doing it is ("ours": from us to them); for trust: who trusts. Null when it speaks of both. */
  readonly side: 'ours' | 'theirs' | null;
  readonly them: string;
  readonly formats: Formats;
}

type Say = (facts: ReasonFacts) => string;

const facets = ['ability', 'goodwill', 'honesty'];
const n = ({ numbers }: ReasonFacts, name: string) => numbers[name] ?? 0;
const we = ({ side, them }: ReasonFacts) => (side === 'theirs' ? them : 'We');
const times = ({ formats }: ReasonFacts, value: number) => formats.number(value, 1);

export const reasons = {
  sentences: {
    'trust-unknown': (f) =>
      f.side === 'theirs'
        ? `Nothing known yet about how far ${f.them} can rely on us; it starts at ${f.formats.hundred(n(f, 'baseRate'))}.`
        : `Nothing known yet about how far we can rely on ${f.them}; it starts at ${f.formats.hundred(n(f, 'baseRate'))}.`,
    'trust-evidence': (f) =>
      `${f.side === 'theirs' ? `${f.them} in us` : `We in ${f.them}`}: ${times(f, n(f, 'good'))} for and ${times(f, n(f, 'bad'))} against, ` +
      `which gives ${f.formats.hundred(n(f, 'value'))}. Half of it fades in ${durations.span(n(f, 'halfLifeDays'))}.`,
    'fault-open': (f) =>
      `A fault of ours of ${f.formats.date(n(f, 'sinceMs'))} has not been made good yet; until then it does not fade.`,
    'fault-made-good': (f) =>
      `A fault of ours was made good on ${f.formats.date(n(f, 'sinceMs'))}; since then it fades.`,
    overdue: (f) => `Since ${f.formats.date(n(f, 'sinceMs'))} something is overdue.`,
    'facet-lowest': (f) =>
      `Lowest is ${facets[n(f, 'facet')] ?? 'one side of it'}: ${f.formats.hundred(n(f, 'value'))}, from ${n(f, 'items')} events.`,
    'gives-known': (f) =>
      f.side === 'theirs'
        ? `${f.them} gave us something: ${times(f, n(f, 'benefit'))} is left of it now.`
        : `We gave ${f.them} something: ${times(f, n(f, 'benefit'))} is left of it now.`,
    'gives-assumed': (f) =>
      f.side === 'theirs'
        ? `${f.them} turns to us; what that brings us is assumed.`
        : `We turn to ${f.them}; what that brings them is assumed.`,
    'gives-nothing': (f) => (f.side === 'theirs' ? `Nothing came from ${f.them} yet.` : 'Nothing came from us yet.'),
    'contact-level': (f) =>
      `${we(f)} account${f.side === 'theirs' ? 's' : ''} for ${f.formats.percent(n(f, 'share'))} of the contact.`,
    survey: (f) => `Asked “what if it vanished?”, the answer was ${f.formats.hundred(n(f, 'mean'))} of 100.`,
    'active-days': (f) => `Contact on ${n(f, 'days')} different ${n(f, 'days') === 1 ? 'day' : 'days'}.`,
    freshness: (f) =>
      `You usually speak ${durations.every(n(f, 'gapDays'))}; it has been ${durations.span(n(f, 'silenceDays'))}.`,
    'gap-assumed': (f) =>
      `With ${n(f, 'knownGaps')} ${n(f, 'knownGaps') === 1 ? 'interval' : 'intervals'} known, the rhythm of ${durations.span(n(f, 'gapDays'))} is still partly assumed.`,
    pressing: (f) => `We came unasked ${times(f, n(f, 'pressure'))} times as often as is pleasant; that costs.`,
    corrected: (f) =>
      `Set to ${f.formats.hundred(n(f, 'value'))} by one of you; worked out it would be ${f.formats.hundred(n(f, 'computed'))}.`,
    'held-by-silence': (f) =>
      `Silence does not raise it: it stays at ${f.formats.hundred(n(f, 'bond'))}, where it was on ${f.formats.date(n(f, 'sinceMs'))}.`,
    'one-sided': (f) =>
      `Comes from one side. It could become ${f.formats.hundred(n(f, 'potential'))} if it were returned.`,
    quiet: (f) =>
      `Growing quiet: after ${durations.span(n(f, 'quietAfterDays'))} it is longer than you are used to; it has been ${durations.span(n(f, 'silenceDays'))}.`,
    gone: (f) =>
      `Probably gone: ${durations.span(n(f, 'silenceDays'))} is more than eight times your usual ${durations.span(n(f, 'gapDays'))}.`,
    'coverage-ended': (f) =>
      `Read up to ${f.formats.date(n(f, 'coveredUntilMs'))}; about silence after that Hecht says nothing.`,
    'closure-skipped': (f) => `${durations.span(n(f, 'closedDays'))} of closing time does not count as silence.`,
    'too-few': () => 'Too few contacts to know a rhythm, so no alarm.',
    'wish-rather-not': (f) => `${f.them} would rather not be contacted. Business-like, and that is fine.`,
  } satisfies Record<ReasonCode, Say> as Record<ReasonCode, Say>,
  unknown: 'There is a reason here that this version cannot put into words yet.',
  muted: 'Does not count: silenced by you.',
  mute: 'Leave this out',
  unmute: 'Let this count again',
};
