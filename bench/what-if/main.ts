/**
 * What if, over everything there is: how long each question takes, and what memory it costs.
 *
 *   npm run bench:what-if [TIES]
 */
import { sql } from 'kysely';
import type { WhatIfQuestion, WhatIfScope } from '#contract/what-if-runs.ts';
import { askWhatIf } from '#services/what-if/ask-what-if.ts';
import { testHouse } from '#test/house.ts';
import { fillTies } from './fill.ts';

const ties = Number(process.argv[2] ?? 100_000);
const promisedMs = { now: 2_000, lookingBack: 6_000 };
const house = await testHouse();
try {
  const { colleagueId, contactId } = await house.db.connection().execute((db) => fillTies(db, ties));
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ties`.execute(house.db);
  console.log(`${rows[0]?.count} ties`);
  const everything = { kind: 'everything' } as const;
  const price = { kind: 'price', percent: 8, isAnnounced: true } as const;
  const strong = { all: [{ field: 'bond', op: 'over', value: 50 }] } as const;
  await measure('prices up 8 %', { question: price });
  await measure('a scandal', { question: { kind: 'scandal', percent: 50 } });
  await measure('a colleague away (4 of 10 ties)', { question: { kind: 'colleague-away', colleagueId } });
  await measure('a contact leaves', { question: { kind: 'contact-leaves', contactId } });
  await measure('prices up, of a list', { question: price, scope: { kind: 'segment', filter: strong } });
  await measure('prices up, as of half a year ago', { question: price, asOn: '2026-05-21' });

  async function measure(
    what: string,
    input: { question: WhatIfQuestion; scope?: WhatIfScope; asOn?: string },
  ): Promise<void> {
    const times: number[] = [];
    let asked = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      const beganMs = performance.now();
      asked = (await askWhatIf(house.sanne, { scope: everything, ...input })).totals.asked;
      times.push(performance.now() - beganMs);
    }
    const median = times.toSorted((x, y) => x - y)[1] ?? 0;
    const memoryMb = Math.round(process.memoryUsage().rss / 1_048_576);
    console.log(`${what.padEnd(34)} ${Math.round(median)} ms over ${asked} relations, ${memoryMb} MB`);
    if (median > (input.asOn ? promisedMs.lookingBack : promisedMs.now)) process.exitCode = 1;
  }
} finally {
  await house.drop();
}
