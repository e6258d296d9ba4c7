import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { checkFilter, type FilterLeaf, type FilterTree } from '#contract/party-filter.ts';
import { type PartyCondition, weighCondition } from '#store/party-conditions.ts';
import { listPartyIds } from '#store/party-counts.ts';
import { findNeighboursOf } from '#store/party-neighbours.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { viewerOf } from '../allow.ts';
import { refreshFigures } from '../figures/refresh-figures.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { createParty, updatePartyFields } from './change-party.ts';
import { countListed, findNeighbours, groupListed } from './count-parties.ts';
import { listParties } from './list-parties.ts';
import { readOrder } from './read-list.ts';
import { editsToFind, wordsOf } from './read-words.ts';
import { searchParties } from './search-parties.ts';

let house: House;
const ids: Record<string, string> = {};

before(async () => {
  house = await testHouse();
  const { sanne } = house;
  const make = async (name: string, rest: Partial<Parameters<typeof createParty>[1]> = {}) => {
    ids[name] = (await createParty(sanne, { kind: 'person', name, ...rest })).id;
  };
  await make('Café Ans', { kind: 'organisation', roles: ['customer'], tags: ['Beurs', 'Terras'] });
  await make('Ans Bakker', {
    jobTitle: 'Eigenaar',
    organisationId: ids['Café Ans'] ?? '',
    identities: [
      { kind: 'mail', value: 'ans@cafeans.nl', label: null },
      { kind: 'phone', value: '06 12345678', label: null },
    ],
    birthday: '--05-17',
  });
  await make('Hotel Marktzicht', { kind: 'organisation', roles: ['customer', 'supplier'], contactWish: 'gladly' });
  await make('Jan van den Berg', { tags: ['Beurs'], groups: ['Proeverij'], birthday: '1980-11-02' });
  await make('Weggelegd', { roles: ['ignore'] });
  await make('Zus van Sanne', { roles: ['private'], tags: ['Beurs'], groups: ['Proeverij'] });
  const call = { channel: 'call' as const, kind: 'call' as const, at: new Date(testNow.getTime() - 40 * 86_400_000) };
  await recordInteraction(sanne, {
    ...call,
    at: call.at.toISOString(),
    to: [{ partyId: ids['Hotel Marktzicht'] ?? '' }],
    subject: null,
    text: null,
    answers: [],
    asked: null,
    valence: null,
    benefits: [],
    order: null,
    keptLine: null,
  });
  await refreshFigures(house.system);
});
after(() => house.drop());

async function namesOf(filter: FilterTree | undefined, ctx = house.sanne): Promise<string[]> {
  const { items } = await listParties(ctx, { sort: 'name', ...(filter && { filter }) });
  return items.map(({ name }) => name);
}

const one = (field: string, op: FilterLeaf['op'], value?: unknown): FilterTree => ({
  all: [{ field, op, ...(value !== undefined && { value }) }],
});

test('each kind of condition finds whom it says', async () => {
  const tagId = (await sql<{ id: string }>`select id from tags where key = 'beurs'`.execute(house.db)).rows[0]?.id;
  const groupId = (await sql<{ id: string }>`select id from groups where key = 'proeverij'`.execute(house.db)).rows[0]
    ?.id;
  const cases: [FilterTree, string[]][] = [
    [one('name', 'contains', 'café'), ['Café Ans']],
    [one('name', 'contains', 'markt'), ['Hotel Marktzicht']],
    [one('role', 'is', ['supplier']), ['Hotel Marktzicht']],
    [one('role', 'empty'), ['Ans Bakker', 'Jan van den Berg']],
    [one('role', 'is', ['ignore']), ['Weggelegd']],
    [one('kind', 'not', ['person']), ['Café Ans', 'Hotel Marktzicht']],
    [one('wish', 'is', ['gladly']), ['Hotel Marktzicht']],
    [one('jobTitle', 'starts', 'EIGEN'), ['Ans Bakker']],
    [one('tag', 'is', [tagId]), ['Jan van den Berg', 'Café Ans', 'Zus van Sanne']],
    [one('group', 'is', [groupId]), ['Jan van den Berg', 'Zus van Sanne']],
    [one('employer', 'is', [ids['Café Ans']]), ['Ans Bakker']],
    [one('mail', 'contains', 'CAFEANS'), ['Ans Bakker']],
    [one('phone', 'contains', '06-1234 56'), ['Ans Bakker']],
    [one('birthdayMonth', 'is', [5]), ['Ans Bakker']],
    [one('birthdayMonth', 'filled'), ['Ans Bakker', 'Jan van den Berg']],
    [one('lastAt', 'older', 30), ['Hotel Marktzicht']],
    [one('lastAt', 'older', 60), []],
    [one('lastAt', 'within', 60), ['Hotel Marktzicht']],
    [one('contactCount', 'over', 0), ['Hotel Marktzicht']],
    [one('createdAt', 'before', '2020-01-01'), []],
    [
      {
        any: [{ field: 'tag', op: 'is', value: [tagId] }, { all: [{ field: 'role', op: 'is', value: ['supplier'] }] }],
      },
      ['Jan van den Berg', 'Café Ans', 'Hotel Marktzicht', 'Zus van Sanne'],
    ],
  ];
  for (const [filter, expected] of cases) {
    const found = await namesOf(filter);
    assert.deepEqual(found.toSorted(), expected.toSorted(), JSON.stringify(filter));
    assert.equal((await countListed(house.sanne, { filter })).count, expected.length);
  }
});

