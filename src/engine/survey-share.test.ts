import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeSurveyShare, fewestForVerdict } from './survey-share.ts';

test('the interval is the one of the literature', () => {
  // Newcombe 1998 (Statistics in Medicine 17), table I: 81 of 263 gives [.2553, .3662].
  const { low, high } = computeSurveyShare({ yes: 81, n: 263 });
  assert.ok(Math.abs((low ?? 0) - 0.2553) < 5e-5);
  assert.ok(Math.abs((high ?? 0) - 0.3662) < 5e-5);
  // The same table: 0 of 20 gives [0, .1611].
  assert.ok(Math.abs((computeSurveyShare({ yes: 0, n: 20 }).high ?? 0) - 0.1611) < 5e-5);
});

test('no verdict under thirty answers, whatever they say', () => {
  assert.equal(computeSurveyShare({ yes: 29, n: 29 }).verdict, 'too-few');
  assert.equal(computeSurveyShare({ yes: 30, n: 30 }).verdict, 'missed');
  assert.equal(computeSurveyShare({ yes: 0, n: 30 }).verdict, 'not-missed');
  assert.equal(computeSurveyShare({ yes: 12, n: 30 }).verdict, 'unsure');
});

test('the share lies in its interval, the interval in [0, 1], and more answers make it narrower', () => {
  const answers = fc.integer({ min: 1, max: 10_000 }).chain((n) => fc.record({ n: fc.constant(n), yes: fc.nat(n) }));
  fc.assert(
    fc.property(answers, ({ yes, n }) => {
      const { share, low, high, verdict } = computeSurveyShare({ yes, n });
      assert.ok(share !== null && low !== null && high !== null);
      assert.ok(0 <= low && low <= share && share <= high && high <= 1);
      const more = computeSurveyShare({ yes: 4 * yes, n: 4 * n });
      assert.ok((more.high ?? 1) - (more.low ?? 0) < high - low);
      assert.equal(verdict === 'too-few', n < fewestForVerdict);
    }),
  );
});
