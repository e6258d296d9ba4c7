/** Wat volgt op een toezegging van ons die is nagekomen: een mail die je kunt sturen, nooit een die vanzelf gaat. */
import type { promises as shape } from '../en/promises.ts';

export const promises = {
  kept: (text) => `Nagekomen: ${text}`,
  lead: 'Weten ze het al? Er staat een concept klaar; het gaat pas weg als jij het stuurt.',
  write: 'Schrijf dat het geregeld is',
  notNeeded: 'Niet nodig',
  subject: 'Zoals beloofd',
  greeting: (name) => `Dag ${name},`,
  done: 'Zoals beloofd: het is geregeld.',
  doneLate: 'Zoals beloofd, al is het later dan we zeiden: het is geregeld.',
  what: (text) => `Het ging hierom: ${text}`,
} satisfies typeof shape;
