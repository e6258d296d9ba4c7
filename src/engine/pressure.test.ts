import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, eventAt, everyDays, evidenceAt } from '#test/tie-events.ts';
import { emptyState, stateOf } from './fold.ts';
import { resolveParameters } from './parameters.ts';
import { computePressure, computeSentPressure } from './pressure.ts';
import type { PressureChannel } from './tie-event.ts';

const parameters = resolveParameters();
const sentAt = (days: number[], channel: PressureChannel) =>
  stateOf(
    days.map((at) => evidenceAt(at, { pressureChannel: channel, unasked: 1 })),
    parameters,
  );

test('golden: the ideals are 3 calls, 3.5 mails and 9.5 mailings (Godfrey et al. 2011), and channels add up', () => {
  for (const [channel, ideal] of [
    ['call', 3],
    ['mail', 3.5],
    ['post', 9.5],
  ] as const) {
    assert.equal(computeSentPressure(sentAt([5], channel), 5 * day, parameters), 1 / ideal);
  }
  const both = stateOf(
    [evidenceAt(5, { pressureChannel: 'call', unasked: 1 }), evidenceAt(5, { pressureChannel: 'mail', unasked: 1 })],
    parameters,
  );
  assert.equal(computeSentPressure(both, 5 * day, parameters), 1 / 3 + 1 / 3.5);
});

test('golden: at a steady rate P is what is sent in 90 days beside the ideal', () => {
  const state = sentAt(everyDays(1, 1500, 1500), 'mail');
  const p = computeSentPressure(state, 1500.5 * day, parameters);
  assert.ok(Math.abs(p - 90 / 3.5) < 0.02 * (90 / 3.5), `${p}`);
});

test('golden: pressure halves in 62.4 days of leaving in peace', () => {
  const state = sentAt([0, 0, 0], 'call');
  assert.ok(Math.abs(computeSentPressure(state, 62.4 * day, parameters) - 0.5) < 1e-12);
  assert.equal(computeSentPressure(emptyState(), 5 * day, parameters), 0);
});

test('a weekly two-way customer is never imposed upon, even if the log calls all of ours unasked', () => {
  const days = everyDays(7, 60, 700);
  const ours = stateOf(
    days.map((at) => eventAt(at, { pressureChannel: 'mail', unasked: 1 })),
    parameters,
  );
  for (const family of ['chat', 'mail', 'live'] as const) {
    const theirs = stateOf(
      days.map((at) => eventAt(at + 1, { family })),
      parameters,
    );
    for (const atMs of [701 * day, 720 * day, 800 * day]) {
      const sent = computeSentPressure(ours, atMs, parameters);
      const input = { sent, daysOut: ours.days, daysBack: theirs.days, atMs, parameters };
      assert.equal(computePressure(input), 0);
    }
  }
});

test('golden: nothing back leaves all of it, an answer on a quarter of the days half of it', () => {
  const atMs = 100.5 * day;
  const input = { sent: 2, daysOut: [100, 100, 100, 100], daysBack: [] as number[], atMs, parameters };
  assert.equal(computePressure(input), 2);
  assert.equal(computePressure({ ...input, daysBack: [100] }), 1);
  assert.equal(computePressure({ ...input, daysBack: [100, 100] }), 0);
  assert.equal(computePressure({ ...input, sent: 0 }), 0);
  assert.equal(computePressure({ ...input, daysOut: [], daysBack: [100] }), 0);
});

test('an old word from them does not excuse seven mailings now', () => {
  const daysOut = everyDays(10, 7, 1000).reverse();
  const p = computePressure({ sent: 2, daysOut, daysBack: [600], atMs: 1001 * day, parameters });
  assert.ok(p > 1.95 && p < 2, `${p}`);
});
