/** Two hotels, the same broken grinder. One was told what, why and when; the other's complaint was just closed. */
import { writeOrdersWith } from '../orders.ts';
import { contactOf, monthsAgo, type Pen } from '../pen.ts';
import { listRhythmDays } from '../rhythm-days.ts';
import type { SeededRandom } from '../seeded-random.ts';

export const complainedDaysAgo = monthsAgo(4);
const gapDays = 9;

export function writeHotels(pen: Pen, random: SeededRandom): void {
  const marktzicht = writeHotel(pen, random, {
    key: 'marktzicht',
    name: 'Hotel Marktzicht',
    contact: 'Ilse Roozeboom',
    phone: '+31570000119',
    lastOrder: 4,
  });
  const reported = complain(pen, marktzicht);
  tell(pen, marktzicht);
  pen.history.reports.push({
    moment: reported,
    source: 'mail',
    told: {
      whatWeDid: 'Nieuwe maalschijven, donderdag voor zessen. Tot die tijd stond er een leenmolen.',
      why: 'De maalschijven waren versleten. Dat hadden wij bij de vorige beurt moeten zien.',
      next: 'Wij kijken voortaan elke vijf weken naar de schijven.',
      atMs: pen.at(complainedDaysAgo - 3, 6.5),
    },
    note: 'Bram is er zelf om half zes heen gegaan. Reservemolen ligt bij hem op de plank.',
  });
  const deBrug = writeHotel(pen, random, {
    key: 'de-brug',
    name: 'Hotel De Brug',
    contact: 'Arend Veldman',
    phone: '+31570000120',
    lastOrder: complainedDaysAgo - 4,
  });
  const unheard = complain(pen, deBrug);
  closeSilently(pen, deBrug);
  pen.history.reports.push({
    moment: unheard,
    source: 'mail',
    note: 'Gesloten toen er een nieuwe molen was besteld. Niemand heeft Arend gebeld.',
  });
}

function writeHotel(
  pen: Pen,
  random: SeededRandom,
  hotel: { key: string; name: string; contact: string; phone: string; lastOrder: number },
): string {
  const { lastOrder, ...firm } = hotel;
  pen.firm({ ...firm, jobTitle: 'Bedrijfsleider', domain: `hotel${hotel.key.replace('-', '')}.example` });
  const days = listRhythmDays({ firstDay: 700, lastDay: lastOrder, gapDays, jitterDays: 1, random });
  const contact = contactOf(hotel.key);
  writeOrdersWith(pen, { firm: hotel.key, buyer: contact, seller: 'bram', days, kilos: 12, random });
  // Bram comes by every five weeks, as long as they are a customer.
  const lastVisit = Math.max(lastOrder + 6, 10);
  for (const day of listRhythmDays({ firstDay: 690, lastDay: lastVisit, gapDays: 35 })) {
    pen.moment({
      source: 'diary',
      day,
      hour: 11,
      channel: 'visit',
      kind: 'help',
      from: 'bram',
      to: contact,
      asked: true,
      subject: 'Onderhoud aan machine en molen',
      benefits: [
        { giver: 'from', kind: 'help' },
        { giver: 'to', kind: 'feedback' },
        { giver: 'from', kind: 'thanks' },
      ],
    });
  }
  return contact;
}

function complain(pen: Pen, contact: string): string {
  return pen.moment({
    source: 'mail',
    day: complainedDaysAgo,
    hour: 7,
    channel: 'mail',
    kind: 'complaint',
    from: contact,
    to: 'bram',
    subject: 'Molen valt uit tijdens het ontbijt',
    text: 'Derde keer deze week dat de molen stilvalt met een volle ontbijtzaal. Zo kan het niet.',
    valence: -0.6,
  });
}

function tell(pen: Pen, contact: string): void {
  pen.moment({
    source: 'mail',
    day: complainedDaysAgo,
    hour: 10,
    channel: 'mail',
    kind: 'complaint-told',
    from: 'bram',
    to: contact,
    asked: true,
    subject: 'Re: Molen valt uit tijdens het ontbijt',
    text: 'De maalschijven waren versleten; dat hadden wij bij de vorige beurt moeten zien. Donderdag voor zessen staan er nieuwe in, tot die tijd staat er een leenmolen.',
  });
  pen.history.expectations.push({
    kind: 'promise',
    owedBy: 'ours',
    colleague: 'bram',
    party: contact,
    text: 'Nieuwe maalschijven, donderdag voor het ontbijt',
    madeMs: pen.at(complainedDaysAgo, 10),
    dueMs: pen.at(complainedDaysAgo - 4, 16),
    settledMs: pen.at(complainedDaysAgo - 3, 5),
  });
  pen.moment({
    source: 'diary',
    day: complainedDaysAgo - 3,
    hour: 5,
    channel: 'visit',
    kind: 'help',
    from: 'bram',
    to: contact,
    asked: true,
    subject: 'Maalschijven vervangen voor het ontbijt, uitgelegd wat er mis was',
    keptLine: 'De keuken begint om half zes; wie voor die tijd komt, heeft de tijd.',
    benefits: [{ giver: 'from', kind: 'help' }],
  });
  pen.moment({
    source: 'diary',
    day: complainedDaysAgo - 3,
    hour: 6,
    channel: 'other',
    kind: 'promise-kept',
    from: 'bram',
    to: contact,
    subject: 'Op tijd: nieuwe maalschijven',
  });
  const praise = pen.moment({
    source: 'mail',
    day: complainedDaysAgo - 10,
    hour: 9,
    channel: 'mail',
    kind: 'review',
    from: contact,
    to: 'bram',
    subject: 'Zo hoort het',
    text: 'Ik heb het ook op jullie pagina gezet: eerlijk gezegd wat er was, en het was er op tijd.',
    valence: 0.8,
    benefits: [{ giver: 'from', kind: 'review' }],
  });
  pen.moment({
    source: 'mail',
    day: complainedDaysAgo - 11,
    hour: 16,
    channel: 'mail',
    kind: 'thanks',
    from: 'bram',
    to: contact,
    asked: true,
    answers: praise,
    subject: 'Re: Zo hoort het',
    text: 'Dank je wel, dat doet ons goed.',
    benefits: [{ giver: 'from', kind: 'thanks' }],
  });
}

function closeSilently(pen: Pen, contact: string): void {
  pen.moment({
    source: 'mail',
    day: complainedDaysAgo - 9,
    hour: 16,
    channel: 'ticket',
    kind: 'complaint-closed',
    from: 'bram',
    to: contact,
    asked: true,
    subject: 'Klacht over de molen gesloten zonder iets te laten weten',
  });
}
