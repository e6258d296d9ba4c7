/** What if: a blow to the firm, whom it would hurt, through what, and what to do first. */
import { share } from '../lines/what-if-lines.ts';

interface Named {
  readonly name: string;
}

export const whatIf = {
  title: 'What if…',
  lead: 'Choose what would happen. You see whom it would hurt, through what, and what to do first.',
  what: 'What would happen?',
  kinds: {
    price: 'Our prices go up',
    scandal: 'Our good name takes a blow',
    'colleague-away': 'A colleague is away for long',
    'contact-leaves': 'A contact leaves there',
    'product-stops': 'A product stops',
  },
  percent: 'How much more',
  percentValue: (percent: string) => `${percent} %`,
  announced: 'We tell them a month ahead, with the reason',
  severity: 'How much of our good name it costs',
  severities: { '20': 'a little', '50': 'half of it', '90': 'nearly all' },
  colleague: 'Which colleague',
  colleagueHint: 'Whoever it is about sees that it was asked, and can read the answer.',
  carried: 'What others who already come there take over',
  carries: { '0': 'nothing', '30': 'some of it', '70': 'most of it' },
  contact: 'Who leaves',
  product: 'Which product',
  noProducts: 'No orders with a product are known yet.',
  about: 'Of whom',
  everything: 'All relations',
  list: (name: string) => `List: ${name}`,
  asOn: 'As it stood on (for looking back)',
  ask: 'See whom it hurts',
  askShort: 'A blow',
  askHere: 'What would happen to this relation?',
  missing: { colleague: 'Choose a colleague.', contact: 'Choose who leaves.', product: 'Choose a product.' },
  asked: {
    price: (percent: string, isAnnounced: boolean) =>
      `Prices up ${percent} %, ${isAnnounced ? 'told a month ahead' : 'without telling ahead'}`,
    scandal: (percent: string) => `Our good name takes a blow (${percent} % of it)`,
    'colleague-away': (name: string) => `${name} is away for long`,
    'contact-leaves': (name: string) => `${name} leaves there`,
    'product-stops': (product: string) => `${product} stops`,
  },
  somebody: 'Somebody',
  answer: {
    none: 'Nobody that Hecht knows of would feel this.',
    hurt: (hurt: string, asked: string) => `It would hurt ${hurt} of the ${asked} relations.`,
    one: (isHurt: boolean): string => (isHurt ? 'This relation would feel it.' : 'This relation would hardly feel it.'),
    leaving: (more: string, low: string, high: string) =>
      `About ${more} more would leave than otherwise: between ${low} and ${high}.`,
    leavingFew: 'Hardly anybody more would leave than otherwise.',
    unknown: (count: number) =>
      count === 1
        ? 'Of one of them nobody said why they are with us: there it is a guess after the others.'
        : `Of ${count} of them nobody said why they are with us: there it is a guess after the others.`,
    gone: (count: number) => (count === 1 ? 'One was probably gone already.' : `${count} were probably gone already.`),
    asOf: (date: string) => `As it stood on ${date}.`,
    by: (name: string, date: string) => `Asked by ${name} on ${date}.`,
    hardly: 'The others would hardly feel it.',
    more: (count: number) => `Show ${count} more`,
  },
  through: {
    brand: 'through the brand',
    price: 'through the price',
    personal: 'through the person',
    other: (name: string) => `through ${name}`,
  },
  row: {
    ends: (before: string, after: string, n: number) => `Chance that they leave: ${before} → ${after} ${grounds(n)}`,
    strength: (before: string, after: string) => `closeness ${before} → ${after}`,
    sure: { good: 'fairly sure', some: 'to be read as a direction', little: 'very unsure' },
  },
  acts: {
    'tell-ahead': 'Tell them yourself, with the reason',
    'talk-value': 'Talk about what they get for it, before they see the price',
    'tell-openly': 'Tell openly what happened and what we do',
    'introduce-colleague': 'Let a second colleague come along',
    'hand-over': 'Hand over to a colleague who already comes there',
    'meet-second': 'Get to know somebody else there',
    'offer-other': 'Offer what can take its place',
  },
  handOver: (name: string) => `Hand over to ${name}, who already comes there`,
  tasks: {
    titles: {
      'tell-ahead': ({ name }: Named) => `Tell ${name} about the price, with the reason`,
      'talk-value': ({ name }: Named) => `Talk with ${name} about what they get for the price`,
      'tell-openly': ({ name }: Named) => `Tell ${name} what happened and what we do`,
      'introduce-colleague': ({ name }: Named) => `Take a second colleague along to ${name}`,
      'hand-over': ({ name }: Named) => `Hand ${name} over`,
      'meet-second': ({ name }: Named) => `Get to know somebody else at ${name}`,
      'offer-other': ({ name }: Named) => `Offer ${name} something in its place`,
    },
    one: 'Make it a task',
    first: (count: number) => `Make a plan: tasks for the first ${count}`,
    made: (count: number) => (count === 1 ? 'One task made.' : `${count} tasks made.`),
    mail: 'Write',
    for: (act: string, name: string) => `${act}: ${name}`,
  },
  since: {
    title: 'And what happened',
    says: (named: number, expected: string, gone: number, quiet: number) =>
      `Of the ${named} it named, about ${expected} were expected to leave. ${gone} left${quiet > 0 ? `, ${quiet} grew quiet` : ''}.`,
    missed: (names: string) => `Not seen coming: ${names}.`,
    outcomes: {
      gone: 'has left since',
      quiet: 'has grown quiet since',
      weaker: 'has become weaker since',
      same: 'is as it was',
      stronger: 'has become closer since',
    },
  },
  account: {
    title: (name: string) => `How ${name} would feel it`,
    says: 'What they stand on says through what they feel a blow; how sure that is makes the spread.',
    low: 'at the least',
    high: 'at the most',
    totalTitle: 'How many would leave',
    totalSays:
      'The chances of all relations added up, with the blow and without it. The spread comes from how little is known of why they are with us.',
    before: 'would leave anyhow',
    after: 'more with this blow',
    asked: 'relations looked at',
    hurt: 'of those hurt',
    reference:
      'Measured on three panels of households: a price clearly above its usual, and who then left their favourite',
    peopleReference: 'For people who leave we found no open log: here it is a choice of our own, with tests',
    reasons: {
      'shock-price': (n: Record<string, number>) =>
        `They are with us for the price for ${share(n.share)}; it rises ${share(n.rise)}`,
      'shock-unannounced': () => 'Not told ahead: that costs trust',
      'shock-scandal': (n: Record<string, number>) =>
        `They are with us for the brand for ${share(n.share)}; ${share(n.severity)} of that name goes`,
      'shock-people': (n: Record<string, number>) =>
        `They are with us for the person for ${share(n.share)}; ${share(n.lost)} of the closeness goes along`,
      'shock-carried': (n: Record<string, number>) => `Colleagues who already come there take over ${share(n.carried)}`,
      'shock-product': (n: Record<string, number>) => `${share(n.part)} of what they buy is this`,
      'shock-ending': (n: Record<string, number>) =>
        `Time of this relationship: ${share(n.time)}; chance to leave anyhow ${share(n.before)}`,
      'shock-unknown-foundation': () => 'Nobody said why they are with us: each of the three is as likely',
    },
    weights: {
      pull: (value: string) => `+${value}`,
      none: '·',
    },
  },
  past: {
    title: 'Asked before',
    empty: 'Nothing asked yet.',
    line: (hurt: number, date: string, by: string) => `${hurt} hurt · ${date} · ${by}`,
    open: (what: string) => `Open: ${what}`,
    remove: (what: string) => `Take away: ${what}`,
    removed: 'The question was taken away.',
    more: 'Show earlier ones',
  },
};

function grounds(n: number): string {
  if (n === 0) return '(a guess)';
  return n === 1 ? '(from 1 reason)' : `(from ${n} reasons)`;
}
