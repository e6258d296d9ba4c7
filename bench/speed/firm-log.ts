/** A firm's log out of a seed: as skewed, as answered and as mixed as a real one. The same shape gives the same log. */

import { createSeededRandom, type SeededRandom } from '#demo/seeded-random.ts';
import type { InteractionRecord } from '#services/imports/connector.ts';

export interface FirmShape {
  readonly seed: number;
  readonly colleagues: number;
  /** People outside; about one firm for every four of them comes along by their mail domains. */
  readonly people: number;
  readonly interactions: number;
  readonly days: number;
  readonly endMs: number;
}

/** One who is dealt with, and the colleague who does most of it. */
interface Acquaintance {
  readonly person: number;
  readonly colleague: number;
  /** Latest message, and whether the other side wrote it. */
  lastKey: string | null;
  lastByThem: boolean;
}

type Ref = InteractionRecord['from'];

const given = ['Anna', 'Bas', 'Cato', 'Daan', 'Els', 'Freek', 'Gina', 'Hugo', 'Iris', 'Jelle', 'Koos', 'Lies', 'Mees'];
const family = [
  'Aalders',
  'van den Berg',
  'Cremer',
  'de Groot',
  'Evers',
  'Feenstra',
  'Haan',
  'Jansma',
  'Kuiper',
  'Vos',
];

/** In order of time. A fifth of the people get two thirds of the contacts, as in the mail logs of real firms. */
export function* writeFirmLog(shape: FirmShape): Generator<InteractionRecord> {
  const random = createSeededRandom(shape.seed);
  const ties = meet(shape, random);
  const stepMs = (shape.days * 86_400_000) / shape.interactions;
  const startMs = shape.endMs - shape.days * 86_400_000;
  for (let index = 0; index < shape.interactions; index += 1) {
    // Everybody comes by once before chance decides.
    const at = index % 8 === 0 && index / 8 < ties.length ? index / 8 : Math.floor(ties.length * random.share() ** 2.5);
    const tie = ties[at] ?? ties[0];
    if (tie)
      yield writeRecord(shape, random, tie, { index, atMs: Math.round(startMs + (index + random.share()) * stepMs) });
  }
}

/** How much of the log is what: mails for the most part, then orders, calls and visits. */
const mix = [
  { until: 0.72, channel: 'mail', kind: 'message' },
  { until: 0.82, channel: 'order', kind: 'order' },
  { until: 0.9, channel: 'call', kind: 'call' },
  { until: 0.94, channel: 'visit', kind: 'meeting' },
  { until: 0.97, channel: 'chat', kind: 'message' },
  { until: 0.98, channel: 'mail', kind: 'thanks' },
  { until: 0.99, channel: 'call', kind: 'help' },
  { until: 1, channel: 'mail', kind: 'feedback' },
] as const;

function writeRecord(
  shape: FirmShape,
  random: SeededRandom,
  tie: Acquaintance,
  { index, atMs }: { index: number; atMs: number },
): InteractionRecord {
  const share = random.share();
  const { channel, kind } = mix.find(({ until }) => share < until) ?? mix[0];
  const isText = channel === 'mail' || channel === 'chat';
  const answers = isText && tie.lastKey !== null && random.chance(0.55) ? [tie.lastKey] : [];
  const byThem = answers.length > 0 ? !tie.lastByThem : channel === 'order' || random.chance(0.5);
  const sourceKey = `moment-${shape.seed}-${index}`;
  if (isText) [tie.lastKey, tie.lastByThem] = [sourceKey, byThem];
  const [them, us] = [personRef(tie.person), colleagueRef(tie.colleague)];
  const to = [byThem ? us : them];
  // One mail in nine has a second reader.
  if (isText && random.chance(0.11)) to.push(colleagueRef((tie.colleague + 1) % shape.colleagues));
  return {
    sourceKey,
    atMs,
    channel,
    kind,
    from: byThem ? them : us,
    to,
    subject: isText ? `Over de ${index % 31 === 0 ? 'offerte' : 'bestelling'} van week ${1 + (index % 52)}` : null,
    snippet: isText
      ? `Dank je wel, dan zien we elkaar ${index % 7} dagen later. Groet, ${given[index % given.length]}`
      : null,
    answers,
    mailClass: 'person',
    asked: null,
    valence: null,
    benefits: [],
    order:
      channel === 'order'
        ? {
            amountMinor: 100 * random.whole(10, 900),
            currency: 'EUR',
            units: random.whole(1, 40),
            product: 'Bonen',
            brand: null,
            offers: {},
          }
        : null,
  };
}

function meet(shape: FirmShape, random: SeededRandom): Acquaintance[] {
  const fresh = { lastKey: null, lastByThem: false };
  const ties: Acquaintance[] = [];
  for (let person = 0; person < shape.people; person += 1) {
    const colleague = random.whole(0, shape.colleagues - 1);
    ties.push({ person, colleague, ...fresh });
    if (random.chance(0.2)) ties.push({ person, colleague: (colleague + 7) % shape.colleagues, ...fresh });
  }
  return ties;
}

export function colleagueMail(colleague: number): string {
  return `collega${colleague}@branderij.example`;
}

export function personMail(person: number): string {
  const name = `${given[person % given.length]}.${family[Math.floor(person / 13) % family.length]}`;
  return `${name.toLowerCase().replaceAll(' ', '-')}.${person}@klant${Math.floor(person / 4)}.example`;
}

function personName(person: number): string {
  return `${given[person % given.length]} ${family[Math.floor(person / 13) % family.length]} ${person}`;
}

function personRef(person: number): Ref {
  return { kind: 'mail', value: personMail(person), displayName: personName(person) };
}

function colleagueRef(colleague: number): Ref {
  return { kind: 'mail', value: colleagueMail(colleague), displayName: `Collega ${colleague}` };
}
