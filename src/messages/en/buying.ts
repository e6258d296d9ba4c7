/** Whether a relation still orders, and how often to expect it. */
import { durations } from './durations.ts';

export const buying = {
  title: 'Do they still order?',
  outlook: {
    surely: 'Almost certainly.',
    probably: 'Probably.',
    unsure: 'That cannot be said now.',
    hardly: 'Probably not any more.',
  },
  late: ({ gapDays, silenceDays }: { gapDays: number; silenceDays: number }) =>
    `Probably still, but less often: the last order was ${durations.ago(silenceDays)}, usually there is one ${durations.every(gapDays)}.`,
  lateExpected: (about: string) =>
    `At their old pace there would be about ${about} orders in the coming quarter; fewer, if it stays this quiet.`,
  lateWhy: 'This is about whether they stay away for good. Whether it grows quiet is read off their own rhythm.',
  expected: (about: string, low: string, high: string) =>
    `About ${about} times in the coming quarter, plausibly between ${low} and ${high}.`,
  once: (low: string, high: string) => `About once in the coming quarter, plausibly between ${low} and ${high}.`,
  maybe: (high: string) => `Perhaps ${high} times in the coming quarter, perhaps not.`,
  none: 'No order expected in the coming quarter.',
  asOf: (date: string) => `Orders read up to ${date}; about what came after this says nothing.`,
  says: (customers: string) =>
    `From their own orders, and from how ${customers} customers of yours order and one day stay away.`,
  saysShipped:
    'From their own orders. There are not yet 100 customers of yours to learn from, so how customers stay away comes from a public example: a shop of music CDs, 1997.',
  order: 'Day with an order',
  oneDay: '1 day',
  alive: (customers: string) => `Chance that they still order (learned from ${customers} customers)`,
  aliveShipped: 'Chance that they still order (by the public example, n = 2,357)',
  repeats: 'Days with an order after the first (x)',
  lastWeek: 'Latest order, weeks after the first (tₓ)',
  weeks: 'How long we have been looking, in weeks (T)',
  parameter: {
    r: 'How customers differ in ordering: shape (r)',
    alpha: 'How customers differ in ordering: scale in weeks (α)',
    a: 'Staying away after an order (a)',
    b: 'Coming back after an order (b)',
    s: 'How customers differ in staying away: shape (s)',
    beta: 'How customers differ in staying away: scale in weeks (β)',
  } as Record<string, string>,
  heldIn: (name: string, customers: string) => `How well ${name} told the last third (AUC, ${customers} customers)`,
  fittedOn: (date: string) => `Fitted anew on ${date}`,
  models: { 'beta-geometric': 'MBG/NBD', pareto: 'Pareto/NBD' },
  references: {
    'beta-geometric': 'Batislam, Denizel & Filiztekin 2007 (MBG/NBD); Fader, Hardie & Lee 2005',
    pareto: 'Schmittlein, Morrison & Colombo 1987 (Pareto/NBD)',
  },
  measured: 'Measured: CDNOW, 2,357 customers, 39 weeks ahead, bench V4',
};
