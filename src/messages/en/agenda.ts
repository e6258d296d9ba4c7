/** The agenda, and the brief before one speaks to somebody. */

import type { SayReason } from '#contract/briefs.ts';
import { endSentence } from '../end-sentence.ts';
import { durations } from './durations.ts';

interface Say {
  readonly them: string;
  readonly names: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
}

const quoted = (text: string | undefined, otherwise: string) => (text ? `“${text}”` : otherwise);

const says: Record<SayReason, (say: Say) => string> = {
  'make-good': ({ names }) =>
    `Begin with what went wrong: ${quoted(names.text, 'our fault')}. Say what was done about it.`,
  'promise-late': ({ names }) =>
    `We promised ${quoted(names.text, 'something')} and it is late. Say so before they do.`,
  'answer-owed': ({ names }) => `Answer what they asked: ${quoted(names.text, 'their question')}.`,
  thank: ({ names }) => `Say thanks for ${quoted(names.text, 'their help')}; that has not been done yet.`,
  'promise-soon': ({ names, numbers }) =>
    `Say how far we are with ${quoted(names.text, 'what we promised')}; it is due ${durations.ahead(Math.max(0, numbers.days ?? 0))}.`,
  'ask-theirs': ({ names }) =>
    `Ask, without pressing, how far they are with ${quoted(names.text, 'what they promised')}.`,
  birthday: ({ them, numbers }) =>
    (numbers.days ?? 0) < 0
      ? `${them} had a birthday yesterday.`
      : `${them} has a birthday ${durations.ahead(numbers.days ?? 0)}.`,
  'kept-line': ({ names }) => `Come back to what stayed with us last time: ${quoted(names.text, 'it')}.`,
  'long-ago': ({ numbers }) =>
    `It has been ${durations.span(numbers.days ?? 0)}. Ask how they are before anything else.`,
  'first-time': () => 'You have not spoken before. Ask what brought them here.',
  listen: () => 'Nothing is owed. Let them set the pace, and listen.',
};

