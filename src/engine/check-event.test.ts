import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEvent, day, eventAt } from '#test/tie-events.ts';
import { checkTieEvent } from './check-event.ts';

const nowMs = 100 * day;

test('an event dated in the future is refused; one at this very instant is not', () => {
  assert.throws(() => checkTieEvent(eventAt(100.001), nowMs), RangeError);
  assert.doesNotThrow(() => checkTieEvent(eventAt(100), nowMs));
});

test('weights that are negative, not finite or absurd are refused', () => {
  for (const name of ['contact', 'benefit', 'trustGood', 'trustBad', 'unasked', 'surveyWeight'] as const) {
    for (const value of [-0.001, Number.NaN, Infinity, 1000.5]) {
      assert.throws(() => checkTieEvent(eventAt(1, { [name]: value }), nowMs), RangeError, `${name} ${value}`);
    }
    assert.doesNotThrow(() => checkTieEvent(eventAt(1, { [name]: 1000 }), nowMs));
  }
  for (const surveyValue of [-0.1, 1.1, Number.NaN]) {
    assert.throws(() => checkTieEvent(eventAt(1, { surveyValue }), nowMs), RangeError);
  }
  assert.throws(() => checkTieEvent(eventAt(1, { atMs: Number.NaN }), nowMs), RangeError);
  assert.throws(() => checkTieEvent(eventAt(1, { atMs: -Infinity }), nowMs), RangeError);
  assert.throws(() => checkTieEvent(eventAt(1, { day: 1.5 }), nowMs), RangeError);
});

test('property: everything the tests fold passes', () => {
  fc.assert(fc.property(arbitraryEvent({ minDay: 0, maxDay: 100 }), (event) => checkTieEvent(event, nowMs)));
});
