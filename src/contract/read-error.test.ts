import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { errorCodes } from './error-codes.ts';
import { errorBody } from './errors.ts';
import { readError } from './read-error.ts';

const odd = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.constant(undefined),
  fc.constant([]),
  fc.constant({}),
);
const or = <T>(good: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: odd });
const problem = fc.record({
  path: or(fc.string()),
  code: or(fc.string()),
  message: or(fc.string()),
  more: fc.string(),
});

test('reads what the schema reads, and refuses what it refuses', () => {
  const body = fc.record(
    {
      code: or(fc.constantFrom(...errorCodes)),
      message: or(fc.string()),
      problems: or(fc.array(or(problem), { maxLength: 3 })),
      requestId: or(fc.option(fc.string())),
      current: or(fc.option(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }))),
      more: fc.string(),
    },
    { requiredKeys: [] },
  );
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(body, odd), (value) => {
      const parsed = errorBody.safeParse(value);
      if (parsed.success) read += 1;
      assert.deepEqual(readError(value), parsed.success ? parsed.data : null);
    }),
    { numRuns: 2000 },
  );
  assert.ok(read > 100);
});
