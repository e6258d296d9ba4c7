import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { WhatIfQuestion } from '#contract/what-if-runs.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { refreshFigures } from '../figures/refresh-figures.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { askWhatIf } from './ask-what-if.ts';
import { getWhatIfRun, listWhatIfProducts, listWhatIfRuns, planWhatIf, removeWhatIfRun } from './what-if-runs.ts';

const dayMs = 86_400_000;
const price: WhatIfQuestion = { kind: 'price', percent: 8, isAnnounced: true };
let house: House;
const ids: Record<string, string> = {};

const daysAgo = (days: number) => new Date(testNow.getTime() - days * dayMs).toISOString();
const every = (gap: number, from: number, count: number) => Array.from({ length: count }, (_, at) => from + gap * at);
const partyOf = (ctx: Context) => (ctx.actor.kind === 'user' ? (ctx.actor.partyId ?? '') : '');
const namesOf = (run: { items: readonly { party: { name: string } }[] }) => run.items.map(({ party }) => party.name);

async function mails(name: string, us: string, days: readonly number[], product: string | null = null) {
  const them = { kind: 'mail', value: `${name}@ziggo.nl`, name } as const;
  const ours = { kind: 'mail', value: `${us}@overkant.nl`, name: null } as const;
  const items = days.map((day, at) => ({
    ...{ subject: null, text: null, answers: [], asked: true, valence: null, benefits: [] },
    order: product === null ? null : { ...noOrder, product },
    sourceKey: `${name} ${us} ${day}`,
    at: daysAgo(day),
    channel: product === null ? ('mail' as const) : ('order' as const),
    kind: product === null ? ('message' as const) : ('order' as const),
    from: at % 2 === 0 && product === null ? ours : them,
    to: [at % 2 === 0 && product === null ? them : ours],
  }));
  await recordInteractions(house.sanne, { source: 'Post', coveredUntil: null, items });
  const { rows } = await sql<{ id: string }>`select id from parties where name = ${name}`.execute(house.db);
  ids[name] = rows[0]?.id ?? '';
}
const noOrder = { amountMinor: null, currency: null, units: null, brand: null, offers: {} };

async function standsOn(name: string, shares: Record<string, number>) {
  await sql`insert into party_foundations (party_id, shares, uncertainty, n, ground, largest, as_of)
    values (${ids[name]}, ${JSON.stringify(shares)}::jsonb, 0.2, 3, 'said', 'price', ${testNow})`.execute(house.db);
}

before(async () => {
  house = await testHouse();
  await mails('Kantoorpunt', 'sanne', every(9, 2, 20));
  await mails('Nul', 'sanne', every(9, 3, 20));
  await mails('Klaver', 'sanne', every(9, 4, 20));
  await mails('Klaver', 'bram', every(9, 6, 20));
  await mails('Zus', 'sanne', every(9, 2, 20));
  await sql`update parties set visibility = 'private' where name = 'Zus'`.execute(house.db);
  await sql`insert into private_parties select id, ${house.sanne.actor.kind === 'user' ? house.sanne.actor.userId : ''}::uuid
    from parties where name = 'Zus'`.execute(house.db);
  await refreshFigures(house.system);
  await standsOn('Kantoorpunt', { brand: 0.1, price: 0.8, personal: 0.1 });
  await standsOn('Nul', { brand: 0.9, price: 0.05, personal: 0.05 });
  await standsOn('Klaver', { brand: 0.2, price: 0.1, personal: 0.7 });
});
after(() => house.drop());

test('prices up 8 %: who is with us for the price first, who is for the brand hardly, nobody private', async () => {
  const run = await askWhatIf(house.sanne, { question: price, scope: { kind: 'everything' } });
  assert.deepEqual(namesOf(run), ['Kantoorpunt', 'Klaver', 'Nul']);
  assert.deepEqual([run.totals.asked, run.totals.hurt, run.totals.unknown], [3, 1, 0]);
  const [first] = run.items;
  assert.deepEqual([first?.through, first?.act, first?.isHurt, first?.n], ['price', 'talk-value', true, 3]);
  assert.ok(first?.reasons.some(({ code, numbers }) => code === 'shock-price' && numbers.rise === 0.08));
  assert.ok(run.totals.leavingLow < run.totals.leaving && run.totals.leaving < run.totals.leavingHigh);
  const one = await askWhatIf(house.sanne, { question: price, scope: { kind: 'party', partyId: ids.Nul ?? '' } });
  assert.deepEqual(namesOf(one), ['Nul']);
  const filter = { all: [{ field: 'name', op: 'contains' as const, value: 'kan' }] };
  const list = await askWhatIf(house.sanne, { question: price, scope: { kind: 'segment', filter } });
  assert.deepEqual(namesOf(list), ['Kantoorpunt']);
  const own = { question: price, scope: { kind: 'party' as const, partyId: ids.Zus ?? '' } };
  await assert.rejects(askWhatIf(house.sanne, own), { code: 'not-found' });
});

