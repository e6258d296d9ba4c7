/** The customers without a story: each in a rhythm of its own, on time, answered and thanked. */
import { customerFirms, familyNames, givenNames } from './background-firms.ts';
import { writeCall, writeExchange, writeVisit } from './exchanges.ts';
import { writeMailOrders, writeOrdersWith, writeShopOrders } from './orders.ts';
import { contactOf, type Pen, plainLetters } from './pen.ts';
import { writePriceWord } from './price-word.ts';
import { listRhythmDays } from './rhythm-days.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How many of the customers nobody but Karin knows. */
const karinAloneCount = 31;
const orderGaps = {
  counter: [7, 14, 14, 21],
  mail: [21, 28, 30, 42, 45, 60],
  shop: [7, 10, 14, 14, 21, 28, 30],
} as const;
const teams = [
  ['sanne', 'bram'],
  ['karin', 'sanne'],
  ['iris', 'bram'],
  ['sanne', 'mila'],
  ['joris', 'sanne'],
] as const;

interface Plan {
  readonly key: string;
  readonly contact: string;
  /** 0 businesslike, 1 friendly, 2 warm. */
  readonly warmth: number;
  readonly startDay: number;
  /** With a face, by mail, or through the web shop. */
  readonly way: keyof typeof orderGaps;
  readonly orderGapDays: number;
  /** How often they write beside their orders, and how often somebody comes by; Infinity = not. */
  readonly mailGapDays: number;
  readonly visitGapDays: number;
  readonly account: string;
  readonly second: string;
  /** Of the price rise, a month ahead. */
  readonly told: boolean;
}

export function writeBackground(pen: Pen, random: SeededRandom): void {
  for (const [index, name] of customerFirms.entries()) {
    const plan = makePlan(random, index);
    pen.firm({
      key: plan.key,
      name,
      contact: nameContact(index),
      jobTitle: random.pick(['Eigenaar', 'Bedrijfsleider', 'Inkoop', 'Kantoor', 'Beheer']),
      domain: `${plainLetters(name)}.example`,
      phone: `+31570000${200 + index}`,
    });
    writeCustomer(pen, random, plan);
  }
}

function makePlan(random: SeededRandom, index: number): Plan {
  const key = `firm-${String(index + 1).padStart(3, '0')}`;
  const warmth = random.pick([0, 0, 0, 1, 1, 1, 1, 2]);
  const common = {
    key,
    contact: contactOf(key),
    warmth,
    startDay: random.chance(0.6) ? 726 : random.whole(70, 700),
    told: index % 2 === 0,
    mailGapDays: random.whole(26, 46) - 6 * warmth,
  };
  const [account, second] = teams[index % teams.length] ?? teams[0];
  if (index % 4 === 0 && index / 4 < karinAloneCount) {
    const way = index % 8 === 0 ? 'counter' : 'mail';
    const orderGapDays = random.pick(orderGaps[way]);
    return { ...common, way, orderGapDays, visitGapDays: Infinity, account: 'karin', second: 'karin' };
  }
  if (index % 4 === 1) {
    const orderGapDays = random.pick(orderGaps.mail);
    const alone = random.pick(['sanne', 'iris', 'joris']);
    return { ...common, way: 'mail', orderGapDays, visitGapDays: Infinity, account: alone, second: alone };
  }
  const orderGapDays = random.pick(orderGaps.shop);
  const shop = { ...common, way: 'shop', orderGapDays, account, second } as const;
  // Half of the web shop's customers hear from us a few times a year and that will do.
  if (index % 4 === 2) return { ...shop, mailGapDays: random.whole(70, 130), visitGapDays: Infinity };
  return { ...shop, visitGapDays: random.whole(40, 70) - 8 * warmth };
}

/** Every name once: the lists are walked at different steps. */
function nameContact(index: number): string {
  const given = givenNames[(index * 7) % givenNames.length];
  const family = familyNames[(index * 5 + Math.floor(index / familyNames.length)) % familyNames.length];
  return `${given} ${family}`;
}

function writeCustomer(pen: Pen, random: SeededRandom, plan: Plan): void {
  const { startDay, warmth, mailGapDays, visitGapDays, contact } = plan;
  // Each strand on time by itself, and all of them together too.
  const among = { orders: [plan.orderGapDays, mailGapDays, visitGapDays], mails: [mailGapDays, visitGapDays] };
  const days = rhythm(random, { startDay, gapDays: plan.orderGapDays, among: among.orders });
  const order = { firm: plan.key, buyer: contact, seller: plan.account, days, kilos: random.whole(2, 14), random };
  if (plan.way === 'counter') writeOrdersWith(pen, order);
  else if (plan.way === 'mail') writeMailOrders(pen, order);
  else writeShopOrders(pen, order);
  const pair = { theirs: contact, ours: plan.account };
  const mails = rhythm(random, { startDay: startDay - 3, gapDays: mailGapDays, among: among.mails });
  for (const day of mails) writeExchange(pen, random, pair, day, warmth);
  const write = warmth === 0 ? writeCall : writeVisit;
  const visits = rhythm(random, { startDay: startDay - 20, gapDays: visitGapDays, among: [visitGapDays] });
  for (const day of visits) write(pen, random, { ...pair, ours: plan.second }, day);
  writePriceWord(pen, { contact, colleague: plan.account, told: plan.told, startDay });
}

/** A rhythm that is on time today: the silence so far is at most three quarters of the gap of all strands together. */
function rhythm(
  random: SeededRandom,
  { startDay, gapDays, among }: { startDay: number; gapDays: number; among: readonly number[] },
): number[] {
  if (gapDays === Infinity) return [];
  const togetherDays = 1 / among.reduce((sum, gap) => sum + 1 / gap, 0);
  const lastDay = random.whole(1, Math.max(1, Math.floor(togetherDays * 0.75)));
  return listRhythmDays({ firstDay: startDay, lastDay, gapDays, jitterDays: Math.floor(gapDays / 8), random });
}
