import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEvent } from '#test/tie-events.ts';
import { emptyState, stateOf } from './fold.ts';
import { defaultParameters } from './parameters.ts';
import { flattenState, reviveState } from './state-json.ts';

test('property: a state survives JSON to the last digit, the empty one too', () => {
  fc.assert(
    fc.property(fc.array(arbitraryEvent({ minDay: 0, maxDay: 900 }), { maxLength: 10 }), (events) => {
      const state = stateOf(events, defaultParameters);
      assert.deepEqual(reviveState(JSON.parse(JSON.stringify(flattenState(state)))), state);
    }),
  );
  assert.deepEqual(reviveState(JSON.parse(JSON.stringify(flattenState(emptyState())))), emptyState());
  assert.equal(flattenState(emptyState()).tauMs, null);
});
