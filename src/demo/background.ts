/** The customers without a story: each in a rhythm of its own, on time, answered and thanked. */
import { customerFirms, familyNames, givenNames } from './background-firms.ts';
import { writeCall, writeExchange, writeVisit } from './exchanges.ts';
import { writeOrdersWith, writeShopOrders } from './orders.ts';
import { contactOf, type Pen, plainLetters } from './pen.ts';
import { writePriceWord } from './price-word.ts';
import { listRhythmDays } from './rhythm-days.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How many of the customers nobody but Karin knows. */
export const karinAloneCount = 31;
const orderGaps = [7, 7, 10, 14, 14, 14, 21, 28, 30] as const;
const teams = [
  ['sanne', 'bram'],
  ['karin', 'sanne'],
  ['sanne', 'mila'],
  ['joris', 'sanne'],
  ['karin', 'bram'],
  ['sanne', 'iris'],
] as const;

interface Plan {
  readonly key: string;
  readonly contact: string;
  /** 0 businesslike, 1 friendly, 2 warm. */
  readonly warmth: number;
  readonly startDay: number;
  readonly orderGapDays: number;
  /** Who looks after them; the second is null where Karin is alone. */
  readonly account: string;
  readonly second: string | null;
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
  const alone = index % 4 === 0 && index / 4 < karinAloneCount;
  const team = teams[index % teams.length] ?? teams[0];
  return {
    key,
    contact: contactOf(key),
    warmth: random.pick([0, 0, 0, 1, 1, 1, 1, 2]),
    startDay: random.chance(0.6) ? 726 : random.whole(70, 700),
    orderGapDays: random.pick(orderGaps),
    account: alone ? 'karin' : team[0],
    second: alone ? null : team[1],
    told: index % 2 === 0,
  };
}

/** Every name once: the lists are walked at different steps. */
function nameContact(index: number): string {
  const given = givenNames[(index * 7) % givenNames.length];
  const family = familyNames[(index * 5 + Math.floor(index / familyNames.length)) % familyNames.length];
  return `${given} ${family}`;
}

function writeCustomer(pen: Pen, random: SeededRandom, plan: Plan): void {
  const { startDay, warmth } = plan;
  const mailGapDays = random.whole(24, 44) - 6 * warmth;
  const visitGapDays = plan.second === null ? Infinity : random.whole(40, 70) - 8 * warmth;
  // Each of the three strands on time by itself, and all of them together too.
  const among = { orders: [plan.orderGapDays, mailGapDays, visitGapDays], mails: [mailGapDays, visitGapDays] };
  const orders = rhythm(random, { startDay, gapDays: plan.orderGapDays, among: among.orders });
  const order = { firm: plan.key, days: orders, kilos: random.whole(2, 14), random };
  if (plan.second === null) writeOrdersWith(pen, { ...order, buyer: plan.contact, seller: plan.account });
  else writeShopOrders(pen, order);
  const pair = { theirs: plan.contact, ours: plan.account };
  const mails = rhythm(random, { startDay: startDay - 3, gapDays: mailGapDays, among: among.mails });
  for (const day of mails) writeExchange(pen, random, pair, day, warmth);
  if (plan.second !== null) {
    const write = warmth === 0 ? writeCall : writeVisit;
    const visits = rhythm(random, { startDay: startDay - 20, gapDays: visitGapDays, among: [visitGapDays] });
    for (const day of visits) write(pen, random, { ...pair, ours: plan.second }, day);
  }
  writePriceWord(pen, { contact: plan.contact, colleague: plan.account, told: plan.told, startDay });
}

/** A rhythm that is on time today: the silence so far is at most three quarters of the gap of all strands together. */
function rhythm(
  random: SeededRandom,
  { startDay, gapDays, among }: { startDay: number; gapDays: number; among: readonly number[] },
): number[] {
  const togetherDays = 1 / among.reduce((sum, gap) => sum + 1 / gap, 0);
  const lastDay = random.whole(1, Math.max(1, Math.floor(togetherDays * 0.75)));
  return listRhythmDays({ firstDay: startDay, lastDay, gapDays, jitterDays: Math.floor(gapDays / 8), random });
}
