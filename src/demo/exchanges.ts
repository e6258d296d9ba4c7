/** What goes back and forth in an ordinary month: a message from outside, and our answer a little later. */
import type { DemoBenefit } from './history.ts';
import type { Pen } from './pen.ts';
import type { SeededRandom } from './seeded-random.ts';

interface Exchange {
  readonly subject: string;
  readonly theirs: string;
  readonly ours: string;
  readonly kind?: 'feedback' | 'idea' | 'review' | 'referral';
  /** What they give with their message, and we with our answer. */
  readonly given?: DemoBenefit;
  readonly answered: readonly DemoBenefit[];
}

const advice: DemoBenefit = { giver: 'from', kind: 'advice' };
const information: DemoBenefit = { giver: 'from', kind: 'information' };
const thanks: DemoBenefit = { giver: 'from', kind: 'thanks' };
const feedback: DemoBenefit = { giver: 'from', kind: 'feedback' };

/** Business as usual: nobody gains much by it. */
const plain: readonly Exchange[] = [
  {
    subject: 'Factuur',
    theirs: 'Kan onze inkoopcode op de factuur?',
    ours: 'Staat erop, vanaf de volgende.',
    answered: [],
  },
  {
    subject: 'Bezorgdag',
    theirs: 'Lukt donderdag in plaats van vrijdag?',
    ours: 'Dat lukt. Donderdag voor elven.',
    answered: [],
  },
  {
    subject: 'Adres',
    theirs: 'De achteringang is even dicht, bel aan bij 14.',
    ours: 'Doorgegeven aan de bezorger.',
    answered: [],
  },
  { subject: 'Voorraad', theirs: 'Is de decaf er weer?', ours: 'Ja, sinds gisteren.', answered: [] },
];

/** Somebody is the better for it. */
const warm: readonly Exchange[] = [
  {
    subject: 'Te zuur',
    theirs: 'De espresso smaakt zuur sinds maandag.',
    ours: 'Een streep fijner malen en een graad warmer. Laat weten hoe dat smaakt.',
    answered: [advice],
  },
  {
    subject: 'Bonen kiezen',
    theirs: 'Wat past bij taart?',
    ours: 'De Brink filter. Er gaat een proefzakje mee.',
    answered: [advice, { giver: 'from', kind: 'gift', weight: 0.5 }],
  },
  {
    subject: 'Wat gasten zeggen',
    theirs: 'De nieuwe melange valt goed, alleen de oudere gasten missen body.',
    ours: 'Dank je wel, daar heeft Noor iets aan. De volgende branding is iets donkerder.',
    kind: 'feedback',
    given: feedback,
    answered: [thanks, information],
  },
  {
    subject: 'Nieuwe oogst',
    theirs: 'Mogen wij die ook proeven?',
    ours: 'Natuurlijk, je krijgt hem een week voor de winkel.',
    answered: [{ giver: 'from', kind: 'early-access' }],
  },
  {
    subject: 'Maling',
    theirs: 'Klanten vinden de filter wat slap, dat wilde ik doorgeven.',
    ours: 'Dank voor het doorgeven. Probeer zestig gram per liter.',
    kind: 'feedback',
    given: feedback,
    answered: [thanks, advice],
  },
];

/** Once in a long while: a favour, and always a thank-you. */
const favours: readonly Exchange[] = [
  {
    subject: 'Zet dit op de lijst',
    theirs: 'Een kleiner zakje voor thuis, dat zou hier verkopen.',
    ours: 'Goed idee, dank je wel. We zetten je naam erbij.',
    kind: 'idea',
    given: { giver: 'from', kind: 'idea' },
    answered: [thanks],
  },
  {
    subject: 'Aanbevolen',
    theirs: 'Ik heb jullie online vijf sterren gegeven.',
    ours: 'Dank je wel, daar zijn we blij mee.',
    kind: 'review',
    given: { giver: 'from', kind: 'review' },
    answered: [thanks],
  },
];

export interface Pair {
  readonly theirs: string;
  readonly ours: string;
}

/** One exchange, begun by them on the given day and answered by us within a day and a half. */
export function writeExchange(pen: Pen, random: SeededRandom, pair: Pair, day: number, warmth: number): void {
  const exchange = random.pick(pickPool(random, warmth));
  const hour = random.whole(7, 12);
  const asked = pen.moment({
    source: 'mail',
    day,
    hour,
    channel: 'mail',
    kind: exchange.kind ?? 'message',
    from: pair.theirs,
    to: pair.ours,
    subject: exchange.subject,
    text: exchange.theirs,
    ...(exchange.given ? { benefits: [exchange.given] } : {}),
  });
  pen.moment({
    source: 'mail',
    day: day > 1 && random.chance(0.4) ? day - 1 : day,
    hour: hour + 3,
    channel: 'mail',
    kind: exchange.answered.includes(thanks) ? 'thanks' : 'message',
    from: pair.ours,
    to: pair.theirs,
    asked: true,
    answers: asked,
    subject: `Re: ${exchange.subject}`,
    text: exchange.ours,
    ...(exchange.answered.length > 0 ? { benefits: exchange.answered } : {}),
  });
}

function pickPool(random: SeededRandom, warmth: number): readonly Exchange[] {
  if (warmth === 0) return plain;
  if (random.chance(0.04 * warmth)) return favours;
  return random.chance(0.1 + 0.25 * warmth) ? warm : plain;
}

/** A visit: a machine looked after, or a table at which things were talked over. */
export function writeVisit(pen: Pen, random: SeededRandom, pair: Pair, day: number): void {
  const repair = pair.ours === 'bram';
  pen.moment({
    source: 'diary',
    day,
    hour: random.whole(8, 15),
    channel: repair ? 'visit' : 'meeting',
    kind: repair ? 'help' : 'meeting',
    from: pair.ours,
    to: pair.theirs,
    asked: true,
    subject: repair
      ? 'Onderhoud en afstellen'
      : random.pick(['Bijgepraat over het seizoen', 'Samen geproefd', 'Assortiment doorgelopen']),
    benefits: repair
      ? [{ giver: 'from', kind: 'help' }]
      : [
          { giver: 'from', kind: 'advice' },
          { giver: 'to', kind: 'feedback', weight: 0.25 },
        ],
  });
}

/** A short call that they began: arranged, and that was that. */
export function writeCall(pen: Pen, random: SeededRandom, pair: Pair, day: number): void {
  pen.moment({
    source: 'diary',
    day,
    hour: random.whole(8, 15),
    channel: 'call',
    kind: 'call',
    from: pair.theirs,
    to: pair.ours,
    asked: true,
    subject: random.pick(['Bestelling nagevraagd', 'Bezorging afgestemd', 'Factuur doorgenomen']),
  });
}
