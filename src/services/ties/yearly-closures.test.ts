import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandClosures } from './yearly-closures.ts';

const span = { timeZone: 'Europe/Amsterdam', fromMs: Date.parse('2025-01-10'), untilMs: Date.parse('2026-06-01') };
const iso = (ms: number) => new Date(ms).toISOString();

test('a closure over New Year is one stretch, on the firm’s own midnights', () => {
  const found = expandClosures([{ from: '12-24', until: '01-02', label: '' }], span);
  assert.deepEqual(
    found.map(({ fromMs, untilMs }) => [iso(fromMs), iso(untilMs)]),
    [['2025-12-23T23:00:00.000Z', '2026-01-01T23:00:00.000Z']],
  );
});

test('a whole season comes back every year; nothing is closed without closures', () => {
  const found = expandClosures([{ from: '10-15', until: '03-15', label: 'winter' }], span);
  assert.deepEqual(
    found.map(({ fromMs }) => iso(fromMs).slice(0, 10)),
    ['2024-10-14', '2025-10-14'],
  );
  assert.deepEqual(expandClosures([], span), []);
});

test('29 February falls on 1 March where there is none', () => {
  const [first] = expandClosures([{ from: '02-29', until: '03-05', label: '' }], span);
  assert.equal(first && iso(first.fromMs), '2025-02-28T23:00:00.000Z');
});
