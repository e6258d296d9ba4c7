/** Henk of Bakkerij De Halm lent us his van for a week. When he asked for two hands, nobody answered. */
import { firmKey } from '../cast.ts';
import { writeOrdersWith } from '../orders.ts';
import { contactOf, monthsAgo, type Pen } from '../pen.ts';
import { listRhythmDays } from '../rhythm-days.ts';
import type { SeededRandom } from '../seeded-random.ts';

const henk = contactOf('de-halm');
const vanDaysAgo = monthsAgo(10);
export const askedDaysAgo = monthsAgo(5);

export function writeHenk(pen: Pen, random: SeededRandom): void {
  pen.firm({
    key: 'de-halm',
    name: 'Bakkerij De Halm',
    contact: 'Henk Terpstra',
    jobTitle: 'Bakker',
    domain: 'bakkerijdehalm.example',
    phone: '+31570000118',
  });
  const days = listRhythmDays({ firstDay: 724, lastDay: 7, gapDays: 14, jitterDays: 1, random });
  // He orders himself, still: it is the rest that went.
  writeOrdersWith(pen, { firm: 'de-halm', buyer: henk, seller: 'joris', days, kilos: 5, random });
  for (const day of listRhythmDays({ firstDay: 710, lastDay: askedDaysAgo + 6, gapDays: 21 })) {
    pen.moment({
      source: 'mail',
      day,
      hour: 17,
      channel: 'social',
      kind: 'share',
      from: henk,
      to: firmKey,
      subject: 'Deelde ons bericht met zijn klanten',
    });
  }
  for (const day of listRhythmDays({ firstDay: 700, lastDay: askedDaysAgo + 15, gapDays: 35 })) writeTalk(pen, day);
  writeVan(pen);
  writeRequest(pen);
}

/** Henk and Joris rang each other now and then, until Henk asked. */
function writeTalk(pen: Pen, day: number): void {
  pen.moment({
    source: 'diary',
    day,
    hour: 13,
    channel: 'call',
    kind: 'call',
    from: day % 2 === 0 ? henk : 'joris',
    to: day % 2 === 0 ? 'joris' : henk,
    asked: true,
    subject: 'Bijgepraat over de markt en de ovens',
    benefits: [{ giver: day % 2 === 0 ? 'to' : 'from', kind: 'advice' }],
  });
}

function writeVan(pen: Pen): void {
  pen.moment({
    source: 'diary',
    day: vanDaysAgo,
    hour: 8,
    channel: 'visit',
    kind: 'help',
    from: henk,
    to: 'joris',
    subject: 'Leende ons een week zijn bus toen de onze stilstond',
    benefits: [{ giver: 'from', kind: 'help', weight: 2, gotForIt: 'yes' }],
  });
  pen.moment({
    source: 'diary',
    day: vanDaysAgo - 7,
    hour: 16,
    channel: 'visit',
    kind: 'thanks',
    from: 'joris',
    to: henk,
    asked: true,
    subject: 'Bus teruggebracht, volgetankt, met een zak koffie',
    benefits: [
      { giver: 'from', kind: 'thanks' },
      { giver: 'from', kind: 'gift' },
    ],
  });
}

function writeRequest(pen: Pen): void {
  const text = 'Zaterdag open ik de tweede winkel. Kunnen jullie twee paar handen missen?';
  pen.moment({
    source: 'mail',
    day: askedDaysAgo,
    hour: 7,
    channel: 'mail',
    kind: 'message',
    from: henk,
    to: 'joris',
    subject: 'Twee paar handen',
    text,
  });
  pen.history.expectations.push({
    kind: 'answer',
    owedBy: 'ours',
    colleague: 'joris',
    party: henk,
    text,
    madeMs: pen.at(askedDaysAgo, 7),
    dueMs: pen.at(askedDaysAgo - 3, 7),
    settledMs: null,
  });
  pen.history.faults.push({
    colleague: 'joris',
    party: henk,
    what: 'Henk vroeg twee paar handen bij zijn opening. Gelezen, nooit beantwoord.',
    facet: 'benevolence',
    atMs: pen.at(askedDaysAgo - 3, 7),
  });
}
