/** Writes that are sent twice, late, or by two at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { apiErrorOf } from '#contract/client.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

let app: TestApp;
let sanne: TestUser;
let bram: TestUser;
before(async () => {
  app = await testApp();
  sanne = await app.addUser('Sanne');
  bram = await app.addUser('Bram');
});
after(() => app.close());

const refusalOf = (asked: Promise<unknown>) => asked.then(() => assert.fail('it was answered'), apiErrorOf);
const headers = (key: string) => ({ 'idempotency-key': key });
const named = (name: string) => ({ kind: 'organisation' as const, name });
const countOf = async (name: string) =>
  (await app.db.selectFrom('parties').select('id').where('name', '=', name).execute()).length;

test('the same key twice gives the same answer and one effect, also at the same moment', async () => {
  const ask = () => sanne.client.parties.create({ body: named('Bar Nul'), headers: headers('one') });
  const [first, ...others] = await Promise.all([ask(), ask(), ask(), ask()]);
  for (const other of [...others, await ask()]) assert.deepEqual(other, first);
  assert.equal(await countOf('Bar Nul'), 1);
});

test('another body under the same key is refused, and keys of two people are two keys', async () => {
  await sanne.client.parties.create({ body: named('Kantoorpunt'), headers: headers('two') });
  const other = await refusalOf(sanne.client.parties.create({ body: named('Kantoor'), headers: headers('two') }));
  assert.deepEqual([other?.status, other?.code], [422, 'idempotency-mismatch']);
  await bram.client.parties.create({ body: named('Kantoorpunt'), headers: headers('two') });
  assert.equal(await countOf('Kantoorpunt'), 2);
});

test('a refused write leaves its key free', async () => {
  const dueAt = '2030-01-01T09:00:00.000Z';
  const { id: partyId } = await sanne.client.parties.create({ body: named('Salon Wit') });
  const promise = { partyId: crypto.randomUUID(), owedBy: 'ours' as const, text: 'Bellen', dueAt };
  const refused = await refusalOf(sanne.client.promises.create({ body: promise, headers: headers('three') }));
  assert.equal(refused?.status, 404);
  const made = await sanne.client.promises.create({ body: { ...promise, partyId }, headers: headers('three') });
  assert.equal(made.text, 'Bellen');
});

test('who changes what has changed meanwhile gets 412 with how it is now, and nothing is lost', async () => {
  const party = await sanne.client.parties.create({ body: named('Hotel Marktzicht') });
  const params = { partyId: party.id };
  const ifMatch = { 'if-match': `"${party.version}"` };
  const changed = await sanne.client.parties.update({ params, body: { note: 'van Sanne' }, headers: ifMatch });
  assert.equal(changed.version, party.version + 1);
  const stale = await refusalOf(bram.client.parties.update({ params, body: { note: 'van Bram' }, headers: ifMatch }));
  assert.deepEqual([stale?.status, stale?.code, stale?.current?.note], [412, 'stale', 'van Sanne']);
  assert.equal((await bram.client.parties.get({ params })).note, 'van Sanne');
});

test('of two who write at once on one version, one wins and one is told', async () => {
  const party = await sanne.client.parties.create({ body: named('Hotel De Brug') });
  const ask = (note: string) =>
    sanne.client.parties.update({
      params: { partyId: party.id },
      body: { note },
      headers: { 'if-match': `"${party.version}"` },
    });
  const ends = await Promise.allSettled(['a', 'b', 'c', 'd'].map(ask));
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [apiErrorOf(end.reason)?.status] : []));
  assert.deepEqual(refused, [412, 412, 412]);
});

test('an answer with a version says so in ETag; If-Match that is no version is refused', async () => {
  const party = await sanne.client.parties.create({ body: named('Camping De Zandbank') });
  const url = `/api/parties/${party.id}`;
  const read = await app.call({ url, cookie: sanne.cookie });
  assert.equal(read.headers.etag, `"${party.version}"`);
  const wrong = { method: 'PATCH', url, cookie: sanne.cookie, payload: { note: 'x' } } as const;
  const answer = await app.call({ ...wrong, headers: { 'if-match': '"abc"' } });
  assert.deepEqual([answer.statusCode, answer.json().problems[0].path], [422, 'headers.if-match']);
});
