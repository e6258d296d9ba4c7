/** The way in for other programs, at the door: kept before it is answered, read afterwards, mended and read again. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { HookMapping } from '#contract/hook-mapping.ts';
import { systemActor } from '#services/context.ts';
import { readDeliveries } from '#services/hooks/read-deliveries.ts';
import { type TestApp, type TestUser, testApp } from '#test/app.ts';

let app: TestApp;
let joris: TestUser;
before(async () => {
  app = await testApp();
  joris = await app.addUser('Joris', 'owner');
});
after(() => app.close());

const at = '2026-11-20T09:00:00Z';
const sent = {
  type: 'order',
  id: '1',
  at,
  customer: { mail: 'ans@cafeans.example', name: 'Ans' },
  amount: '12.50',
  currency: 'EUR',
};
const work = () => readDeliveries({ ...app.context, actor: systemActor });
const pathOf = (url: string | null) => new URL(url ?? '').pathname;

async function makeHook(name: string, preset = 'generic') {
  const hook = await joris.client.hooks.create({ body: { name, preset } });
  const post = (payload: string | object, headers: Record<string, string> = {}) =>
    app.call({
      method: 'POST',
      url: pathOf(hook.url),
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  const list = async () => (await joris.client.hooks.deliveries({ params: { hookId: hook.id } })).items;
  return { hook, params: { hookId: hook.id }, post, list };
}

test('a message is kept before it is answered, and read by the job that was left with it', async () => {
  const { post, list } = await makeHook('Winkel');
  const before = app.jobs.length;
  assert.deepEqual([(await post(sent)).statusCode, (await list())[0]?.outcome], [200, 'waiting']);
  assert.deepEqual(
    app.jobs.slice(before).map(({ name }) => name),
    ['read-deliveries'],
  );
  await work();
  const [kept] = await list();
  assert.deepEqual([kept?.outcome, kept?.party?.name], ['kept', 'Ans']);
  const { items } = await joris.client.parties.timeline({ params: { partyId: kept?.party?.id ?? '' } });
  assert.equal(items[0]?.noun === 'interaction' && items[0].kind, 'order');
});

test('the same message again is one, the same event told otherwise puts it right', async () => {
  const { post, list, params } = await makeHook('Dubbel');
  for (let time = 0; time < 3; time += 1) await post({ ...sent, id: 'd' });
  await post({ ...sent, id: 'd', extra: true });
  await post({ ...sent, id: 'd', amount: '13' });
  await work();
  assert.deepEqual((await list()).map(({ outcome }) => outcome).sort(), ['kept', 'same', 'same']);
  const { rows } = await sql<{ amount: number }>`select (order_line->>'amountMinor')::int as amount from interactions
    where source_key = 'order:d'`.execute(app.db);
  assert.deepEqual(rows, [{ amount: 1300 }]);
  assert.equal((await joris.client.hooks.get({ params })).counts.kept, 1);
});

test('what cannot be read stays with its reason, and is read once the mapping is mended', async () => {
  const { hook, post, list, params } = await makeHook('Kapot');
  const theirs = { soort: 'bestelling', nr: 7, op: '20-11-2026 10:30', klant: { email: 'x@y.example' }, som: '7,50' };
  await post(theirs);
  await post('{"type": ');
  await post(`${'['.repeat(40)}${']'.repeat(40)}`);
  await work();
  assert.deepEqual((await list()).map(({ problem }) => problem).sort(), ['no-type', 'not-json', 'too-deep']);
  const mapping: HookMapping = {
    type: { from: 'constant', value: 'order' },
    fields: {
      id: { from: 'paths', paths: [['nr']], isJoined: false, form: 'text' },
      at: { from: 'paths', paths: [['op']], isJoined: false, form: 'day-first' },
      mail: { from: 'paths', paths: [['klant', 'email']], isJoined: false, form: 'text' },
      amount: { from: 'paths', paths: [['som']], isJoined: false, form: 'amount' },
    },
  };
  const preview = await joris.client.hooks.preview({ params, body: { mapping, sample: JSON.stringify(theirs) } });
  assert.deepEqual(preview.sights[0]?.event, {
    type: 'order',
    id: '7',
    at: '2026-11-20T09:30:00.000Z',
    customer: { mail: 'x@y.example' },
    amountMinor: 750,
  });
  assert.deepEqual(preview.leaves.find(({ example }) => example === 'x@y.example')?.path, ['klant', 'email']);
  await joris.client.hooks.update({ params, body: { mapping }, headers: { 'if-match': String(hook.version) } });
  assert.equal((await joris.client.hooks.retry({ params })).waiting, 3);
  await work();
  assert.deepEqual((await list()).map(({ outcome }) => outcome).sort(), ['failed', 'failed', 'kept']);
  const wrong = {
    ...mapping,
    fields: { ...mapping.fields, amount: { ...mapping.fields.at, paths: [['op']] } },
  } as HookMapping;
  const [sight] = (await joris.client.hooks.preview({ params, body: { mapping: wrong } })).sights;
  assert.equal(sight?.outcome, 'failed');
});

test('a signature is asked for when there is a secret, in each of the four ways', async () => {
  const secret = 'een geheim van twintig';
  const now = Math.floor(app.context.now().getTime() / 1000);
  const hmac = (text: string, how: 'base64' | 'hex') => createHmac('sha256', secret).update(text).digest(how);
  const ways = {
    shopify: (body: string) => ({ 'x-shopify-hmac-sha256': hmac(body, 'base64') }),
    woocommerce: (body: string) => ({ 'x-wc-webhook-signature': hmac(body, 'base64') }),
    stripe: (body: string, seconds = now) => ({
      'stripe-signature': `t=${seconds},v1=${hmac(`${seconds}.${body}`, 'hex')}`,
    }),
    standard: (body: string, seconds = now) => ({
      'webhook-id': 'm1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,AAAA v1,${hmac(`m1.${seconds}.${body}`, 'base64')}`,
    }),
  };
  const body = JSON.stringify({ ...sent, id: 'getekend' });
  for (const [signature, sign] of Object.entries(ways)) {
    const { post, params, list } = await makeHook(`Getekend ${signature}`);
    await joris.client.hooks.update({ params, body: { signature: signature as 'stripe', secret } });
    assert.equal((await post(body)).statusCode, 403, signature);
    assert.equal((await post(`${body} `, sign(body))).statusCode, 403, signature);
    assert.equal((await joris.client.hooks.get({ params })).problem, 'wrong-signature');
    if (signature === 'stripe' || signature === 'standard') {
      assert.equal((await post(body, (sign as typeof ways.stripe)(body, now - 3_600))).statusCode, 403, 'an hour old');
    }
    assert.equal((await post(body, sign(body))).statusCode, 200, signature);
    assert.deepEqual([(await list()).length, (await joris.client.hooks.get({ params })).problem], [1, null]);
    const shown = JSON.stringify(await joris.client.hooks.get({ params }));
    assert.ok(!shown.includes(secret) && shown.includes('"hasSecret":true'));
  }
});

test('an address that is replaced or taken away takes nothing in; undo brings it back', async () => {
  const { hook, post, params } = await makeHook('Adres');
  const renewed = await joris.client.hooks.renew({ params });
  assert.notEqual(renewed.url, hook.url);
  assert.equal((await post(sent)).statusCode, 404);
  await joris.client.hooks.remove({ params });
  const there = () => app.call({ method: 'POST', url: pathOf(renewed.url), payload: { ...sent, id: 'terug' } });
  assert.equal((await there()).statusCode, 404);
  const [change] = (await joris.client.changes.list({ query: { limit: '1' } })).items;
  await joris.client.changes.undo({ body: { changeId: change?.id ?? '' } });
  assert.equal((await there()).statusCode, 200);
});

test('paused it keeps what comes, and reads it later; forms and pings are understood', async () => {
  const { post, list, params } = await makeHook('Pauze', 'woocommerce');
  assert.equal((await post('webhook_id=12', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode, 200);
  assert.equal((await list()).length, 0);
  const order = {
    id: 991,
    number: '991',
    status: 'processing',
    currency: 'EUR',
    date_created_gmt: '2026-11-20T08:00:00',
    total: '45.90',
    customer_id: 0,
    billing: { first_name: 'Yara', last_name: 'de Wit', company: 'Studio Zeven', email: 'yara@studiozeven.nl' },
    line_items: [
      { name: 'Bonen', quantity: 2 },
      { name: 'Blik', quantity: 1 },
    ],
  };
  await joris.client.hooks.update({ params, body: { isPaused: true } });
  await post(`payload=${encodeURIComponent(JSON.stringify(order))}`, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  await work();
  assert.equal((await list())[0]?.outcome, 'waiting');
  await joris.client.hooks.update({ params, body: { isPaused: false } });
  await work();
  assert.deepEqual([(await list())[0]?.outcome, (await list())[0]?.party?.name], ['kept', 'Studio Zeven']);
  const { rows } = await sql<{
    line: object;
  }>`select order_line as line from interactions where source_key = 'order:991'`.execute(app.db);
  assert.deepEqual(rows[0]?.line, {
    amountMinor: 4590,
    currency: 'EUR',
    units: 3,
    product: 'Bonen, Blik',
    brand: null,
    offers: {},
  });
});

test('too large is refused, guessing is slowed down', async () => {
  const { post } = await makeHook('Groot');
  assert.equal((await post({ ...sent, text: 'x'.repeat(1_100_000) })).statusCode, 413);
  const guess = () => app.call({ method: 'POST', url: `/api/hooks/${'a'.repeat(43)}`, payload: sent });
  const answers = new Set<number>();
  for (let time = 0; time < 35; time += 1) answers.add((await guess()).statusCode);
  assert.deepEqual([...answers], [404, 429]);
});