test('an "or" over rows elsewhere finds the same people looked up first as met on the way', async () => {
  const tagId = (await sql<{ id: string }>`select id from tags where key = 'beurs'`.execute(house.db)).rows[0]?.id;
  const groupId = (await sql<{ id: string }>`select id from groups where key = 'proeverij'`.execute(house.db)).rows[0]
    ?.id;
  const tag = { subject: 'tag', op: 'is', value: [tagId ?? ''] } as const;
  const group = { subject: 'group', op: 'is', value: [groupId ?? ''] } as const;
  const mail = { subject: 'mail', op: 'contains', value: 'cafeans' } as const;
  const phone = { subject: 'phone', op: 'filled' } as const;
  const cases: [readonly PartyCondition[], string[]][] = [
    [
      [tag, mail],
      ['Ans Bakker', 'Café Ans', 'Jan van den Berg', 'Zus van Sanne'],
    ],
    [
      [{ all: [tag, group] }, phone],
      ['Ans Bakker', 'Jan van den Berg', 'Zus van Sanne'],
    ],
    [[{ any: [mail] }, { all: [group, phone] }], ['Ans Bakker']],
  ];
  const namesOfIds = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  for (const [any, expected] of cases) {
    const weighed = await weighCondition(house.db, { any });
    assert.equal('any' in weighed && weighed.isRare, true);
    for (const condition of [weighed, { any }]) {
      const list = { viewer: viewerOf(house.sanne.actor), filter: { condition }, except: [] };
      const found = await listPartyIds(house.db, list);
      assert.deepEqual(found.map((id) => namesOfIds.get(id)).toSorted(), expected, JSON.stringify(condition));
    }
  }
  const mixed: PartyCondition = { any: [tag, { subject: 'bond', op: 'over', value: 0.5 }] };
  assert.deepEqual(await weighCondition(house.db, mixed), mixed);
});

test('a condition that is no condition is told by its place', async () => {
  const wrong: [unknown, string][] = [
    [{ all: [{ field: 'password', op: 'is', value: 'x' }] }, 'all.0.field unknown-field'],
    [{ all: [{ field: 'name', op: 'over', value: 1 }] }, 'all.0.op unknown-op'],
    [{ all: [{ field: 'role', op: 'is', value: ['boss'] }] }, 'all.0.value wrong-value'],
    [{ all: [{ field: 'name', op: 'is', value: 'x', or: 1 }] }, 'all.0.or unknown-key'],
    [{ all: [{ any: [{ all: [{ any: [] }] }] }] }, 'all.0.any.0.all.0 too-deep'],
    [{ all: 1 }, 'all not-a-list'],
    [{ field: 'name', op: 'filled' }, ' not-a-filter'],
    [[], ' not-a-filter'],
    [{ all: [{ field: 'toString', op: 'filled' }] }, 'all.0.field unknown-field'],
  ];
  for (const [tree, told] of wrong) {
    assert.equal(checkFilter(tree).map(({ path, code }) => `${path.join('.')} ${code}`)[0], told);
  }
  const unknown = { filter: one('fields.nergens', 'filled') };
  await assert.rejects(listParties(house.sanne, unknown), (error: { problems: unknown[] }) => {
    assert.deepEqual(error.problems, [
      { path: 'query.filter.all[0].field', code: 'unknown-field', message: 'no such field' },
    ]);
    return true;
  });
});

test('who is private to a colleague is not listed, counted, grouped or found', async () => {
  assert.ok(!(await namesOf(undefined, house.bram)).includes('Zus van Sanne'));
  const tags = await groupListed(house.bram, { by: 'tag' });
  assert.deepEqual(
    tags.items.map(({ label, count }) => [label, count]),
    [
      ['Beurs', 2],
      ['Terras', 1],
      [null, 2],
    ],
  );
  const own = await groupListed(house.sanne, { by: 'tag' });
  assert.equal(own.items[0]?.count, 3);
  const around = await findNeighbours(house.bram, { sort: 'name', partyId: ids['Zus van Sanne'] ?? '' });
  assert.deepEqual([around.isListed, around.place, around.ids], [false, null, []]);
  assert.deepEqual((await searchParties(house.bram, { q: 'zus' })).items, []);
});

