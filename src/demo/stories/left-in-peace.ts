/** Four with whom silence, or leaving alone, is right: a camping, a notary, a salon, and someone who wrote once. */
import { firmKey } from '../cast.ts';
import { writeShopOrders } from '../orders.ts';
import { contactOf, type Pen } from '../pen.ts';
import { listRhythmDays } from '../rhythm-days.ts';
import type { SeededRandom } from '../seeded-random.ts';

const dayMs = 86_400_000;
/** Days ago of the seven mailings to Salon Wit, newest first. */
export const mailingDays = [3, 16, 29, 42, 55, 68, 81];

export function writeLeftInPeace(pen: Pen, random: SeededRandom): void {
  writeZandbank(pen, random);
  writeVos(pen, random);
  writeSalonWit(pen);
  writeTess(pen);
}

/** Open from 1 April until 1 November; orders every eight days that it is open. */
function writeZandbank(pen: Pen, random: SeededRandom): void {
  const contact = contactOf('zandbank');
  pen.firm({
    key: 'zandbank',
    name: 'Camping De Zandbank',
    contact: 'Greetje Oosterhof',
    jobTitle: 'Beheerder',
    domain: 'campingdezandbank.example',
    phone: '+31570000121',
    closures: [{ from: '11-01', until: '04-01', label: 'Winter' }],
    note: 'Van november tot april dicht. Dan is het stil, en dat hoort zo.',
  });
  const open = listOpenDays(pen);
  const orderDays = open.filter((_day, index) => index % 8 === 5).reverse();
  writeShopOrders(pen, { firm: 'zandbank', days: orderDays, kilos: 9, random });
  for (const day of open.filter((_day, index) => index % 30 === 11).reverse()) {
    const question = pen.moment({
      source: 'mail',
      day,
      channel: 'mail',
      kind: 'feedback',
      from: contact,
      to: 'sanne',
      subject: 'Hoe het loopt in de kantine',
      text: 'De filterkoffie gaat harder dan vorig jaar. Graag iets meer per keer.',
    });
    pen.moment({
      source: 'mail',
      day,
      hour: 13,
      channel: 'mail',
      kind: 'thanks',
      from: 'sanne',
      to: contact,
      asked: true,
      answers: question,
      subject: 'Re: Hoe het loopt in de kantine',
      text: 'Dank je wel voor het seintje, ik zet er een kilo bij. Tip: maal iets grover bij dat volume.',
      benefits: [
        { giver: 'from', kind: 'thanks' },
        { giver: 'from', kind: 'advice' },
      ],
    });
  }
}

/** Days ago in the past two years on which the camping was open, newest first. */
function listOpenDays(pen: Pen): number[] {
  const days: number[] = [];
  for (let day = 1; day <= 725; day += 1) {
    const month = new Date(pen.nowMs - day * dayMs).getUTCMonth() + 1;
    if (month >= 4 && month <= 10) days.push(day);
  }
  return days;
}

/** Would rather not be called; orders about monthly and now not for four months. No alarm. */
function writeVos(pen: Pen, random: SeededRandom): void {
  pen.firm({
    key: 'vos',
    name: 'Notaris Vos',
    contact: 'Reinier Vos',
    jobTitle: 'Notaris',
    domain: 'notarisvos.example',
    phone: '+31570000122',
    wish: 'rather-not',
    note: 'Bestelt zelf als het op is en wil verder liever geen contact. Zakelijk, en dat is goed.',
  });
  const days = listRhythmDays({ firstDay: 720, lastDay: 121, gapDays: 30, jitterDays: 2, random });
  writeShopOrders(pen, { firm: 'vos', days, kilos: 3, random });
}

/** Asked for a sample once, long ago; since then seven mailings and no answer. */
function writeSalonWit(pen: Pen): void {
  pen.firm({
    key: 'salon-wit',
    name: 'Salon Wit',
    contact: 'Bente Kramer',
    jobTitle: 'Eigenaar',
    domain: 'salonwit.example',
    phone: '+31570000123',
    note: 'Vroeg ooit om een proefpakket. Daarna alleen mailings van ons.',
  });
  const asked = pen.moment({
    source: 'mail',
    day: 310,
    channel: 'mail',
    kind: 'message',
    from: contactOf('salon-wit'),
    to: 'mila',
    subject: 'Proefpakket',
    text: 'Mogen wij eens proeven wat bij een salon past?',
  });
  pen.moment({
    source: 'mail',
    day: 309,
    hour: 15,
    channel: 'mail',
    kind: 'message',
    from: 'mila',
    to: contactOf('salon-wit'),
    asked: true,
    answers: asked,
    subject: 'Re: Proefpakket',
    text: 'Er gaat er een jullie kant op.',
    benefits: [{ giver: 'from', kind: 'gift' }],
  });
  const subjects = ['Nieuwe oogst', 'Proeverij in de branderij', 'Tip van de brander', 'De IJssel espresso is terug'];
  for (const [index, day] of [...mailingDays].reverse().entries()) {
    pen.moment({
      source: 'mail',
      day,
      hour: 8,
      channel: 'mail',
      kind: 'mailing',
      from: firmKey,
      to: 'salon-wit',
      asked: false,
      subject: subjects[index % subjects.length] ?? 'Nieuws van de branderij',
    });
  }
}

function writeTess(pen: Pen): void {
  pen.party({
    key: 'tess',
    kind: 'person',
    name: 'Tess Hoekstra',
    role: 'customer',
    mail: 'tess.hoekstra@postvak.example',
  });
  pen.moment({
    source: 'mail',
    day: 6,
    hour: 19,
    channel: 'mail',
    kind: 'message',
    from: 'tess',
    to: 'mila',
    subject: 'Lekker',
    text: 'Gisteren jullie filterkoffie gedronken bij een vriendin. Lekker, dat wilde ik even zeggen.',
  });
}
