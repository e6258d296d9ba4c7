/** Green coffee rose, so did our price: who stood on price left, who stood on the brand did not notice. */
import { priceRoseDaysAgo, writeShopOrders } from '../orders.ts';
import { contactOf, type Pen } from '../pen.ts';
import { announcePrice } from '../price-word.ts';
import { listRhythmDays } from '../rhythm-days.ts';
import type { SeededRandom } from '../seeded-random.ts';

export function writePriceRise(pen: Pen, random: SeededRandom): void {
  writeKantoorpunt(pen, random);
  writeBarNul(pen, random);
}

function writeKantoorpunt(pen: Pen, random: SeededRandom): void {
  const contact = contactOf('kantoorpunt');
  pen.firm({
    key: 'kantoorpunt',
    name: 'Kantoorpunt',
    contact: 'Marcel Wiering',
    jobTitle: 'Inkoop',
    domain: 'kantoorpunt.example',
    phone: '+31570000113',
    note: 'Kocht op prijs en zei dat ook.',
  });
  const days = listRhythmDays({ firstDay: 700, lastDay: priceRoseDaysAgo - 8, gapDays: 14, jitterDays: 1, random });
  writeShopOrders(pen, { firm: 'kantoorpunt', days, kilos: 10, random });
  for (const day of listRhythmDays({ firstDay: 690, lastDay: priceRoseDaysAgo + 70, gapDays: 60 })) {
    const asked = writeMail(pen, day, contact, 'sanne', 'Staffelprijs', 'Wat doet de kilo als we er tien nemen?');
    pen.moment({
      source: 'mail',
      day: day - 1,
      hour: 14,
      channel: 'mail',
      kind: 'message',
      from: 'sanne',
      to: contact,
      asked: true,
      answers: asked,
      subject: 'Re: Staffelprijs',
      text: 'Bij tien kilo gaat er vijf procent af. Ik heb het vast zo gezet.',
      benefits: [{ giver: 'from', kind: 'discount' }],
    });
  }
  announcePrice(pen, { contact, colleague: 'sanne' });
  writeMail(
    pen,
    priceRoseDaysAgo - 13,
    contact,
    'sanne',
    'Andere leverancier',
    'Netjes dat jullie het op tijd vertelden. Voor ons telt de kiloprijs, we stappen over.',
  );
}

function writeBarNul(pen: Pen, random: SeededRandom): void {
  const contact = contactOf('bar-nul');
  pen.firm({
    key: 'bar-nul',
    name: 'Bar Nul',
    contact: 'Ravi Soekhoe',
    jobTitle: 'Eigenaar',
    domain: 'barnul.example',
    phone: '+31570000114',
    note: 'Schenkt Overkant omdat het Overkant is: het merk staat op de kaart.',
  });
  const days = listRhythmDays({ firstDay: 716, lastDay: 5, gapDays: 10, jitterDays: 1, random });
  writeShopOrders(pen, { firm: 'bar-nul', days, kilos: 8, random });
  announcePrice(pen, { contact, colleague: 'sanne' });
  for (const day of listRhythmDays({ firstDay: 700, lastDay: 17, gapDays: 28 })) writeBarNulsPost(pen, contact, day);
}

function writeBarNulsPost(pen: Pen, contact: string, day: number): void {
  const post = pen.moment({
    source: 'mail',
    day,
    hour: 16,
    channel: 'mail',
    kind: 'feedback',
    from: contact,
    to: 'sanne',
    subject: 'Vraag van de bar',
    text: 'Gasten vragen naar het verhaal achter de IJssel espresso. Heb je een kaartje voor op de bar?',
  });
  pen.moment({
    source: 'mail',
    day: day - 1,
    hour: 17,
    channel: 'mail',
    kind: 'thanks',
    from: 'sanne',
    to: contact,
    asked: true,
    answers: post,
    subject: 'Re: Vraag van de bar',
    text: 'Leuk, dank je wel voor het doorgeven. Kaartjes en een proefzakje van de nieuwe oogst gaan mee met de bestelling.',
    benefits: [
      { giver: 'from', kind: 'thanks' },
      { giver: 'from', kind: 'early-access' },
    ],
  });
}

function writeMail(pen: Pen, day: number, from: string, to: string, subject: string, text: string): string {
  return pen.moment({ source: 'mail', day, channel: 'mail', kind: 'message', from, to, subject, text });
}
