import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, everyDays, evidenceAt, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { type DirectedEvent, tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();

function read(events: DirectedEvent[], nowDay = 100) {
  return readTie({ state: tieStateOf(events, parameters), context: plainContext, parameters, nowMs: nowDay * day });
}

const evidence = (trustGood: number, direction: 'ab' | 'ba' = 'ab') => ({
  direction,
  event: evidenceAt(100, { trustFacet: 'ability' as const, trustGood }),
});

test('trust is unknown until a quarter of an item in either direction', () => {
  assert.equal(read([...twoWay([100]), evidence(0.2)]).trust.knowledge, 'unknown');
  assert.equal(read([...twoWay([100]), evidence(0.25)]).trust.knowledge, 'known');
  assert.equal(read([...twoWay([100]), evidence(0.25, 'ba')]).trust.knowledge, 'known');
});

test('golden: uncertainty of trust is the mean of W/(r + s + W) both ways', () => {
  assert.equal(read([evidence(2)]).trust.uncertainty, (0.5 + 1) / 2);
  assert.equal(read([]).trust.uncertainty, 1);
});

test('reciprocity is assumed until both sides gave something known', () => {
  assert.equal(read([]).reciprocity.knowledge, 'unknown');
  assert.equal(read(twoWay([100])).reciprocity.knowledge, 'assumed');
  assert.equal(read(twoWay([100])).reciprocity.uncertainty, 1);
  const known = read(twoWay([100], { benefit: 1 })).reciprocity;
  assert.deepEqual([known.knowledge, known.uncertainty], ['known', 0.5]);
});

test('intensity is assumed until three days or a survey answer, time until two gaps', () => {
  const knowledge = (days: number[]) => {
    const reading = read(twoWay(days));
    return [reading.intensity.knowledge, reading.time.knowledge];
  };
  assert.deepEqual(knowledge([100]), ['assumed', 'assumed']);
  assert.deepEqual(knowledge([90, 100]), ['assumed', 'assumed']);
  assert.deepEqual(knowledge([80, 90, 100]), ['known', 'known']);
  const answered = read([{ direction: 'ab', event: evidenceAt(100, { surveyWeight: 2, surveyValue: 1 }) }]);
  assert.equal(answered.intensity.knowledge, 'known');
  assert.equal(answered.time.knowledge, 'unknown');
});

test('golden: uncertainty of intensity and time is 2/(2 + days)', () => {
  const reading = read(twoWay(everyDays(1, 8, 100)));
  assert.equal(reading.intensity.uncertainty, 0.2);
  assert.equal(reading.time.uncertainty, 0.2);
  assert.ok(reading.time.low < reading.time.value && reading.time.value < reading.time.high);
});
