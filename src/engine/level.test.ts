import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, eventAt, everyDays, evidenceAt, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { higherStatus, lowerStatus } from './level.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import type { TieContext } from './reading.ts';
import { type DirectedEvent, tieStateOf } from './tie-log.ts';

const parameters = resolveParameters({ assumedShare: 0.5, freshnessGaps: 3 });

function read(events: DirectedEvent[], nowDay: number, context: Partial<TieContext> = {}) {
  const state = tieStateOf(events, parameters);
  return readTie({ state, context: { ...plainContext, ...context }, parameters, nowMs: nowDay * day });
}

const weekly = everyDays(7, 20, 140);

test('the five levels, each by what it takes', () => {
  assert.equal(read([], 140).level, 'unknown');
  assert.equal(read([{ direction: 'ab', event: eventAt(140) }], 140).level, 'contact');
  assert.equal(read(twoWay([140]), 140).level, 'conversation');
  assert.equal(read(twoWay([140], { benefit: 0.06 }), 140).level, 'relationship');
  assert.equal(read(twoWay(weekly, { benefit: 1 }), 140).level, 'bond');
});

test('no relationship because a firm communicates, or one side alone gives', () => {
  const giving = weekly.map((at) => ({ direction: 'ab' as const, event: eventAt(at, { benefit: 3 }) }));
  assert.equal(read(giving, 140).level, 'contact');
  assert.equal(read([...giving, ...twoWay(weekly)], 140).level, 'conversation');
});

test('a benefit faded under .05 kappa is no longer known', () => {
  const once = twoWay([0], { benefit: 1, family: 'mail' });
  assert.equal(read([...once, ...twoWay(everyDays(60, 4, 180))], 190).level, 'relationship');
  assert.equal(read([...once, ...twoWay(everyDays(60, 4, 180))], 200).level, 'conversation');
});

test('a strong bond with one known block under .4 is a relationship', () => {
  const distrust = { direction: 'ab' as const, event: evidenceAt(140, { trustFacet: 'integrity', trustBad: 6 }) };
  const reading = read([...twoWay(weekly, { benefit: 3, contact: 3 }), distrust], 140);
  assert.ok(reading.bond >= 0.55 && reading.trust.value < 0.4 + 0.1, `${reading.bond} ${reading.trust.value}`);
  const more = { direction: 'ba' as const, event: evidenceAt(140, { trustFacet: 'integrity', trustBad: 2 }) };
  const deeper = read([...twoWay(weekly, { benefit: 3, contact: 3 }), distrust, more], 140);
  assert.ok(deeper.bond >= 0.55 && deeper.trust.value < 0.4);
  assert.equal(deeper.level, 'relationship');
});

test('and fading distrust does not make it a bond in silence', () => {
  const distrust = (direction: 'ab' | 'ba', trustBad: number) => ({
    direction,
    event: evidenceAt(140, { trustFacet: 'integrity' as const, trustBad }),
  });
  const events = [
    ...twoWay(everyDays(28, 5, 140), { benefit: 20, contact: 20, family: 'purchase' }),
    distrust('ab', 6),
    distrust('ba', 2),
  ];
  for (const nowDay of [140, 150, 170, 200, 260]) {
    const reading = read(events, nowDay, { personalFoundation: true });
    assert.notEqual(reading.level, 'bond', `${nowDay} ${reading.bond} ${reading.trust.value}`);
  }
});

test('who is gone at its own pace is no longer in conversation', () => {
  assert.equal(read(twoWay(weekly), 140 + 56).level, 'conversation');
  assert.equal(read(twoWay(weekly), 140 + 57).level, 'contact');
  assert.equal(read(twoWay(everyDays(365, 5, 0)), 365 * 7).level, 'conversation');
});

test('higher and lower follow the order of the five', () => {
  assert.equal(higherStatus('contact', 'bond'), 'bond');
  assert.equal(higherStatus('relationship', 'unknown'), 'relationship');
  assert.equal(lowerStatus('contact', 'bond'), 'contact');
  assert.equal(lowerStatus('relationship', 'conversation'), 'conversation');
});