test('a colleague away: only who hangs on her, who else is there, and she is told', async () => {
  const question = { kind: 'colleague-away', colleagueId: partyOf(house.bram), carriedPercent: 0 } as const;
  await assert.rejects(askWhatIf(house.bram, { question: away(house.sanne), scope: { kind: 'everything' } }), {
    code: 'not-allowed',
  });
  const run = await askWhatIf(house.sanne, { question, scope: { kind: 'everything' } });
  assert.deepEqual(namesOf(run), ['Klaver']);
  const [klaver] = run.items;
  assert.deepEqual(
    [klaver?.act, klaver?.colleague?.name, klaver?.through],
    ['hand-over', 'Sanne de Vries', 'personal'],
  );
  assert.ok((klaver?.strengthAfter ?? 1) < (klaver?.strengthBefore ?? 0) && (klaver?.strengthAfter ?? 0) > 0);
  const told = (await listNotifications(house.bram, {})).items;
  assert.deepEqual(
    told.map(({ kind, record }) => [kind, record.id]),
    [['what-if-asked', run.id]],
  );
  assert.equal((await getWhatIfRun(house.bram, { runId: run.id })).id, run.id);
  const own = await askWhatIf(house.bram, { question: away(house.bram), scope: { kind: 'everything' } });
  assert.deepEqual(namesOf(own), ['Klaver']);
  await assert.rejects(getWhatIfRun(house.sanne, { runId: own.id }), { code: 'not-found' }, 'his own question is his');
});

const away = (ctx: Context) => ({ kind: 'colleague-away', colleagueId: partyOf(ctx) }) as const;

test('who buys the product that stops, and their contact who leaves', async () => {
  await mails('Salon', 'sanne', every(20, 3, 10), 'IJssel espresso');
  await refreshFigures(house.system);
  assert.deepEqual((await listWhatIfProducts(house.sanne)).items, [{ product: 'IJssel espresso', buyers: 1 }]);
  const stops = await askWhatIf(house.sanne, {
    question: { kind: 'product-stops', product: 'IJssel espresso' },
    scope: { kind: 'everything' },
  });
  assert.deepEqual([stops.totals.asked, stops.items[0]?.act ?? 'offer-other'], [1, 'offer-other']);
  const leaves = await askWhatIf(house.sanne, {
    question: { kind: 'contact-leaves', contactId: ids.Klaver ?? '' },
    scope: { kind: 'everything' },
  });
  assert.deepEqual([namesOf(leaves), leaves.items[0]?.strengthAfter], [['Klaver'], 0]);
});

test('as it stood half a year ago, beside what happened since', async () => {
  const run = await askWhatIf(house.sanne, {
    question: { ...price, percent: 20 },
    scope: { kind: 'everything' },
    asOn: daysAgo(100).slice(0, 10),
  });
  assert.ok(run.items.length >= 3 && run.since !== null);
  assert.ok(run.items.every(({ since }) => since !== null));
  assert.equal(run.since?.gone, 0);
  const lastYear = { question: price, scope: { kind: 'everything' as const }, asOn: daysAgo(500).slice(0, 10) };
  await assert.rejects(askWhatIf(house.sanne, lastYear), { code: 'bad-input' });
});

test('kept, paged, planned as tasks in one go, taken away and brought back', async () => {
  const page = await listWhatIfRuns(house.sanne, { limit: 2 });
  assert.equal(page.items.length, 2);
  const next = await listWhatIfRuns(house.sanne, { limit: 2, cursor: page.nextCursor ?? '' });
  assert.ok(next.items.every(({ id }) => !page.items.some((item) => item.id === id)));
  const runId = page.items[0]?.id ?? '';
  const items = ['Klaver', 'Nul'].map((name) => ({ partyId: ids[name] ?? '', title: `Bram voorstellen bij ${name}` }));
  await planWhatIf(house.sanne, { runId, items, dueOn: '2026-12-01' });
  assert.equal((await listTasks(house.sanne, {})).items.length, 2);
  assert.equal((await undoChange(house.sanne, {})).undone, 2);
  assert.equal((await listTasks(house.sanne, {})).items.length, 0);
  await removeWhatIfRun(house.sanne, { runId });
  await assert.rejects(getWhatIfRun(house.sanne, { runId }), { code: 'not-found' });
  const [change] = (await listChanges(house.sanne, { recordId: runId })).items;
  await undoChange(house.sanne, { changeId: change?.id ?? '' });
  assert.equal((await getWhatIfRun(house.sanne, { runId })).id, runId);
});
