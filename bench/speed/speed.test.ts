import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureEngineFolds } from './engine-folds.ts';
import { writeFirmLog } from './firm-log.ts';
import { makePlan } from './plan.ts';
import { renderSpeed } from './report.ts';
import { median, percentile } from './statistics.ts';

const plan = makePlan({ quick: true, nowMs: Date.UTC(2026, 10, 21) });

test('the same seed writes the same log, in order of time, with answers to what was written before', () => {
  const log = [...writeFirmLog(plan.base)];
  assert.deepEqual(log, [...writeFirmLog(plan.base)]);
  assert.equal(log.length, plan.base.interactions);
  const seen = new Set<string>();
  let [lastMs, answers] = [0, 0];
  for (const record of log) {
    assert.ok(record.atMs >= lastMs && record.atMs <= plan.base.endMs);
    for (const key of record.answers) assert.ok(seen.has(key));
    answers += record.answers.length;
    seen.add(record.sourceKey);
    lastMs = record.atMs;
  }
  assert.equal(seen.size, log.length);
  assert.ok(answers > log.length / 10, `${answers} answers`);
});

test('percentiles are values that were measured, by nearest rank', () => {
  assert.deepEqual([median([3, 1, 2]), percentile([4, 1, 3, 2], 0.5), percentile([1, 2, 3], 0.99)], [2, 2, 3]);
});

test('the table says which promise holds and which does not', () => {
  const engine = measureEngineFolds(plan.engine);
  assert.ok(engine.events >= plan.engine.interactions && engine.byTiePerSecond > 0 && engine.inTimePerSecond > 0);
  const slow = renderSpeed({ machine: 'here', engine: { ...engine, byTiePerSecond: 1_990_000 } });
  assert.match(slow, /✖ engine folds, tie by tie/);
  assert.match(renderSpeed({ machine: 'here', engine: { ...engine, byTiePerSecond: 2_000_000 } }), /✔ engine folds/);
});
