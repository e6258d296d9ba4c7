/** What the firm looks after this quarter, and why a line of Today stands where it stands. */
import type { QuarterGoal } from '#contract/me.ts';
import type { TodayLine } from '#contract/today.ts';

interface Drafted {
  readonly subject: string;
  readonly lines: readonly string[];
}

export const steering = {
  goalIs: 'This quarter we look first to',
  choose: 'What do we look after this quarter?',
  goals: {
    keep: 'keeping what we have',
    'lean-less': 'leaning less on one person',
    new: 'new relations',
    'make-good': 'making good',
  } satisfies Record<QuarterGoal, string>,
  chosen: (goal: string) => `This quarter we look first to ${goal}. Today follows.`,
  why: 'Why this stands here',
  whyTitle: (name: string) => `Why ${name} stands here`,
  gain: (points: string, minutes: string) =>
    `If it is well received, closeness rises by about ${points} out of 100, for about ${minutes} minutes of work.`,
  spread: (points: string, minutes: string) =>
    `About ${points} of the closeness (out of 100) would no longer hang on one person, for about ${minutes} minutes of work.`,
  noGain: 'This adds nothing to closeness by itself; it is owed, or it keeps something from being lost.',
  parts: {
    gain: 'what the act adds to closeness, out of 100',
    block: 'through',
    minutes: 'minutes it takes, about',
    weight: 'how heavily such a line weighs this quarter',
    fits: 'it is what we look after this quarter',
    useful: 'times you did such a line, faded with time',
    notUseful: 'times you said it was no use to you, faded with time',
    factor: 'what remains of its weight by that, for you',
    worth: 'together: gain per minute, times weight',
  },
  none: 'nothing yet',
  learned: (count: string) => `You said ${count} times that such lines are of no use to you; they come lower for you.`,
  reference: 'Weights and minutes are our own choice; the gain is the exact slope of closeness at this point.',
  drafts: {
    'growing-quiet': (n) => ({
      subject: 'How are things?',
      lines: [
        `Dear ${n.name},`,
        'It has been a while since we spoke. How are things with you?',
        'Is there anything we can do for you?',
      ],
    }),
    'probably-gone': (n) => ({
      subject: 'A question',
      lines: [
        `Dear ${n.name},`,
        'We have not heard from you for a long time. Did we do something that made you stay away?',
        'An honest answer helps us, whatever it is.',
      ],
    }),
    'thanks-owed': (n) => ({
      subject: 'Thank you',
      lines: [
        `Dear ${n.name},`,
        n.what ? `Thank you for “${n.what}”.` : 'Thank you for your help.',
        'It did us good, and we should have said so sooner.',
      ],
    }),
    'to-make-good': (n) => ({
      subject: 'We owe you something',
      lines: [
        `Dear ${n.name},`,
        n.what ? `About “${n.what}”: that was not right of us.` : 'Something went wrong on our side.',
        'We are sorry. This is how we want to make it good: ',
      ],
    }),
    'promise-due': (n) => ({
      subject: n.what ?? 'As promised',
      lines: [
        `Dear ${n.name},`,
        n.what ? `We promised you: “${n.what}”.` : 'We promised you something.',
        'This is how it stands: ',
      ],
    }),
    unanswered: (n) => ({
      subject: n.what ? `Re: ${n.what}` : 'Your question',
      lines: [`Dear ${n.name},`, 'You have been waiting for our answer. Here it is: '],
    }),
    'could-become': (n) => ({
      subject: 'Something for you',
      lines: [`Dear ${n.name},`, 'You asked about us lately. This may be of use to you: '],
    }),
    'leans-on-one': (n) => ({
      subject: 'Getting to know each other',
      lines: [
        `Dear ${n.name},`,
        'Next time one of us would like to come along, so that you know more than one of us.',
        'Does that suit you?',
      ],
    }),
    'one-sided': (n) => ({
      subject: 'What can we do for you?',
      lines: [`Dear ${n.name},`, 'You do a lot for us. What can we do for you?'],
    }),
    'keep-in-touch': (n) => ({
      subject: 'How are things?',
      lines: [`Dear ${n.name},`, 'How are things with you?'],
    }),
  } as Partial<Record<TodayLine['kind'], (n: { name: string; what: string | null }) => Drafted>>,
};
