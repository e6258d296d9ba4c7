/** Would they miss us? Asked at most once a year, and what came of it. */
import type { SurveyReason } from '#contract/surveys.ts';

export const surveys = {
  title: 'Would they miss us?',
  lead: 'One question, once a year at most, never to somebody who just complained. Answers count towards the building block intensity.',
  kinds: { missing: 'Suppose we stopped tomorrow', four: 'Four short questions' },
  answers: { very: 'very annoying', little: 'a little annoying', not: 'not annoying' },
  ways: {
    link: (name: string) => `${name} answered`,
    'in-person': (name: string) => `${name} told us`,
    ourselves: (name: string) => `We about ${name}`,
    unasked: (name: string) => `${name} missed us, and said so unasked`,
  },
  waiting: (until: string) => `no answer yet; the link works until ${until}`,
  ended: 'no answer came',
  share: {
    title: 'How many would find it very annoying',
    none: 'Nobody has answered yet. Ask somebody below.',
    says: (very: number, n: number) =>
      n === 1
        ? `${very} of 1 relation would find it very annoying if we stopped tomorrow.`
        : `${very} of ${n} relations would find it very annoying if we stopped tomorrow.`,
    verdicts: {
      'too-few': (fewest: number) => `No verdict yet: that takes ${fewest} answers.`,
      missed: () => 'Many would miss us, and enough answered to be sure of it.',
      'not-missed': () => 'Fewer would miss us than one would hope, and enough answered to be sure of it.',
      unsure: () => 'It could still go either way.',
    },
    account: (share: string, low: string, high: string, n: number) =>
      `${share} of ${n} answers. With so many answers the real share lies between ${low} and ${high}, nineteen times out of twenty.`,
    rule: 'verdict from this share on',
    fewest: 'fewest answers for a verdict',
    counted: { very: 'Very annoying', little: 'A little annoying', not: 'Not annoying' },
  },
  four: {
    title: 'Four marks',
    marks: { quality: 'quality', satisfaction: 'satisfaction', value: 'value for money', bond: 'connection' },
    says: (mean: string, n: number) => `On average ${mean} of 5, from ${n === 1 ? '1 relation' : `${n} relations`}.`,
    answered: 'Relations that answered',
    account: 'Each of the four counts as much as the others; turnover does not count.',
    none: 'No marks yet.',
  },
  candidates: {
    title: 'Whom you could ask now',
    none: 'Nobody you know well enough is due to be asked.',
    notTitle: 'Left in peace for now',
    noMail: 'no mail address: ask in person',
  },
  reasons: {
    private: 'is private',
    refused: 'asked not to be asked',
    'rather-not': 'would rather have no contact',
    complaint: 'complained lately',
    'asked-this-year': 'was asked lately',
    'too-new': 'you hardly know each other yet',
  } satisfies Record<SurveyReason, string> as Record<SurveyReason, string>,
  until: (day: string) => `until ${day}`,
  ask: 'Ask by mail',
  askOf: (name: string) => `Ask by mail: ${name}`,
  askFour: 'Ask the four questions',
  wrote: 'I asked in person',
  writtenOf: (name: string) => `I asked in person: ${name}`,
  ourselves: 'And we about them?',
  missedUs: 'They missed us',
  take: 'Take back',
  takeOf: (name: string) => `Take back: ${name}`,
  latest: 'What was said lately',
  noneYet: 'Nothing was asked yet.',
  form: {
    title: {
      'in-person': (name: string) => `What ${name} said`,
      ourselves: (name: string) => `If ${name} stopped tomorrow`,
      unasked: (name: string) => `${name} missed us`,
    },
    question: {
      'in-person': 'How annoying would it be for them if we stopped tomorrow?',
      ourselves: 'How annoying would that be for us?',
      unasked: 'They asked where we were. How annoying was it for them?',
    },
    words: { 'in-person': 'In their words', ourselves: 'What would we miss?', unasked: 'What did they say?' },
    save: 'Write it down',
  },
  kept: 'Written down; it counts in the block intensity.',
  missed: {
    kinds: { personal: 'the people', brand: 'what we make', price: 'the price' } as Record<string, string>,
    legend: { 'in-person': 'What would they miss?', unasked: 'What did they miss?' },
    hint: 'Counts under why they are with us.',
    would: (kinds: string) => `would miss: ${kinds}`,
  },
  refuse: 'They would rather not be asked',
  allow: 'They may be asked again',
  refused: 'Written down: we do not ask again.',
  allowed: 'Written down: they may be asked again.',
  taken: 'Taken back.',
  link: {
    title: 'The link',
    lead: (name: string) =>
      `No mailbox that sends is connected. Give ${name} this link yourself; it is shown this once.`,
    copy: 'Copy',
    copied: 'Copied',
  },
  letter: {
    subject: { missing: 'One question, if I may', four: 'Four short questions' },
    hello: (name: string) => `Hello ${name},`,
    text: {
      missing:
        'Once a year I ask one thing: would it be annoying for you if we stopped tomorrow? Answering takes less than a minute.',
      four: 'Once a year we ask how we are doing, in four short questions. Answering takes a minute.',
    },
    here: 'You can answer here:',
    no: 'Rather not? Then do nothing, or say so on the page: I shall not ask again.',
  },
  section: 'Would they miss us?',
};