test('one stands between others, in every order', async () => {
  for (const sort of ['bond', 'name', 'last', 'trend', 'quiet', 'created'] as const) {
    const { items } = await listParties(house.sanne, { sort });
    const order = items.map(({ id }) => id);
    for (const [at, id] of order.entries()) {
      const around = await findNeighbours(house.sanne, { sort, partyId: id });
      assert.deepEqual([around.place, around.ids], [at + 1, order], sort);
      assert.deepEqual([around.isMoreBefore, around.isMoreAfter], [false, false], sort);
    }
  }
});

test('whoever stands far down is found with the few beside them, and counted for who asks', async () => {
  for (const sort of ['bond', 'name', 'last', 'trend', 'quiet', 'created'] as const) {
    const { items } = await listParties(house.sanne, { sort });
    const order = items.map(({ id }) => id);
    const list = { viewer: viewerOf(house.sanne.actor), filter: {}, ...readOrder({ sort }), reach: 2 };
    for (const [at, partyId] of order.entries()) {
      const few = await findNeighboursOf(house.sanne.db, { ...list, partyId, mostCounted: 2 });
      assert.deepEqual(few?.before, order.slice(Math.max(0, at - 2), at).reverse(), sort);
      assert.deepEqual(few?.after, order.slice(at + 1, at + 3), sort);
      assert.equal(few?.countBefore, at > 2 ? null : at, sort);
      const all = await findNeighboursOf(house.sanne.db, { ...list, partyId, mostCounted: null });
      assert.equal(all?.countBefore, at, sort);
    }
  }
});

test('pages in every order have everybody once', async () => {
  for (const sort of ['bond', 'name', 'created', 'quiet'] as const) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listParties>> = await listParties(house.sanne, {
        sort,
        limit: 2,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.length, 5, sort);
  }
});

test('chosen columns come along, and no others', async () => {
  const { items } = await listParties(house.sanne, { q: 'ans bakker', columns: 'jobTitle,tags,mail,phone,employer' });
  assert.deepEqual(items[0]?.cells, {
    jobTitle: 'Eigenaar',
    tags: [],
    mail: 'ans@cafeans.nl',
    phone: '+31612345678',
    employer: 'Café Ans',
  });
  await assert.rejects(listParties(house.sanne, { columns: 'password' }), { code: 'bad-input' });
});

const foundBy = async (q: string) =>
  (await searchParties(house.sanne, { q })).items.map(({ name, matched }) => `${name} (${matched.by})`);

test('search forgives: accents, typos, notations of a number, tags', async () => {
  assert.deepEqual(await foundBy('cafe ans'), ['Café Ans (name)', 'Ans Bakker (mail)']);
  assert.deepEqual(await foundBy('marktzigt'), ['Hotel Marktzicht (typo)']);
  assert.deepEqual(await foundBy('hotle mark'), ['Hotel Marktzicht (typo)']);
  assert.deepEqual(await foundBy('jan vd breg'), []);
  assert.deepEqual(await foundBy('breg'), ['Jan van den Berg (typo)']);
  for (const q of ['06-12 34', '+31 6 12345', '0031612345678', '+31 (0)6 1234', '(06) 12345678', 'ans 06-1234 5678']) {
    assert.deepEqual(await foundBy(q), ['Ans Bakker (phone)'], q);
  }
  assert.deepEqual(await foundBy('ans@cafe'), ['Ans Bakker (mail)']);
  assert.deepEqual((await foundBy('beurs')).toSorted(), [
    'Café Ans (tag)',
    'Jan van den Berg (tag)',
    'Zus van Sanne (tag)',
  ]);
});

test('exact and beginning stand above what looks like it', async () => {
  const { id } = await createParty(house.sanne, { kind: 'person', name: 'Hans Bekker' });
  const found = await foundBy('Bakker');
  assert.deepEqual(found, ['Ans Bakker (name)', 'Hans Bekker (typo)']);
  await updatePartyFields(house.sanne, { partyId: id, name: 'Piet Pot' });
  assert.deepEqual(await foundBy('Bakker'), ['Ans Bakker (name)']);
});

test('how far a word may be off', () => {
  assert.equal(editsToFind('marktzigt', 'hotel marktzicht'), 2);
  assert.equal(editsToFind('anz', 'ans bakker'), 1);
  assert.equal(editsToFind('abc', 'xyz'), null);
  assert.equal(editsToFind('06', '07'), null);
  assert.deepEqual(wordsOf('Ans  06-12 34 56'), ['ans', '06123456']);
  assert.deepEqual(wordsOf('Plein 12 2024'), ['plein', '12', '2024']);
});
