import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { partyUnasked, tieAttention } from '#contract/ties.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { proposeForFirm } from '../parameters/propose-for-firm.ts';
import { getTieAttention } from './get-attention.ts';
import { getUnasked } from './get-unasked.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const plain = { subject: null, text: null, answers: [] as string[], valence: null, benefits: [], order: null };
const us = { kind: 'mail', value: 'sanne@overkant.nl', name: null } as const;

interface Moment {
  readonly days: number;
  readonly name: string;
  readonly byUs: boolean;
  readonly key?: string;
  readonly change?: {
    channel?: 'call';
    kind?: 'call' | 'thanks';
    asked?: boolean;
    answers?: string[];
    subject?: string;
  };
}

async function record(moments: readonly Moment[]): Promise<void> {
  const items = moments.map(({ days, name, byUs, key, change }) => {
    const them = { kind: 'mail', value: `${name}@ziggo.nl`, name } as const;
    return {
      ...{ ...plain, channel: 'mail' as const, kind: 'message' as const, asked: true, ...change },
      sourceKey: key ?? `${name} ${days} ${byUs}`,
      at: new Date(testNow.getTime() - days * 86_400_000).toISOString(),
      from: byUs ? us : them,
      to: [byUs ? them : us],
    };
  });
  await recordInteractions(house.sanne, { source: 'Post', coveredUntil: null, items });
}

async function read(name: string, ctx = house.sanne) {
  const { rows } = await sqlTie(name);
  const found = await getTieAttention(ctx, { tieId: rows[0]?.id ?? assert.fail('no tie') });
  return tieAttention.parse(found);
}

function sqlTie(name: string) {
  return house.db
    .selectFrom('ties')
    .innerJoin('parties', (join) =>
      join.on((on) => on.or([on('parties.id', '=', on.ref('party_a')), on('parties.id', '=', on.ref('party_b'))])),
    )
    .select('ties.id')
    .where('parties.name', '=', name)
    .execute()
    .then((rows) => ({ rows }));
}

/** Of the two sides, who is who lies in the order of the ids. */
async function sides(name: string) {
  const found = await read(name);
  const [one, other] = [found.ab, found.ba].sort((x, y) => y.began.count - x.began.count);
  return { ...found, one: one ?? found.ab, other: other ?? found.ba };
}

async function readUnasked(name: string) {
  const party = await house.db.selectFrom('parties').select('id').where('name', '=', name).executeTakeFirstOrThrow();
  return partyUnasked.parse(await getUnasked(house.sanne, { partyId: party.id })).channels;
}

test('who began, who answered, who was there and who thanked; what is over a year old is left out', async () => {
  await record([
    { name: 'ans', days: 30, byUs: true, key: 'vraag', change: { subject: 'Bonen' } },
    { name: 'ans', days: 29, byUs: false, change: { answers: ['vraag'] } },
    { name: 'ans', days: 20, byUs: true },
    { name: 'ans', days: 12, byUs: true, change: { channel: 'call', kind: 'call' } },
    { name: 'ans', days: 11, byUs: false, change: { kind: 'thanks' } },
    { name: 'ans', days: 380, byUs: true },
  ]);
  const { one, other, together, isWhole } = await sides('ans');
  assert.deepEqual([one.began.count, one.answered.count, one.lookedAfter.count], [2, 0, 0]);
  assert.deepEqual([other.began.count, other.answered.count, other.lookedAfter.count], [1, 1, 1]);
  assert.deepEqual([together.count, isWhole], [1, true]);
  assert.deepEqual(
    one.began.latest.map(({ subject }) => subject),
    [null, 'Bonen'],
  );
});

test('unasked: not enough is said, with what there is; from twelve on, with three of each, it is learnt', async () => {
  const send = (days: number) => ({ name: 'salon', days, byUs: true, change: { asked: false } });
  await record([300, 250, 200, 150].map(send));
  await record([{ name: 'salon', days: 298, byUs: false }]);
  const [early] = await readUnasked('salon');
  assert.deepEqual([early?.channel, early?.learnt.tries, early?.learnt.answered], ['mail', 4, 1]);
  assert.deepEqual([early?.learnt.isEnough, early?.learnt.ideal, early?.inForce], [false, 3.5, 3.5]);
  await record([248, 198, 148].map((days) => ({ name: 'salon', days, byUs: false })));
  // A burst that nobody answered, and one too short ago to know.
  await record([60, 58, 56, 54, 52, 50, 48, 46, 44, 3].map(send));
  const [later] = await readUnasked('salon');
  assert.deepEqual([later?.learnt.tries, later?.learnt.answered, later?.learnt.isEnough], [13, 4, true]);
  assert.ok((later?.learnt.ideal ?? 9) < 3.5, JSON.stringify(later?.learnt));
  assert.equal(later?.latest[0]?.answered, null);
  assert.ok((later?.now ?? 0) > 5 && later?.count === 14);
  assert.deepEqual(await readUnasked('ans'), []);
});

test('a colleague reads the same, and the firm proposes nothing of so little', async () => {
  assert.deepEqual(await read('ans', house.bram), await read('ans'));
  assert.equal(await proposeForFirm(house.system), null);
});

test('somebody private is not found by a colleague, in either', async () => {
  const { id } = await house.db
    .updateTable('parties')
    .set({ visibility: 'private' })
    .where('name', '=', 'salon')
    .returning('id')
    .executeTakeFirstOrThrow();
  await assert.rejects(getUnasked(house.bram, { partyId: id }), { code: 'not-found' });
  await assert.rejects(read('salon', house.bram), { code: 'not-found' });
});
