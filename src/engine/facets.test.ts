import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, evidenceAt } from '#test/tie-events.ts';
import { plainContext } from './context.ts';
import { resolveParameters } from './parameters.ts';
import { readTie } from './read-tie.ts';
import type { TieContext } from './reading.ts';
import { type DirectedEvent, tieStateOf } from './tie-log.ts';

const parameters = resolveParameters();
const item = (trustFacet: 'ability' | 'benevolence' | 'integrity', good: boolean, direction: 'ab' | 'ba' = 'ab') => ({
  direction,
  event: evidenceAt(10, { trustFacet, trustGood: good ? 1 : 0, trustBad: good ? 0 : 1 }),
});

function facets(events: DirectedEvent[], context: Partial<TieContext> = {}) {
  const state = tieStateOf(events, parameters);
  return readTie({ state, context: { ...plainContext, ...context }, parameters, nowMs: 10 * day }).facets;
}

test('a facet is shown from three items on, both directions together', () => {
  assert.deepEqual(facets([item('ability', true), item('ability', true)]), []);
  const [shown] = facets([item('ability', true), item('ability', true), item('ability', true, 'ba')]);
  assert.equal(shown?.items, 3);
  assert.ok(Math.abs((shown?.value ?? 0) - Math.sqrt((3.4 / 4) * (2.4 / 3))) < 1e-12);
});

test('the lowest comes first', () => {
  const three = (facet: 'ability' | 'benevolence', good: boolean) => Array.from({ length: 3 }, () => item(facet, good));
  assert.deepEqual(
    facets([...three('ability', true), ...three('benevolence', false)]).map(({ facet }) => facet),
    ['benevolence', 'ability'],
  );
});

test('faults and overdue promises are items too', () => {
  const faults = [{ by: 'a', atMs: 0, madeGoodMs: null, weight: 1, facet: 'integrity' } as const];
  const expectations = [{ kind: 'promise', owedBy: 'b', dueMs: 10 * day, settledMs: null } as const];
  const [shown] = facets([item('integrity', true)], { faults, expectations });
  assert.deepEqual([shown?.facet, shown?.items], ['integrity', 3]);
});
