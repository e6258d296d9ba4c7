/** Orders: beans in the rhythm of whoever drinks or serves them. */
import { firmKey } from './cast.ts';
import type { Pen } from './pen.ts';
import type { SeededRandom } from './seeded-random.ts';

const beans = [
  'Overkant huismelange',
  'IJssel espresso',
  'Brink filter',
  'Bergkerk donker',
  'Worp decaf',
  'Ethiopië licht',
] as const;

/** Through the web shop: between the firm and the house itself, no colleague comes into it. */
export function writeShopOrders(pen: Pen, input: OrderInput): void {
  writeOrders(pen, { ...input, buyer: input.firm, seller: firmKey });
}

/** At the counter or by phone, with a face: between two people. */
export function writeOrdersWith(pen: Pen, input: OrderInput & { buyer: string; seller: string }): void {
  writeOrders(pen, input);
}

/** By mail, and confirmed by whoever looks after them. */
export function writeMailOrders(pen: Pen, input: OrderInput & { buyer: string; seller: string }): void {
  const { buyer, seller, random } = input;
  for (const day of input.days) {
    const hour = random.whole(7, 12);
    const asked = pen.moment({
      source: 'mail',
      day,
      hour,
      channel: 'mail',
      kind: 'order',
      from: buyer,
      to: seller,
      subject: `Bestelling ${input.kilos} kg`,
      text: `Graag weer ${input.kilos} kilo, zelfde als vorige keer.`,
      product: beans[0],
      amountMinor: input.kilos * kiloCentsOn(day),
    });
    pen.moment({
      source: 'mail',
      day,
      hour: hour + 2,
      channel: 'mail',
      kind: 'message',
      from: seller,
      to: buyer,
      asked: true,
      answers: asked,
      subject: 'Re: Bestelling',
      text: 'Staat klaar, komt met de volgende rit mee.',
    });
  }
}

interface OrderInput {
  readonly firm: string;
  readonly days: readonly number[];
  readonly kilos: number;
  readonly random: SeededRandom;
}

/** Price of a kilo before and after the rise of 8 %, in cents. */
const kiloCents = { before: 2150, after: 2322 } as const;
/** Six months ago (stories/price-rise.ts tells it). */
export const priceRoseDaysAgo = 183;

function writeOrders(pen: Pen, input: OrderInput & { buyer: string; seller: string }): void {
  const favourite = input.random.pick(beans);
  for (const day of input.days) {
    const product = input.random.chance(0.8) ? favourite : input.random.pick(beans);
    pen.moment({
      source: 'till',
      day,
      hour: input.random.whole(7, 15) + 0.25,
      channel: 'order',
      kind: 'order',
      from: input.buyer,
      to: input.seller,
      subject: `${input.kilos} kg ${product}`,
      product,
      amountMinor: input.kilos * kiloCentsOn(day),
    });
  }
}

function kiloCentsOn(day: number): number {
  return day > priceRoseDaysAgo ? kiloCents.before : kiloCents.after;
}
