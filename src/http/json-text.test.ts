import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findJsonProblem } from './json-text.ts';

test('a key said twice is found, also when one of the two is written with escapes', () => {
  assert.deepEqual(findJsonProblem('{"a":1,"a":2}'), { problem: 'duplicate-key', key: 'a' });
  assert.deepEqual(findJsonProblem('{"a":1,"\\u0061":2}'), { problem: 'duplicate-key', key: 'a' });
  assert.deepEqual(findJsonProblem('[{"x":[1,{"b":"}"}],"y":{"x":1},"x":0}]'), { problem: 'duplicate-key', key: 'x' });
});

test('the same key in two objects, and values that look like keys, are fine', () => {
  assert.equal(findJsonProblem('{"a":{"a":"a"},"b":["a","a"],"c":"a,\\"a\\":1"}'), null);
});

test('depth counts objects and arrays alike and stops at 32', () => {
  assert.equal(findJsonProblem(`${'['.repeat(32)}${']'.repeat(32)}`), null);
  assert.deepEqual(findJsonProblem(`${'[{"a":'.repeat(17)}`), { problem: 'too-deep', key: '' });
  assert.equal(findJsonProblem('['.repeat(1_000_000))?.problem, 'too-deep');
});

test('a key that would reach for the prototype is refused', () => {
  assert.equal(findJsonProblem('{"__proto__":{"isOwn":true}}')?.problem, 'forbidden-key');
  assert.equal(findJsonProblem('{"__pr\\u006fto__":1}')?.problem, 'forbidden-key');
});

test('whatever JSON.stringify writes passes', () => {
  const shallow = fc.jsonValue({ maxDepth: 10 }).filter((value) => !JSON.stringify(value).includes('__proto__'));
  fc.assert(
    fc.property(shallow, (value) => findJsonProblem(JSON.stringify(value)) === null),
    { numRuns: 500 },
  );
});

test('text that is not JSON never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', 'a', '1', ' ') }),
      (text) => {
        findJsonProblem(text);
        return true;
      },
    ),
    { numRuns: 2000 },
  );
});
