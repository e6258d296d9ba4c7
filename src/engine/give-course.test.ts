import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { courseOfGiving } from './give-course.ts';

const halfLivesMs = [5, 45, 30, 365].map((days) => days * 86_400_000);
const event = fc.record({
  atMs: fc.integer({ min: 0, max: 60_000_000_000 }),
  family: fc.integer({ min: 0, max: 3 }),
  weight: fc.double({ min: 0, max: 10, noNaN: true }),
});

test('carried forward by stretch it is what summing every event faded until then gives', () => {
  const ends = fc.uniqueArray(fc.integer({ min: 0, max: 70_000_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), ends, (events, unsorted) => {
      const endsMs = [...unsorted].sort((x, y) => x - y);
      const decayed = ({ atMs, family, weight }: (typeof events)[number], untilMs: number) =>
        weight * 2 ** (-(untilMs - atMs) / (halfLivesMs[family] ?? 1));
      const given = events.flatMap((one) => {
        const stretch = endsMs.filter((end) => end < one.atMs).length;
        const end = endsMs[stretch];
        return end === undefined ? [] : [{ stretch, family: one.family, left: decayed(one, end) }];
      });
      const course = courseOfGiving({ endsMs, halfLivesMs, given });
      endsMs.forEach((end, k) => {
        const direct = events.filter(({ atMs }) => atMs <= end).reduce((sum, one) => sum + decayed(one, end), 0);
        assert.ok(Math.abs((course[k] ?? -1) - direct) <= 1e-9 * Math.max(1, direct), `${course[k]} ${direct}`);
      });
    }),
  );
});

test('nothing given stays nothing; without a gift it only fades, and half of it is left after its half-life', () => {
  assert.deepEqual(courseOfGiving({ endsMs: [1, 2], halfLivesMs, given: [] }), [0, 0]);
  const [now = 0, later = 0] = courseOfGiving({
    endsMs: [0, halfLivesMs[1] ?? 0],
    halfLivesMs,
    given: [{ stretch: 0, family: 1, left: 2 }],
  });
  assert.deepEqual([now, later], [2, 1]);
});
