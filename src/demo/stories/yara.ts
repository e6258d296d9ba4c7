/** Yara of Studio Zeven thought of the tin, and brought two customers. For the second nobody thanked her. */
import { writeOrdersWith, writeShopOrders } from '../orders.ts';
import { contactOf, monthsAgo, type Pen } from '../pen.ts';
import { listRhythmDays } from '../rhythm-days.ts';
import type { SeededRandom } from '../seeded-random.ts';

const yara = contactOf('studio-zeven');
const ideaDaysAgo = monthsAgo(14);
const doneDaysAgo = monthsAgo(8);
const firstBroughtDaysAgo = monthsAgo(6);
/** The one that still waits for a word. */
export const unthankedDaysAgo = 40;

export function writeYara(pen: Pen, random: SeededRandom): void {
  pen.firm({
    key: 'studio-zeven',
    name: 'Studio Zeven',
    contact: 'Yara Hofman',
    jobTitle: 'Vormgever',
    domain: 'studiozeven.example',
    phone: '+31570000115',
    note: 'Het retourblik is haar idee; dat staat er ook op.',
  });
  const days = listRhythmDays({ firstDay: 720, lastDay: 8, gapDays: 21, jitterDays: 1, random });
  writeOrdersWith(pen, { firm: 'studio-zeven', buyer: yara, seller: 'mila', days, kilos: 2, random });
  writeIdea(pen);
  writeIntroduction(pen, firstBroughtDaysAgo, 'Buurvrouw van de studio', 'Els van Atelier Pothuys zoekt goede koffie.');
  writeThanks(
    pen,
    firstBroughtDaysAgo - 2,
    'Dank voor Els',
    'Els is geweest en blijft. Dank je wel dat je aan ons dacht.',
  );
  writeIntroduction(
    pen,
    unthankedDaysAgo,
    'Nog iemand voor jullie',
    'Praktijk Lindehof wil overstappen. Ik heb ze jullie nummer gegeven.',
  );
  for (const day of listRhythmDays({ firstDay: 700, lastDay: 16, gapDays: 30 })) writeChat(pen, day);
  writeBrought(pen, random, {
    key: 'pothuys',
    name: 'Atelier Pothuys',
    contact: 'Els Pothuys',
    day: firstBroughtDaysAgo,
  });
  writeBrought(pen, random, {
    key: 'lindehof',
    name: 'Praktijk Lindehof',
    contact: 'Joke Stam',
    day: unthankedDaysAgo,
  });
}

function writeIdea(pen: Pen): void {
  const cameIn = pen.moment({
    source: 'diary',
    day: ideaDaysAgo,
    hour: 13,
    channel: 'meeting',
    kind: 'idea',
    from: yara,
    to: 'mila',
    subject: 'Idee: blikken die je terugbrengt en weer laat vullen',
    keptLine: 'Ze denkt in kringlopen: vraag haar mee bij alles wat terugkomt.',
    benefits: [{ giver: 'from', kind: 'idea', weight: 2 }],
  });
  const thankedIn = writeThanks(
    pen,
    ideaDaysAgo - 2,
    'Je idee voor het blik',
    'Dank je wel. We rekenen het door, je hoort voor de zomer of het kan.',
  );
  pen.history.expectations.push({
    kind: 'promise',
    owedBy: 'ours',
    colleague: 'mila',
    party: yara,
    text: 'Laten weten of het retourblik er komt',
    madeMs: pen.at(ideaDaysAgo - 2),
    dueMs: pen.at(doneDaysAgo + 30),
    settledMs: pen.at(doneDaysAgo + 36),
  });
  pen.moment({
    source: 'diary',
    day: doneDaysAgo + 36,
    channel: 'other',
    kind: 'promise-kept',
    from: 'mila',
    to: yara,
    subject: 'Op tijd laten weten dat het retourblik er komt',
  });
  const toldIn = writeThanks(
    pen,
    doneDaysAgo,
    'Het staat erop: Idee van Yara',
    'Het eerste blik is klaar en je naam staat op het etiket. Er gaan er zes jouw kant op.',
    [{ giver: 'from', kind: 'gift' }],
  );
  pen.history.ideas.push({
    party: yara,
    colleague: 'mila',
    text: 'Blikken die je terugbrengt en weer laat vullen',
    status: 'delivered',
    naming: 'yes',
    cameMs: pen.at(ideaDaysAgo, 13),
    cameIn,
    made: {
      in: 'Retourblik',
      onMs: pen.at(doneDaysAgo, 10),
      thankedMs: pen.at(ideaDaysAgo - 2, 10),
      toldIn,
      thankedIn,
    },
  });
}

function writeIntroduction(pen: Pen, day: number, subject: string, text: string): void {
  pen.moment({
    source: 'mail',
    day,
    hour: 12,
    channel: 'mail',
    kind: 'referral',
    from: yara,
    to: 'mila',
    subject,
    text,
    benefits: [{ giver: 'from', kind: 'referral' }],
  });
}

function writeThanks(
  pen: Pen,
  day: number,
  subject: string,
  text: string,
  also: readonly { giver: 'from'; kind: 'gift' }[] = [],
): string {
  return pen.moment({
    source: 'mail',
    day,
    hour: 10,
    channel: 'mail',
    kind: 'thanks',
    from: 'mila',
    to: yara,
    asked: true,
    subject,
    text,
    benefits: [{ giver: 'from', kind: 'thanks' }, ...also],
  });
}

/** Now and then a word about the next batch of labels: contact, nothing owed by it. */
function writeChat(pen: Pen, day: number): void {
  const question = pen.moment({
    source: 'mail',
    day,
    hour: 9,
    channel: 'mail',
    kind: 'message',
    from: yara,
    to: 'mila',
    subject: 'Etiketten',
    text: 'Wanneer gaan de volgende etiketten naar de drukker?',
  });
  pen.moment({
    source: 'mail',
    day: day - 1,
    hour: 14,
    channel: 'mail',
    kind: 'message',
    from: 'mila',
    to: yara,
    asked: true,
    answers: question,
    subject: 'Re: Etiketten',
    text: 'Volgende week dinsdag. Ik stuur je vooraf een proefdruk.',
    benefits: [{ giver: 'from', kind: 'information' }],
  });
}

function writeBrought(
  pen: Pen,
  random: SeededRandom,
  firm: { key: string; name: string; contact: string; day: number },
): void {
  pen.firm({
    key: firm.key,
    name: firm.name,
    contact: firm.contact,
    jobTitle: 'Eigenaar',
    domain: `${firm.key}.example`,
    phone: firm.key === 'pothuys' ? '+31570000116' : '+31570000117',
  });
  pen.history.relations.push({ type: 'introduced', from: yara, to: contactOf(firm.key), fromMs: pen.at(firm.day) });
  const days = listRhythmDays({ firstDay: firm.day - 5, lastDay: 4, gapDays: 12, jitterDays: 1, random });
  writeShopOrders(pen, { firm: firm.key, days, kilos: 2, random });
}
