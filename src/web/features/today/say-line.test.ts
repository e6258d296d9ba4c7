import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineKind, type TodayLine } from '#contract/today.ts';
import { words as english } from '#messages/en/words.ts';
import { makeFormats } from '#messages/formats.ts';
import { words as dutch } from '#messages/nl/words.ts';
import { sayLine } from './say-line.ts';

const nowMs = Date.parse('2026-05-20T09:00:00Z');
const dutchSpoken = { words: dutch, formats: makeFormats({ locale: 'nl', timeZone: 'Europe/Amsterdam' }), nowMs };
const englishSpoken = { words: english, formats: makeFormats({ locale: 'en', timeZone: 'Europe/Amsterdam' }), nowMs };

function makeLine(part: Partial<TodayLine>): TodayLine {
  const party = { name: 'Ans', figures: null } as unknown as TodayLine['party'];
  const learned = { useful: 0, notUseful: 0, n: 0, factor: 1 };
  const rank = { gain: 0.08, block: 'time' as const, minutes: 5, weight: 48, fitsGoal: true, learned };
  return { kind: 'growing-quiet', act: 'write', numbers: {}, reach: null, names: {}, party, rank, ...part };
}

test('every kind of line is a whole sentence with a reason, even when hardly anything is known', () => {
  for (const kind of lineKind.options) {
    for (const spoken of [dutchSpoken, englishSpoken]) {
      const { fact, why } = sayLine(makeLine({ kind }), spoken);
      assert.doesNotMatch(`${fact} ${why}`, /undefined|NaN|null/, `${kind}: ${fact} ${why}`);
      assert.match(fact, /\.$/);
      assert.match(why, /\.$/);
    }
  }
});

test('growing quiet says the rhythm in calendar days', () => {
  const figures = { lastAt: '2026-04-06T22:30:00Z' };
  const party = { name: 'Ans', figures } as unknown as TodayLine['party'];
  const line = makeLine({ party, numbers: { gapDays: 14, silenceDays: 43, bond: 61 } });
  const { fact } = sayLine(line, dutchSpoken);
  // Half past midnight in Deventer: the 7th of April, 43 days before the 20th of May.
  assert.equal(fact, 'Wordt stil. Jullie spreken elkaar meestal om de 14 dagen; nu is het 43 dagen geleden.');
});

test("a promise is somebody's: ours or theirs, due or overdue", () => {
  const due = (numbers: TodayLine['numbers']) =>
    sayLine(makeLine({ kind: 'promise-due', numbers, names: { text: 'offerte sturen' } }), dutchSpoken).fact;
  assert.equal(due({ byUs: 1, days: 1 }), 'Wij hebben toegezegd: “offerte sturen” moet morgen klaar zijn.');
  assert.equal(
    due({ byUs: 0, days: -4 }),
    'Zij hebben toegezegd: “offerte sturen” had 4 dagen geleden klaar moeten zijn.',
  );
});
