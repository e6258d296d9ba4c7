/** Today: a fact, why it matters, one act. */
import { spanOf } from '../spans.ts';
import { durations } from './durations.ts';

interface Rhythm {
  gapDays: number;
  silenceDays: number;
}

/** The sentence the product is known by. */
export function rhythmSentence({ gapDays, silenceDays }: Rhythm): string {
  const [gap, silence] = [spanOf(gapDays), spanOf(silenceDays)];
  // "every 9 days; it has been 31": the unit is said once where it is the same.
  const isPlain = gap.unit === silence.unit && gap.count > 1 && silence.count > 1;
  return `You usually speak ${durations.every(gapDays)}; it has been ${isPlain ? silence.count : durations.span(silenceDays)}.`;
}

export const today = {
  title: 'Today',
  greeting: {
    morning: (name: string) => `Good morning, ${name}.`,
    afternoon: (name: string) => `Good afternoon, ${name}.`,
    evening: (name: string) => `Good evening, ${name}.`,
  },
  intro: (count: number) => (count === 1 ? 'One thing today.' : `${countWord(count)} things today.`),
  more: (count: number) => `${count} more can wait.`,
  rhythm: rhythmSentence,
  facts: {
    'growing-quiet': (n: Rhythm) => `Growing quiet. ${rhythmSentence(n)}`,
    'probably-gone': (n: Rhythm) => `Probably gone. ${rhythmSentence(n)}`,
    'one-sided': (n: { ours: number; theirs: number }): string =>
      n.ours >= n.theirs
        ? 'Comes from one side: it is mostly us who give.'
        : 'Comes from one side: it is mostly they who give.',
    unanswered: (n: { days: number; subject: string | null }) =>
      `${n.subject ? `“${n.subject}”` : 'Their message'} has been waiting for an answer for ${durations.span(n.days)}.`,
    'leave-in-peace': (n: { count: number; days: number }) =>
      n.count > 0
        ? `${n.count} times unasked from us${n.days > 0 ? ` in ${durations.span(n.days)}` : ''}, and no answer. Leave in peace for a while.`
        : 'Much unasked from us lately. Leave in peace for a while.',
    'promise-due': (n: { days: number; text: string | null; byUs: boolean }) => {
      const what = n.text ? `“${n.text}”` : 'A promise';
      const when = n.days < 0 ? `should have been done ${durations.ago(-n.days)}` : `is due ${durations.ahead(n.days)}`;
      return n.byUs ? `We promised: ${what} ${when}.` : `They promised: ${what} ${when}.`;
    },
    'to-make-good': (n: { what: string | null; days: number }) =>
      `To make good: ${n.what ? `“${n.what}”` : 'something on our side'}, ${durations.ago(n.days)}.`,
    'keep-in-touch': (n: { days: number; gapDays: number }) =>
      n.gapDays > 0 && n.days >= 0
        ? `Time to keep in touch. You usually speak ${durations.every(n.gapDays)}; last time ${durations.ago(n.days)}.`
        : n.days < 0
          ? 'Time to keep in touch. You have not spoken yet.'
          : `Time to keep in touch. Last time ${durations.ago(n.days)}.`,
    'thanks-owed': (n: { what: string | null; days: number }) =>
      `${n.what ? `“${n.what}”` : 'They helped us'}, ${durations.ago(n.days)}; not thanked yet.`,
    'leans-on-one': (n: { who: string | null; isYou: boolean }) =>
      n.isYou ? 'Everything runs through you.' : `Everything runs through ${n.who ?? 'one of us'}.`,
    'could-become': (n: { days: number; count: number }) =>
      `Could become something. ${n.count} contacts, the last one ${durations.ago(n.days)}.`,
  },
  whys: {
    'growing-quiet': (n: { bond: string }) => `It stands at ${n.bond} now; without contact it goes down from here.`,
    'probably-gone': () => 'Few come back after this long by themselves. A sincere question may tell you why.',
    'one-sided': () => 'It is a relationship only when both gain from it.',
    unanswered: () => 'An answer in time is the smallest way to be reliable.',
    'leave-in-peace': () => 'Saying nothing is the best thing you can do here now.',
    'promise-due': () => 'A kept promise counts double, a forgotten one too.',
    'to-make-good': () => 'This fades only once it has been told, repaired or apologised for.',
    'keep-in-touch': () => 'You wanted not to let this one slip.',
    'thanks-owed': () => 'Thanks belong where help was given.',
    'leans-on-one': () => 'Let somebody come along once; then it does not hang on one of us.',
    'could-become': () => 'A small useful thing from us makes a beginning.',
  },
  /** When it is already set right with the other, before that is written down. */
  acts: {
    write: 'Write a note',
    call: 'Give a call',
    answer: 'Answer',
    thank: 'Say thanks',
    'make-good': 'Make it good',
    'keep-promise': 'Keep the promise',
    leave: 'Leave in peace',
    look: 'Have a look',
    'bring-along': 'Let somebody come along',
  },
  kept: 'Kept',
  done: 'Done',
  reach: { mail: 'Mail', phone: 'Call' },
  snooze: 'Later',
  snoozeFor: { tomorrow: 'Tomorrow', week: 'Next week', month: 'In a month' },
  leave: 'Leave in peace',
  marked: {
    done: (name: string) => `${name}: done.`,
    snoozed: (name: string, until: string) => `${name} comes back ${until}.`,
    'left-in-peace': (name: string) => `${name} is left in peace.`,
    'not-useful': () => 'Fewer lines like this one from now on, for you.',
  },
  notUseful: 'Not useful to me',
  empty: 'Nobody is waiting for you. Put the kettle on.',
  emptyMore: 'Hecht keeps listening. Anything that asks for you will stand here tomorrow morning.',
  leansOn: (name: string, count: number) => `${name} holds ${count} relations almost alone.`,
  leansOnLink: (name: string) => `What happens if ${name} is away for a long time?`,
  nothingHeardTitle: 'Not heard since',
  notHeard: (label: string, date: string) =>
    `${label} was read up to ${date}; about silence after that Hecht says nothing.`,
  readOn: 'Read on',
  first: 'There is nothing to look after yet.',
  firstText:
    'Import your mail, or look around in the demo firm, and here stands each morning what your relations need.',
};

function countWord(count: number): string {
  return ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'][count] ?? String(count);
}
