/** A line of Today in words: the fact and why it matters. */
import type { TodayLine } from '#contract/today.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';
import { calendarDaysSince } from '../../ui/rhythm.ts';

interface Said {
  readonly fact: string;
  readonly why: string;
}

interface Spoken {
  readonly words: Words;
  readonly formats: Formats;
  readonly nowMs: number;
}

export function sayLine(line: TodayLine, { words, formats, nowMs }: Spoken): Said {
  const { facts, whys } = words.today;
  const n = (name: string) => line.numbers[name] ?? 0;
  const { figures } = line.party;
  const lastAt = figures?.lastAt ?? null;
  // Counted in calendar days, as everywhere on the screen.
  const silenceDays = lastAt ? calendarDaysSince(lastAt, nowMs, formats.dayKey) : n('silenceDays');
  const rhythm = { gapDays: n('gapDays'), silenceDays };
  const text = line.names.text ?? line.names.subject ?? line.names.what ?? null;
  switch (line.kind) {
    case 'growing-quiet':
      return { fact: facts['growing-quiet'](rhythm), why: whys['growing-quiet']({ bond: formats.number(n('bond')) }) };
    case 'probably-gone':
      return { fact: facts['probably-gone'](rhythm), why: whys['probably-gone']() };
    case 'one-sided':
      return { fact: facts['one-sided']({ ours: n('ours'), theirs: n('theirs') }), why: whys['one-sided']() };
    case 'unanswered':
      return { fact: facts.unanswered({ days: n('days'), subject: text }), why: whys.unanswered() };
    case 'leave-in-peace':
      return { fact: facts['leave-in-peace']({ count: n('count'), days: n('days') }), why: whys['leave-in-peace']() };
    case 'promise-due':
      return {
        fact: facts['promise-due']({ days: n('days'), text, byUs: n('byUs') > 0 }),
        why: whys['promise-due'](),
      };
    case 'to-make-good':
      return { fact: facts['to-make-good']({ what: text, days: n('days') }), why: whys['to-make-good']() };
    case 'keep-in-touch':
      return { fact: facts['keep-in-touch']({ days: n('days'), gapDays: n('gapDays') }), why: whys['keep-in-touch']() };
    case 'leans-on-one':
      return {
        fact: facts['leans-on-one']({ who: line.names.who ?? null, isYou: n('isYou') > 0 }),
        why: whys['leans-on-one'](),
      };
    case 'could-become':
      return {
        fact: facts['could-become']({ days: n('days'), count: n('count') }),
        why: whys['could-become'](),
      };
    case 'thanks-owed':
      return { fact: facts['thanks-owed']({ what: text, days: n('days') }), why: whys['thanks-owed']() };
  }
}
