/** Whatever is sent, the house says what is wrong with it: never a 500, never a hang, and never text that comes back changed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AnyContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { contract } from '#contract/index.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

let app: TestApp;
let joris: TestUser;
let partyId: string;
before(async () => {
  app = await testApp();
  joris = await app.addUser('Joris', 'owner');
  partyId = (await joris.client.parties.create({ body: { kind: 'person', name: 'Tess' } })).id;
});
after(() => app.close());

const loneSurrogate = String.fromCharCode(0xd800);
const nul = String.fromCharCode(0);

/** What PostgreSQL, JSON or a clock would choke on. */
const nasty: readonly unknown[] = [
  ...[null, true, '', ' ', 'undefined', 'null', 'NaN', 'infinity', '-infinity', '0', '-1', '1e400', '2147483648'],
  ...[`a${nul}b`, `a${loneSurrogate}b`, 'x'.repeat(30_000), '%', '_', "'; drop table users --", 'foo & | bar', '\\'],
  ...['2026-02-30', '2026-02-30T00:00:00Z', '+300000-01-01T00:00:00Z', '2026-13-01T00:00:00.000Z', '0000-00-00'],
  ...['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', 'Europe/Amsterdamm', '🦆', '\u202e', '..', '=1+1'],
  ...[0, -0, -1, 1.5, 1e21, 2 ** 31, 2 ** 53, 2 ** 63, Number.MIN_VALUE, [], {}, [[]], [null], { a: { b: [] } }],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', ['a', 'b'], { partyId: 1 }],
];

type Shaped = { def?: { innerType?: Shaped; shape?: Record<string, unknown> }; shape?: Record<string, unknown> };
const shapeOf = (schema: unknown): Record<string, unknown> => {
  const { def, shape } = schema as Shaped;
  return shape ?? def?.shape ?? (def?.innerType ? shapeOf(def.innerType) : {});
};

const endpoints = Object.values(contract).flatMap((verbs) =>
  Object.values(verbs as Record<string, AnyContractProcedure>).map((procedure) => {
    const { method = 'GET', path = '' } = procedure['~orpc'].route;
    const { params, query, body } = shapeOf(procedure['~orpc'].inputSchema);
    const keys = (part: unknown) => Object.keys(shapeOf(part));
    return { method, path, params: keys(params), query: keys(query), body: keys(body) };
  }),
);

const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...nasty) }, fc.jsonValue({ maxDepth: 3 }));
const words = fc.constantFrom('now', 'mail', 'call', 'customer', 'person', 'nl', 'ours', '2026-01-01T00:00:00.000Z');

function request(endpoint: (typeof endpoints)[number]) {
  const some = (names: string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(value, words, fc.constant(partyId))])), {
      requiredKeys: [],
    });
  const params = fc.record(
    Object.fromEntries(endpoint.params.map((name) => [name, fc.oneof(fc.constant(partyId), value.map(String))])),
  );
  return fc.record({ params, query: some(endpoint.query), body: some(endpoint.body) });
}

test('nothing that can be sent is answered by a 500', { timeout: 300_000 }, async () => {
  let [asked, accepted] = [0, 0];
  for (const endpoint of endpoints.filter(({ path }) => path !== '/demo')) {
    await fc.assert(
      fc.asyncProperty(request(endpoint), async ({ params, query, body }) => {
        const search = new URLSearchParams(Object.entries(query).map(([key, part]) => [key, String(part)]));
        const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          encodeURIComponent((params[name] ?? '').toWellFormed()),
        );
        const answer = await app.call({
          method: endpoint.method as 'GET',
          url: `/api${path}?${search}`,
          cookie: joris.cookie,
          ...(endpoint.method === 'GET' ? {} : { payload: body as object }),
        });
        asked += 1;
        accepted += answer.statusCode < 300 ? 1 : 0;
        assert.ok(answer.statusCode < 500, `${endpoint.method} ${endpoint.path} ${answer.statusCode} ${answer.body}`);
        if (answer.statusCode >= 400) assert.ok(answer.json().code, answer.body);
      }),
      { numRuns: Number(process.env.HECHT_FUZZ_RUNS ?? 40), seed: 20_261_121 },
    );
  }
  assert.ok(asked > 1_500, String(asked));
  assert.ok(accepted > 20, `only ${accepted} were accepted: the fuzz does not reach the database`);
});

test('text comes back bit for bit, or is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), async (note) => {
      const answer = await app.call({
        method: 'PATCH',
        url: `/api/parties/${partyId}`,
        cookie: joris.cookie,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ note }),
      });
      if (answer.statusCode === 200) assert.equal(answer.json().note, note);
      else assert.deepEqual([answer.statusCode, answer.json().problems[0].code], [422, 'text-not-storable']);
    }),
    { numRuns: 100, seed: 7 },
  );
  for (const note of [`a${nul}`, `a${loneSurrogate}`]) {
    const payload = JSON.stringify({ note });
    const headers = { 'content-type': 'application/json' };
    const answer = await app.call({
      method: 'PATCH',
      url: `/api/parties/${partyId}`,
      cookie: joris.cookie,
      headers,
      payload,
    });
    assert.deepEqual([answer.statusCode, answer.json().problems[0].code], [422, 'text-not-storable']);
  }
});

test('bodies that are not JSON are told so, whatever their bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const answer = await app.call({
        method: 'POST',
        url: '/api/parties',
        cookie: joris.cookie,
        headers: { 'content-type': 'application/json' },
        payload: Buffer.from(bytes),
      });
      assert.ok([400, 422].includes(answer.statusCode), `${answer.statusCode} ${answer.body}`);
    }),
    { numRuns: 200, seed: 11 },
  );
});
