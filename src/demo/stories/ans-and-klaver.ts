/** The pair that explains the product: both began with Lotte's face; at Klaver somebody came along in time. */
import { lotteLeftDaysAgo } from '../cast.ts';
import { writeOrdersWith, writeShopOrders } from '../orders.ts';
import { contactOf, monthsAgo, type Pen } from '../pen.ts';
import { listRhythmDays } from '../rhythm-days.ts';
import type { SeededRandom } from '../seeded-random.ts';

const startDaysAgo = 728;
const gapDays = 14;
/** The last order at Ans that Lotte took, and the rhythm after her. */
const lastWithLotte = lotteLeftDaysAgo + 4;
export const gapWithoutLotteDays = 43;
const bramCameDaysAgo = monthsAgo(12);

const ans = contactOf('ans');
const klaver = contactOf('klaver');

export function writeAnsAndKlaver(pen: Pen, random: SeededRandom): void {
  writeAns(pen, random);
  writeKlaver(pen, random);
}

function writeAns(pen: Pen, random: SeededRandom): void {
  pen.firm({
    key: 'ans',
    name: 'Café Ans',
    contact: 'Ans Dijkhuis',
    jobTitle: 'Eigenaar',
    domain: 'cafeans.example',
    phone: '+31570000111',
    note: 'Begon bij ons omdat Lotte aan de toonbank stond: die kende ze nog van de voetbal.',
  });
  const withLotte = listRhythmDays({ firstDay: startDaysAgo, lastDay: lastWithLotte, gapDays, jitterDays: 1, random });
  writeOrdersWith(pen, { firm: 'ans', buyer: ans, seller: 'lotte', days: withLotte, kilos: 6, random });
  writeSmallTalk(
    pen,
    ans,
    'lotte',
    withLotte.filter((_day, index) => index % 4 === 1),
  );
  pen.moment({
    source: 'diary',
    day: lotteLeftDaysAgo,
    hour: 15,
    channel: 'visit',
    kind: 'message',
    from: 'lotte',
    to: ans,
    asked: true,
    subject: 'Laatste dag van Lotte: Ans kwam afscheid nemen',
  });
  writeShopOrders(pen, { firm: 'ans', days: [2 * gapWithoutLotteDays, gapWithoutLotteDays], kilos: 4, random });
}

function writeKlaver(pen: Pen, random: SeededRandom): void {
  pen.firm({
    key: 'klaver',
    name: 'Lunchroom Klaver',
    contact: 'Hanneke Postma',
    jobTitle: 'Eigenaar',
    domain: 'lunchroomklaver.example',
    phone: '+31570000112',
    note: 'Begon aan de toonbank bij Lotte. Sinds een jaar komt Bram mee, ook voor de molen.',
  });
  pen.history.ideas.push({
    party: klaver,
    colleague: 'bram',
    text: 'Een proefpakket voor gasten die thuis zelf malen',
    status: 'considering',
    naming: 'unasked',
    cameMs: pen.at(34, 14),
  });
  const days = listRhythmDays({ firstDay: startDaysAgo, lastDay: 6, gapDays, jitterDays: 1, random });
  const early = days.filter((day) => day > bramCameDaysAgo);
  const both = days.filter((day) => day <= bramCameDaysAgo && day > lotteLeftDaysAgo);
  const late = days.filter((day) => day <= lotteLeftDaysAgo);
  const lotteDays = [...early, ...both.filter((_day, index) => index % 2 === 0)];
  const bramDays = [...both.filter((_day, index) => index % 2 === 1), ...late];
  const order = { firm: 'klaver', buyer: klaver, kilos: 6, random };
  writeOrdersWith(pen, { ...order, seller: 'lotte', days: lotteDays });
  writeOrdersWith(pen, { ...order, seller: 'bram', days: bramDays });
  writeSmallTalk(
    pen,
    klaver,
    'lotte',
    early.filter((_day, index) => index % 4 === 1),
  );
  // He brings the order himself, so that the rhythm stays what it was.
  for (const day of bramDays.filter((_day, index) => index % 2 === 0)) writeBramsVisit(pen, day);
}

/** What is said and given over a counter. */
function writeSmallTalk(pen: Pen, customer: string, colleague: string, days: readonly number[]): void {
  for (const [index, day] of days.entries()) {
    pen.moment({
      source: 'diary',
      day,
      hour: 10,
      channel: 'visit',
      kind: 'message',
      from: customer,
      to: colleague,
      subject: index % 2 === 0 ? 'Bakje aan de toonbank, nieuwe maling geproefd' : 'Vertelde wat de gasten zeggen',
      benefits:
        index % 2 === 0
          ? [{ giver: 'to', kind: 'advice' }]
          : [
              { giver: 'from', kind: 'feedback' },
              { giver: 'to', kind: 'thanks' },
            ],
    });
  }
}

function writeBramsVisit(pen: Pen, day: number): void {
  pen.moment({
    source: 'diary',
    day,
    hour: 14,
    channel: 'visit',
    kind: 'help',
    from: 'bram',
    to: klaver,
    asked: true,
    subject: 'Molen afgesteld en de maling samen geproefd',
    benefits: [{ giver: 'from', kind: 'help' }],
  });
  const question = pen.moment({
    source: 'mail',
    day,
    hour: 16,
    channel: 'mail',
    kind: 'message',
    from: klaver,
    to: 'bram',
    subject: 'Loopt goed',
    text: 'De espresso loopt weer zoals het hoort. Gasten merken het ook.',
    benefits: [{ giver: 'from', kind: 'feedback' }],
  });
  pen.moment({
    source: 'mail',
    day,
    hour: 17,
    channel: 'mail',
    kind: 'thanks',
    from: 'bram',
    to: klaver,
    asked: true,
    answers: question,
    subject: 'Re: Loopt goed',
    text: 'Fijn om te horen, dank je wel. Ik geef het door aan de branders.',
    benefits: [{ giver: 'from', kind: 'thanks' }],
  });
}
