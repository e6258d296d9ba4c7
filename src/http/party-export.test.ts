import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

let app: TestApp;
let joris: TestUser;
let sanne: TestUser;

before(async () => {
  app = await testApp();
  joris = await app.addUser('Joris', 'owner');
  sanne = await app.addUser('Sanne');
  const phone = { kind: 'phone' as const, value: '+31612345678' };
  await sanne.client.parties.create({
    body: { kind: 'person', name: '=HYPERLINK("http://x")', jobTitle: '+cmd', tags: ['Beurs'], identities: [phone] },
  });
  await sanne.client.parties.create({ body: { kind: 'person', name: 'Zus van Sanne', roles: ['private'] } });
});
after(() => app.close());

const take = (url: string, cookie: string) => app.call({ url: `/api/parties/export.csv${url}`, cookie });

test('a sheet has the lines and columns of the list, and runs nothing', async () => {
  const answer = await take('?columns=name,jobTitle,phone,tags&sort=name', joris.cookie);
  assert.equal(answer.statusCode, 200);
  assert.match(String(answer.headers['content-disposition']), /^attachment/);
  const lines = answer.body.replace('\ufeff', '').trim().split('\r\n');
  assert.equal(lines[0], 'name,jobTitle,phone,tags');
  assert.ok(lines.includes(`"'=HYPERLINK(""http://x"")",'+cmd,+31612345678,Beurs`), answer.body);
  assert.doesNotMatch(answer.body, /Zus van Sanne/);
  assert.match((await take('', sanne.cookie)).body, /Zus van Sanne/);
});

test('the filter of the list holds, and what is no filter is refused by its place', async () => {
  const filter = encodeURIComponent(JSON.stringify({ all: [{ field: 'name', op: 'is', value: 'niemand' }] }));
  assert.equal((await take(`?filter=${filter}`, joris.cookie)).body.trim().split('\r\n').length, 1);
  const wrong = await take(
    '?filter=%7B%22all%22%3A%5B%7B%22field%22%3A%22x%22%2C%22op%22%3A%22is%22%7D%5D%7D',
    joris.cookie,
  );
  assert.deepEqual([wrong.statusCode, wrong.json().problems[0].path], [422, 'query.filter.all[0].field']);
  assert.equal((await take('?isOwn=1', joris.cookie)).statusCode, 422);
  assert.equal((await take('?columns=password', joris.cookie)).statusCode, 422);
});

test('filters in the address of the list are read the same way', async () => {
  const answer = await app.call({ url: '/api/parties?filter=%7B', cookie: joris.cookie });
  assert.deepEqual([answer.statusCode, answer.json().problems[0].code], [422, 'not-json']);
});
