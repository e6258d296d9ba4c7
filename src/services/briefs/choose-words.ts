/** The one thing to say: what is owed first, then what they would like to be remembered of, and never more than they wish. */
import type { Brief, BriefOpen } from '#contract/briefs.ts';
import { dayNumberOfDate } from '../tasks/task-dates.ts';

export type Known = Omit<Brief, 'say'>;
type Say = Brief['say'];

const dayMs = 86_400_000;
const soonDays = 14;
const birthdayDays = 7;
/** Past so many of the usual gaps one may say that it has been long. */
const longGaps = 2;

export function chooseWords(known: Known, { nowMs, today }: { nowMs: number; today: string }): Say {
  const owed = findOwed(known.open, nowMs);
  if (owed) return owed;
  // Who would rather not be contacted is asked for nothing, and reminded of nothing.
  if (known.contactWish === 'rather-not') return say('listen');
  const birthday = known.birthdayOn === null ? null : dayNumberOfDate(known.birthdayOn) - dayNumberOfDate(today);
  if (birthday !== null && birthday >= -1 && birthday <= birthdayDays) return say('birthday', {}, { days: birthday });
  const theirs = known.open.find(
    ({ kind, owedBy, at }) => kind === 'promise' && owedBy === 'theirs' && isPast(at, nowMs),
  );
  if (theirs) return say('ask-theirs', textOf(theirs), { days: daysSince(theirs.at, nowMs) });
  if (known.keptLine)
    return say('kept-line', { text: known.keptLine.text }, { days: daysSince(known.keptLine.at, nowMs) });
  if (known.lastContact === null) return say('first-time');
  const silence = daysSince(known.lastContact.at, nowMs);
  const gapDays = known.figures?.gapDays ?? null;
  if (gapDays !== null && silence > longGaps * gapDays) return say('long-ago', {}, { days: silence, gapDays });
  return say('listen');
}

function findOwed(open: readonly BriefOpen[], nowMs: number): Say | null {
  const ours = open.filter(({ owedBy }) => owedBy === 'ours');
  const find = (...kinds: BriefOpen['kind'][]) => ours.find(({ kind }) => kinds.includes(kind));
  const fault = find('fault');
  if (fault) return say('make-good', textOf(fault), { days: daysSince(fault.at, nowMs) });
  const late = ours.find(({ kind, at }) => (kind === 'promise' || kind === 'complaint') && isPast(at, nowMs));
  if (late) return say('promise-late', textOf(late), { days: daysSince(late.at, nowMs) });
  const question = find('question', 'answer');
  if (question) return say('answer-owed', textOf(question), { days: Math.max(0, daysSince(question.at, nowMs)) });
  const thanks = find('thanks');
  if (thanks) return say('thank', textOf(thanks), { days: daysSince(thanks.at, nowMs) });
  const soon = ours.find(({ kind, at }) => kind === 'promise' && daysSince(at, nowMs) >= -soonDays);
  return soon ? say('promise-soon', textOf(soon), { days: -daysSince(soon.at, nowMs) }) : null;
}

function say(reason: Say['reason'], names: Say['names'] = {}, numbers: Say['numbers'] = {}): Say {
  return { reason, names, numbers };
}

function textOf({ text }: BriefOpen): Record<string, string> {
  return text === null ? {} : { text };
}

function isPast(at: string, nowMs: number): boolean {
  return Date.parse(at) < nowMs;
}

function daysSince(at: string, nowMs: number): number {
  return Math.floor((nowMs - Date.parse(at)) / dayMs);
}
