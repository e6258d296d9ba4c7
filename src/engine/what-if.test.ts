import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, eventAt, everyDays, twoWay } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import { tieStateOf } from './tie-log.ts';
import { whatIf } from './what-if.ts';

const parameters = resolveParameters();
const events = twoWay(everyDays(9, 5, 100), { benefit: 1 });
const input = { state: tieStateOf(events, parameters), context: plainContext, parameters, nowMs: 140 * day };

test('what if is the reading of the log with those events in it, and leaves the state alone', () => {
  const extra = { direction: 'ab' as const, event: eventAt(140, { contact: 2, benefit: 1 }) };
  const before = readTie(input);
  const after = whatIf({ ...input, extraEvents: [extra] });
  assert.deepEqual(after, readTie({ ...input, state: tieStateOf([...events, extra], parameters) }));
  assert.ok(after.bond > before.bond);
  assert.equal(before.alarm, 'quiet');
  assert.equal(after.alarm, 'none');
  assert.deepEqual(readTie(input), before);
});

test('what has not happened yet is refused', () => {
  assert.throws(() => whatIf({ ...input, extraEvents: [{ direction: 'ab', event: eventAt(141) }] }), RangeError);
});
