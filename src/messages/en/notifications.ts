/** What one is told of: in the app, by push, in the daily mail; keeping in touch; the calendar that follows along. */
type Kind =
  | 'mention'
  | 'task-due'
  | 'task-assigned'
  | 'promise-due'
  | 'keep-in-touch'
  | 'import-done'
  | 'import-failed'
  | 'connection-trouble'
  | 'connection-quiet'
  | 'what-if-asked'
  | 'mail-trouble'
  | 'report-answered';

interface Facts {
  readonly party: string | null;
  readonly by: string | null;
  readonly about: string | null;
}

const someone = (name: string | null) => name ?? 'Someone';
const withWhom = (party: string | null) => (party === null ? '' : ` (${party})`);

export const notifications = {
  title: 'Messages',
  lead: 'What was meant for you.',
  empty: 'Nothing to tell. All is quiet.',
  readAll: 'All read',
  markRead: 'Read',
  markUnread: 'Not read yet',
  unread: 'Unread',
  more: 'Show more',
  settingsLink: 'What do you want to be told?',
  says: {
    mention: ({ by, party }: Facts) => `${someone(by)} named you in a note${party === null ? '' : ` about ${party}`}`,
    'task-due': ({ about, party }: Facts) => `Time for: ${about ?? 'a task'}${withWhom(party)}`,
    'task-assigned': ({ by, about, party }: Facts) =>
      `${someone(by)} gave you a task: ${about ?? ''}${withWhom(party)}`,
    'promise-due': ({ about, party }: Facts) => `Promised: ${about ?? ''}${withWhom(party)}`,
    'keep-in-touch': ({ party }: Facts) => `You wanted to keep in touch with ${party ?? 'somebody'}`,
    'import-done': ({ about }: Facts) => `The import is done: ${about ?? ''}`,
    'import-failed': ({ about }: Facts) => `The import stopped on the way: ${about ?? ''}`,
    'connection-trouble': ({ about }: Facts) => `${about ?? 'A connection'} is not being read. See what it needs.`,
    'connection-quiet': ({ about }: Facts) => `Nothing came from ${about ?? 'a connection'} for longer than usual`,
    'report-answered': ({ about, party }: Facts) => `${someone(party)} answered on the page: ${about ?? ''}`,
    'what-if-asked': ({ by }: Facts) =>
      `${someone(by)} asked what happens when you are away for long. You can read the answer too.`,
    'mail-trouble': ({ about }: Facts) => `This mail did not go out, or nobody knows: ${about ?? ''}`,
  } satisfies Record<Kind, (facts: Facts) => string>,
  /** On a locked screen others read along: no names, no contents. */
  pushTitles: {
    mention: 'A colleague named you in a note',
    'task-due': 'A task is due',
    'task-assigned': 'You were given a task',
    'promise-due': 'A promise is due',
    'keep-in-touch': 'Time to keep in touch',
    'import-done': 'Your import is done',
    'import-failed': 'Your import stopped on the way',
    'connection-trouble': 'A connection needs you',
    'connection-quiet': 'A connection has been silent for long',
    'report-answered': 'A customer answered on a report',
    'what-if-asked': 'Somebody asked what happens when you are away',
    'mail-trouble': 'A mail of yours did not go out',
  } satisfies Record<Kind, string>,
  settings: {
    lead: 'What do you want to be told, and how?',
    kind: 'About',
    ways: { inApp: 'Here', push: 'Browser', mail: 'Daily mail' },
    kinds: {
      mention: 'A colleague names you',
      'task-due': 'A task is due',
      'task-assigned': 'You are given a task',
      'promise-due': 'A promise is due',
      'keep-in-touch': 'Time to keep in touch',
      'import-done': 'An import is done',
      'import-failed': 'An import stopped',
      'connection-trouble': 'A connection cannot be read',
      'connection-quiet': 'A connection is silent for longer than usual',
      'report-answered': 'A customer answers on the page of a report',
      'what-if-asked': 'Somebody asks what happens when you are away for long',
      'mail-trouble': 'A mail did not go out, or nobody knows',
    } satisfies Record<Kind, string>,
    noMail:
      'This house was given no mail server, so there is no daily mail. The administrator sets SMTP_URL and MAIL_FROM.',
    mailAt: 'The daily mail comes at half past seven, when there is something in it.',
    push: 'This browser',
    pushOn: 'Tell me in this browser',
    pushOff: 'Tell me in this browser no more',
    pushIs: 'This browser tells you.',
    pushBlocked: 'This browser does not allow it. Allow messages of this site in its settings.',
    pushMissing: 'This browser cannot do it, or not over this connection.',
    browsers: 'Browsers that tell you',
    unnamed: 'A browser',
    since: (date: string) => `since ${date}`,
    removeBrowser: 'Stop',
  },
  digest: {
    subject: (day: string) => `Your day, ${day}`,
    hello: (name: string) => `Good morning ${name},`,
    tasks: 'To do today',
    told: 'Also meant for you',
    late: 'late',
    open: 'Open Hecht',
    why: 'You get this mail because you want to be told daily. Change that in your settings:',
  },
  feed: {
    title: 'Calendar',
    lead: 'Your tasks, promises, birthdays and contact dates in your own calendar, which follows along.',
    make: 'Make a link',
    renew: 'New link',
    renewHint: 'The old link stops working at once.',
    remove: 'Stop',
    link: 'Secret link',
    secret: 'Whoever has this link can see your calendar. Do not pass it on.',
    how: 'Add it in your calendar as a subscription “from address”.',
    read: (date: string) => `Last asked for ${date}`,
    unread: 'Not asked for yet',
    made: 'There is a new link.',
    removed: 'The link no longer works.',
    calendarName: 'Hecht',
    events: {
      task: (title: string, party: string | null) => (party === null ? title : `${title} (${party})`),
      promiseOurs: (text: string, party: string) => `Promised to ${party}: ${text}`,
      promiseTheirs: (text: string, party: string) => `Promised by ${party}: ${text}`,
      birthday: (name: string) => `Birthday of ${name}`,
      keepInTouch: (name: string) => `Keep in touch with ${name}`,
      quiet: (name: string) => `${name} grows quiet from here`,
    },
  },
  touch: {
    title: 'Keep in touch',
    lead: 'With whom you want to keep in touch. Real contact, whatever way it comes in, begins the time anew.',
    none: 'With nobody yet. Begin on the page of a relation.',
    group: 'With everybody of a group',
    rhythm: 'in your own rhythm',
    every: (days: number) => (days === 1 ? 'every day' : `every ${days} days`),
    due: (date: string) => `next: ${date}`,
    dueNow: 'now',
    ownRhythm: 'Your own rhythm',
    ownInterval: 'Every … days',
    days: 'Days',
    start: 'Keep in touch',
    stop: 'No longer',
    started: (name: string) => `You keep in touch with ${name}.`,
    stopped: (name: string) => `You are no longer reminded of ${name}.`,
    held: {
      'rather-not': 'They would rather not be contacted, so you are not reminded.',
      'left-in-peace': 'You leave them in peace for now.',
      'too-much-contact': 'We asked for a lot already. Leave them in peace for now.',
    },
  },
};
