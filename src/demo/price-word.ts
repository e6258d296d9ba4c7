/** Half of the customers heard of the price rise a month ahead, with the reason; the others found it on an invoice. */
import { priceRoseDaysAgo } from './orders.ts';
import type { Pen } from './pen.ts';

const announcedDaysAgo = priceRoseDaysAgo + 30;
/** When the others were told after all, with an apology. */
const explainedDaysAgo = priceRoseDaysAgo - 33;

export function writePriceWord(
  pen: Pen,
  input: { contact: string; colleague: string; told: boolean; startDay: number },
): void {
  // Who came later never paid the old price.
  if (input.startDay < announcedDaysAgo) return;
  if (input.told) announcePrice(pen, input);
  else raiseUntold(pen, input);
}

export function announcePrice(pen: Pen, { contact, colleague }: { contact: string; colleague: string }): void {
  pen.moment({
    source: 'mail',
    day: announcedDaysAgo,
    hour: 8,
    channel: 'mail',
    kind: 'change-announced',
    from: colleague,
    to: contact,
    asked: false,
    subject: 'Over een maand gaan onze prijzen met 8 % omhoog, en waarom',
    text: 'Ruwe koffie is op de beurs veel duurder geworden. We rekenen door wat het ons kost, niet meer.',
  });
}

function raiseUntold(pen: Pen, { contact, colleague }: { contact: string; colleague: string }): void {
  pen.moment({
    source: 'mail',
    day: priceRoseDaysAgo,
    hour: 9,
    channel: 'other',
    kind: 'change-without-notice',
    from: colleague,
    to: contact,
    asked: true,
    subject: 'De prijs ging omhoog zonder dat we het vooraf vertelden',
  });
  pen.history.remedies.push({
    colleague,
    party: contact,
    atMs: pen.at(explainedDaysAgo, 9),
    how: 'Alsnog uitgelegd waarom, met excuses dat het te laat kwam.',
  });
  pen.moment({
    source: 'mail',
    day: explainedDaysAgo,
    hour: 9,
    channel: 'mail',
    kind: 'message',
    from: colleague,
    to: contact,
    asked: false,
    subject: 'Wat we eerder hadden moeten vertellen',
    text: 'Onze prijs ging omhoog en dat las je pas op de factuur. Dat had anders gemoeten. Dit is waarom.',
  });
}
