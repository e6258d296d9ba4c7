/** Two years of Branderij De Overkant, as it would stand in its books at a given instant. */
import { writeBackground } from './background.ts';
import { writeCast } from './cast.ts';
import type { DemoHistory } from './history.ts';
import { createPen, type Pen } from './pen.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';
import { writeAnsAndKlaver } from './stories/ans-and-klaver.ts';
import { writeHenk } from './stories/henk.ts';
import { writeHotels } from './stories/hotels.ts';
import { writeLeftInPeace } from './stories/left-in-peace.ts';
import { writePriceRise } from './stories/price-rise.ts';
import { writeYara } from './stories/yara.ts';
import { writeSuppliersAndPartners } from './suppliers.ts';

/** Each story has a seed of its own, so that a change in one leaves the others as they were. */
const chapters: readonly { story: string; write: (pen: Pen, random: SeededRandom) => void }[] = [
  { story: 'cast', write: writeCast },
  { story: 'ans-klaver', write: writeAnsAndKlaver },
  { story: 'price', write: writePriceRise },
  { story: 'yara', write: writeYara },
  { story: 'henk', write: writeHenk },
  { story: 'hotels', write: writeHotels },
  { story: 'peace', write: writeLeftInPeace },
  { story: 'background', write: writeBackground },
  { story: 'suppliers', write: writeSuppliersAndPartners },
];

export function writeHistory(nowMs: number): DemoHistory {
  const written = chapters.map(({ story, write }, index) => {
    const pen = createPen({ nowMs, story });
    write(pen, createSeededRandom(1000 + index));
    return pen.history;
  });
  return {
    parties: written.flatMap((history) => history.parties),
    relations: written.flatMap((history) => history.relations),
    moments: written.flatMap((history) => history.moments).sort((one, other) => one.atMs - other.atMs),
    expectations: written.flatMap((history) => history.expectations),
    faults: written.flatMap((history) => history.faults),
    remedies: written.flatMap((history) => history.remedies),
    ideas: written.flatMap((history) => history.ideas),
    reports: written.flatMap((history) => history.reports),
  };
}
