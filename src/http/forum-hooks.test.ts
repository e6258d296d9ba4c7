import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestApp, testApp } from '#test/app.ts';

let app: TestApp;
before(async () => {
  app = await testApp();
});
after(() => app.close());

test('a forum that is none, or does not sign, is answered like an address that does not exist; guessing is slowed down', async () => {
  const tell = (id: string, signature: string) =>
    app.call({
      method: 'POST',
      url: `/api/connections/${id}/told`,
      headers: { 'content-type': 'application/json', 'x-discourse-event-signature': signature },
      payload: '{"ping":"OK"}',
    });
  const answers = new Set<number>();
  const ids = ['019b0000-0000-7000-8000-000000000001', 'x', "'; drop table connections; --"];
  for (const id of ids) answers.add((await tell(encodeURIComponent(id), `sha256=${'0'.repeat(64)}`)).statusCode);
  for (let time = 0; time < 32; time += 1) answers.add((await tell(ids[0] ?? '', '')).statusCode);
  assert.deepEqual([...answers], [404, 429]);
});
