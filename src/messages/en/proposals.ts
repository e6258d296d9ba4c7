/** What one's own mail proposes to write down: said plainly, done with one key, never by itself. */

interface Said {
  readonly name: string;
}

export const proposals = {
  title: 'Proposals from your mail and notes',
  lead: 'Read in your own mail and notes. Nothing is written down before you say so, and nobody else sees this.',
  empty: 'Nothing to propose. What your mail says stands where it belongs.',
  keys: 'j and k walk, Enter writes it down, x is no.',
  onToday: (count: number) => (count === 1 ? '1 proposal from your mail' : `${count} proposals from your mail`),
  onTodayMany: (count: number) => `More than ${count} proposals from your mail`,
  section: 'Proposals from your mail and notes',
  dismiss: 'No',
  dismissOf: (what: string) => `No: ${what}`,
  acceptOf: (act: string, what: string) => `${act}: ${what}`,
  from: (when: string) => `from a mail of ${when}`,
  fromNote: (when: string) => `from your note of ${when}`,
  due: (day: string) => `by ${day}`,
  dueGuessed: (day: string) => `no day named; by ${day}`,
  known: (value: string) => `now: ${value}`,
  quote: (text: string) => `“${text}”`,
  says: {
    promise: {
      theirs: ({ name }: Said) => `${name} promised something`,
      ours: ({ name }: Said) => `You promised ${name} something`,
    },
    question: {
      theirs: ({ name }: Said) => `${name} asked something and has no answer yet`,
      ours: ({ name }: Said) => `You asked ${name} something`,
    },
    thanks: {
      theirs: ({ name }: Said) => `${name} thanked you`,
      ours: ({ name }: Said) => `You thanked ${name}`,
    },
    help: {
      theirs: ({ name }: Said) => `${name} helped you`,
      ours: ({ name }: Said) => `You helped ${name}`,
    },
    recommendation: {
      theirs: ({ name }: Said) => `${name} recommended you`,
      ours: ({ name }: Said) => `You recommended ${name}`,
    },
    idea: {
      theirs: ({ name }: Said) => `${name} has an idea for you`,
      ours: ({ name }: Said) => `You gave ${name} an idea`,
    },
    review: {
      theirs: ({ name }: Said) => `${name} wrote a review of you`,
      ours: ({ name }: Said) => `You wrote a review of ${name}`,
    },
    discount: {
      theirs: ({ name }: Said) => `${name} gives you a discount`,
      ours: ({ name }: Said) => `You give ${name} a discount`,
    },
    favour: {
      theirs: ({ name }: Said) => `${name} asks a favour of you`,
      ours: ({ name }: Said) => `You asked a favour of ${name}`,
    },
    stop: {
      theirs: ({ name }: Said) => `${name} would rather have no more mail`,
      ours: ({ name }: Said) => `You asked ${name} for no more mail`,
    },
  },
  introduces: (name: string, who: string) => `${name} introduces ${who} to you`,
  contact: {
    phone: (name: string, value: string) => `A phone number of ${name}: ${value}`,
    'job-title': (name: string, value: string) => `${name} signs as ${value}`,
    employer: (name: string, value: string) => `${name} works at ${value}`,
    address: (name: string, value: string) => `An address of ${name}: ${value}`,
    website: (name: string, value: string) => `A page of ${name}: ${value}`,
  },
  accept: {
    promise: 'Write down the promise',
    question: 'Make it a task',
    thanks: 'Add to give and take',
    help: 'Add to give and take',
    recommendation: 'Add to give and take',
    introduction: 'Write down the introduction',
    contact: 'Take it over',
    idea: 'Write down the idea',
    review: 'Add to give and take',
    discount: 'Add to give and take',
    favour: 'Add to what waits for an answer',
    stop: 'Send no unasked mail',
  },
  accepted: {
    promise: 'The promise is written down.',
    question: 'It is a task for today now.',
    thanks: 'It stands in the give and take.',
    help: 'It stands in the give and take.',
    recommendation: 'It stands in the give and take.',
    introduction: 'The introduction is written down.',
    contact: 'Taken over.',
    idea: 'The idea is written down.',
    review: 'It stands in the give and take.',
    discount: 'It stands in the give and take.',
    favour: 'It waits for an answer now.',
    stop: 'No unasked mail goes there any more.',
  },
  dismissed: 'It is not proposed again.',
};
