/** Attention given and received, and how much unasked contact is still welcome. */
import type { PressureChannel } from '#engine/tie-event.ts';

export const attention = {
  title: 'Attention, given and received',
  between: (ours: string, theirs: string) => `Between ${ours} and ${theirs}, in the past year.`,
  notWhole: 'There was more than can be looked at; of these the latest.',
  none: 'No contact in the past year.',
  who: 'What',
  us: 'We',
  rows: {
    began: 'Began it',
    answered: 'Answered the other',
    lookedAfter: 'Gave something: help, advice, thanks',
  },
  rowSays: {
    began: 'Messages of one side that answered nothing of the other.',
    answered: 'Messages that answered one of the other.',
    lookedAfter: 'What the other gained by it, purchases apart.',
  },
  asked: 'Asked, and got an answer',
  inYear: 'In the past year',
  askedSays: 'Questions and complaints put to the other in the past year, and which of them got an answer.',
  askedKinds: { answer: 'a question', complaint: 'a complaint' },
  askedMet: 'answered',
  askedOpen: 'no answer yet',
  askedOf: (met: string, asked: string) => `${met} of ${asked}`,
  together: (count: string) => `${count} times both were there: called, visited or met.`,
  togetherOnce: 'Once both were there: called, visited or met.',
  togetherSays: 'Counts for both alike.',
  unasked: {
    title: 'What they did not ask for',
    lead: 'How much of ours is still welcome, learnt from what they did after it.',
    channels: { call: 'Calls and visits', mail: 'Mails', post: 'Letters' } satisfies Record<PressureChannel, string>,
    now: (count: string) => `now about ${count} in three months`,
    learnt: (ideal: string, low: string, high: string, tries: string) =>
      `with them about ${ideal} seems welcome (between ${low} and ${high}, n = ${tries})`,
    set: (ideal: string) => `up to ${ideal} as set`,
    tooFew: (tries: string, answered: string, all: string, each: string) =>
      `Not enough yet to learn their own number: ${tries} times unasked, ${answered} times they turned to us after it. From ${all} on, with at least ${each} of each, it can be said.`,
    nowTitle: 'How much we send unasked',
    nowSays:
      'Each unasked contact counts for one and fades by half in 62 days; at a steady pace that is what is sent in three months.',
    idealTitle: 'What seems welcome',
    idealSays:
      'The number from which answers stay away, as far as their own answers show it; it begins at what is set for all and moves with what came back.',
    answered: 'they turned to us after it',
    silent: 'no word after it',
    unknown: 'too short ago to know',
    load: (what: string, after: string) => `${what}: ${after}`,
    inForce: 'As set for all, in three months',
    tries: 'Unasked, long enough ago',
    answers: 'After which they turned to us',
    applies:
      'What is set for all decides what Today says; this number stands beside it. The number behind each is how many there were in three months by then.',
  },
};