export const agenda = {
  title: 'Agenda',
  views: { day: 'Day', week: 'Week', month: 'Month' },
  view: 'Show by',
  previous: 'Earlier',
  next: 'Later',
  today: 'Today',
  week: (number: number) => `week ${number}`,
  allDay: 'All day',
  empty: 'Nothing stands here. Room for somebody.',
  emptyDay: 'Nothing',
  more: (count: number) => `${count} more`,
  add: 'Plan something',
  addTitle: 'Plan something',
  editTitle: 'Change it',
  keys: 'Arrows walk through the days; on an event Alt with the arrows moves it, and Shift with it makes it longer or shorter. n plans something new.',
  fields: {
    title: 'What',
    calendar: 'In which calendar',
    day: 'Day',
    until: 'Up to and including',
    from: 'From',
    to: 'To',
    isWhole: 'All day',
    location: 'Where',
    people: 'With whom',
    addPerson: 'Relation or mail address',
    description: 'Notes',
    isPrivate: 'Only for me: colleagues see that I am busy',
  },
  ownCalendar: 'Hecht',
  save: 'Plan it',
  saveChange: 'Keep it',
  removePerson: (name: string) => `Without ${name}`,
  noAddress: 'no mail address known: give them a ring',
  busy: (name: string) => `${name} is busy then.`,
  free: 'Everybody of us is free then.',
  busyElsewhere: 'Busy',
  planned: (title: string) => `Planned: ${title}`,
  moved: (title: string, when: string) => `${title} is now ${when}`,
  changed: (title: string) => `Changed: ${title}`,
  removed: (title: string) => `Taken out: ${title}`,
  edit: 'Change',
  remove: 'Take out',
  back: 'To the agenda',
  print: 'Print',
  invite: 'Invitation (.ics)',
  inviteHint: 'Send this file along with your mail; calendars offer to put it in.',
  untitled: 'Something',
  private: 'only for you',
  cancelled: 'called off',
  tentative: 'not certain',
  repeats: 'comes again',
  ofColleague: 'of a colleague',
  with: (names: string) => `with ${names}`,
  answers: { yes: 'comes', no: 'does not come', maybe: 'perhaps' },
  organiser: 'called it',
  noted: 'It stands in the log of contact.',
  sync: {
    waiting: 'Is on its way to your calendar.',
    waitingTrouble: (problem: string) => `Your calendar has not taken it yet. ${problem} It is tried again by itself.`,
    refused:
      'Your calendar does not take this change. Perhaps you may only read there; change it there, or take it out here.',
    clash: 'This was changed in your calendar as well. Choose which stays; the other stays in the history.',
    gone: 'In your calendar it was taken out meanwhile.',
    mine: 'Keep what stands here',
    theirs: 'Take what stands there',
    there: (what: string) => `There: ${what}`,
  },
  providers: {
    label: 'With whom your agenda is',
    other: 'Another',
    google: 'Google',
    icloud: 'iCloud (with an app password)',
    nextcloud: 'Nextcloud',
    radicale: 'Radicale',
  },
  upcoming: 'Coming up',
  planWith: (name: string) => `Plan something with ${name}`,
  brief: {
    title: 'Brief',
    of: (name: string) => `Brief for ${name}`,
    read: 'Read the brief',
    lead: 'What you want to know before you speak.',
    empty: 'Nobody from elsewhere takes part, so there is nothing to prepare.',
    say: 'One thing to say',
    says,
    open: 'Open between you',
    ours: 'Of us',
    theirs: 'Of them',
    nothingOpen: 'Nothing is open, either way.',
    changed: 'Since the last time',
    nothingChanged: 'Nothing was written down since.',
    lastTime: (when: string, who: string, what: string | null) => {
      const words = `Last contact ${when}, by ${who}`;
      return what ? endSentence(`${words}: “`, what, '”') : `${words}.`;
    },
    never: 'No contact has been heard yet.',
    bond: (then: string, now: string) =>
      then === now ? `Closeness stayed ${now}.` : `Closeness went from ${then} to ${now}.`,
    kept: 'What stayed',
    likes: 'How they like it',
    approach: { formal: 'formally', informal: 'by first name' },
    speak: (how: string) => `Speak to them ${how}.`,
    begins: (salutation: string) => `A letter begins with “${salutation}”.`,
    wish: {
      gladly: 'Likes to hear from us.',
      'when-needed': 'Contact when there is a reason.',
      'rather-not': 'Would rather not be contacted: let them set the pace.',
    },
    choices: {
      'explain-first': 'first the explanation, then the proposal',
      'proposal-first': 'first the proposal, then the explanation',
      call: 'by phone',
      mail: 'by mail',
      message: 'by message',
      visit: 'in person',
    },
    works: (job: string | null, firm: string) => (job ? `${job} at ${firm}` : `Works at ${firm}`),
    kinds: {
      promise: 'promised',
      answer: 'answer owed',
      complaint: 'complaint',
      fault: 'to make good',
      thanks: 'thanks owed',
      question: 'question',
      task: 'task',
    },
    openLine: (kind: string, text: string | null, when: string) =>
      `${text ? `“${text}”` : kind}${text ? `, ${kind}` : ''}, ${when}`,
    note: (by: string, when: string) => `${by}, ${when}`,
    mail: {
      title: 'Brief by mail',
      lead: 'Before a meeting with a relation Hecht can mail you its brief.',
      never: 'Not by mail',
      'hour-before': 'An hour before',
      'evening-before': 'The evening before, at six',
      noMail: 'This house cannot send mail yet; whoever runs it can set that up.',
      saved: 'Kept.',
      subject: (when: string, title: string) => `${when}: ${title}`,
      openIt: 'Open it in Hecht',
      why: 'You get this because you asked for the brief by mail. Change that here:',
    },
  },
};
