import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse, testNow } from '#test/house.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { createParty } from '../parties/change-party.ts';
import { createRelation } from '../parties/relations.ts';
import { decideTriage } from '../parties/triage.ts';
import { findIntroduction } from './find-introduction.ts';
import { getPartyNetwork } from './get-party-network.ts';
import { setIntroducer } from './introducer.ts';
import { mapNetwork } from './map-network.ts';
import { listWeakPoints } from './weak-points.ts';

const dayMs = 86_400_000;
let house: House;
const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) ?? assert.fail(name);

/**
 * Sanne mails with Ans and Yara, Bram with Henk (a little) and Yara; Yara brought Vera, whom nobody of us knows; Vera works
 * at De Verte. Henk knows Vera too.
 */
before(async () => {
  house = await testHouse();
  for (const name of ['Ans', 'Yara', 'Henk', 'Vera', 'Stil']) await person(house.sanne, name);
  ids.set('Verte', (await createParty(house.sanne, { kind: 'organisation', name: 'De Verte' })).id);
  await link('works-at', 'Vera', 'Verte');
  await link('introduced', 'Yara', 'Vera');
  await link('friend', 'Henk', 'Vera');
  await mails('Ans', 'sanne', 20);
  await mails('Yara', 'sanne', 20);
  await mails('Yara', 'bram', 4);
  await mails('Henk', 'bram', 2);
});
after(() => house.drop());

async function person(ctx: Context, name: string): Promise<void> {
  const identities = [{ kind: 'mail' as const, value: `${name.toLowerCase()}@ziggo.nl`, label: null }];
  ids.set(name, (await createParty(ctx, { kind: 'person', name, identities })).id);
}

const link = (typeKey: string, from: string, to: string) =>
  createRelation(house.sanne, { typeKey, fromParty: idOf(from), toParty: idOf(to) });

/** To and fro, every second day, as an import brings them in. */
async function mails(name: string, colleague: 'sanne' | 'bram', count: number): Promise<void> {
  const them = { kind: 'mail', value: `${name.toLowerCase()}@ziggo.nl`, name } as const;
  const us = { kind: 'mail', value: `${colleague}@overkant.nl`, name: null } as const;
  const plain = { subject: null, text: null, answers: [], valence: null, benefits: [], order: null, asked: true };
  const items = Array.from({ length: count }, (_, at) => ({
    ...plain,
    sourceKey: `${name} ${colleague} ${at}`,
    at: new Date(testNow.getTime() - (2 * at + 1) * dayMs).toISOString(),
    channel: 'mail' as const,
    kind: 'message' as const,
    from: at % 2 === 0 ? us : them,
    to: [at % 2 === 0 ? them : us],
  }));
  await recordInteractions(house.sanne, { source: 'Post', coveredUntil: testNow.toISOString(), items });
}

const namesOf = (ways: Awaited<ReturnType<typeof findIntroduction>>['ways']) =>
  ways.map(({ people }) => people.map(({ name }) => name.split(' ')[0]).join(' > '));

test('an introduction goes the way whose weakest link is strongest, names that link, and knows other ways', async () => {
  const { ways } = await findIntroduction(house.bram, { partyId: idOf('Vera') });
  const [best] = ways;
  assert.equal(namesOf(ways)[0], 'Sanne > Yara > Vera');
  assert.equal(best?.weakest, 1);
  assert.equal(best?.strength, 0.35);
  assert.deepEqual(best?.links[1]?.declared, {
    typeKey: 'introduced',
    verb: best?.links[1]?.declared?.verb,
    isForward: true,
  });
  assert.ok(best?.links[0]?.tieId && (best.links[0]?.strength ?? 0) > 0.35);
  assert.ok(namesOf(ways).includes('Bram > Henk > Vera'), namesOf(ways).join());
  assert.equal(ways.find(({ people }) => people[1]?.name === 'Henk')?.isMine, true);
  assert.equal(
    new Set(ways.map((way) => `${way.people[way.weakest]?.id} ${way.people[way.weakest + 1]?.id}`)).size,
    ways.length,
  );
});

test('a firm is reached through who works there; nobody leads to whom no one knows', async () => {
  const { ways } = await findIntroduction(house.sanne, { partyId: idOf('Verte') });
  assert.equal(namesOf(ways)[0], 'Sanne > Yara > Vera');
  assert.deepEqual((await findIntroduction(house.sanne, { partyId: idOf('Stil') })).ways, []);
});

test('who would rather not stand in between is passed by, and back after undo', async () => {
  await setIntroducer(house.sanne, { partyId: idOf('Yara'), isShown: false });
  const { ways } = await findIntroduction(house.sanne, { partyId: idOf('Vera') });
  assert.deepEqual(namesOf(ways), ['Bram > Henk > Vera']);
  assert.equal((await getPartyNetwork(house.sanne, { partyId: idOf('Yara') })).isShown, false);
  const weak = await listWeakPoints(house.sanne);
  assert.ok(!weak.between.some(({ name }) => name === 'Yara'));
  const { items } = await listChanges(house.sanne, { partyId: idOf('Yara') });
  const change = items.find(({ noun }) => noun === 'introducer') ?? assert.fail('not noted');
  await undoChange(house.sanne, { changeId: change.id });
  const again = await findIntroduction(house.sanne, { partyId: idOf('Vera') });
  assert.equal(namesOf(again.ways)[0], 'Sanne > Yara > Vera');
});

test('on whom it hangs, from both sides', async () => {
  const ans = await getPartyNetwork(house.sanne, { partyId: idOf('Ans') });
  assert.deepEqual([ans.ours.busFactor, ans.ours.people[0]?.dependency, ans.theirs.people[0]?.name], [1, 1, 'Ans']);
  const yara = await getPartyNetwork(house.sanne, { partyId: idOf('Yara') });
  assert.deepEqual(
    yara.ours.people.map(({ name }) => name.split(' ')[0]),
    ['Sanne', 'Bram'],
  );
  assert.ok((yara.ours.effectiveContacts ?? 0) > 1 && (yara.ours.people[0]?.dependency ?? 1) < 1);
  assert.equal(yara.theirs.busFactor, 1);
  const firstAt = yara.strands.find(({ ours }) => ours.name.startsWith('Bram'))?.firstAt;
  assert.equal(firstAt, new Date(testNow.getTime() - 7 * dayMs).toISOString());
});

test('without whom the way to others is lost; and the map says the same', async () => {
  const weak = await listWeakPoints(house.sanne);
  // De Verte (with Vera) is reached by Yara and by Henk: neither alone holds it.
  assert.deepEqual(weak.between, []);
  await person(house.sanne, 'Nel');
  await link('friend', 'Ans', 'Nel');
  const then = await listWeakPoints(house.sanne);
  assert.deepEqual(
    then.between.map(({ name, count, reached }) => [name, count, reached.map((one) => one.name)]),
    [['Ans', 1, ['Nel']]],
  );
  const map = await mapNetwork(house.sanne, {});
  const nameAt = (place: number | undefined) => map.nodes[place ?? -1]?.name;
  assert.equal(map.nodes.find(({ name }) => name === 'Ans')?.cutOff, 1);
  const [bridge, ...more] = map.edges.filter(({ isBridge }) => isBridge);
  assert.deepEqual([[nameAt(bridge?.from), nameAt(bridge?.to)].sort(), more], [['Ans', 'Nel'], []]);
  const tie = map.edges.find(({ from, to }) => [nameAt(from), nameAt(to)].sort().join() === 'Ans,Sanne de Vries');
  assert.equal(tie?.history.length, 13);
  assert.equal(tie?.history.at(-1), Math.round((tie?.strength ?? 0) * 100));
});

test('somebody private is on nobody else’s way, map or count', async () => {
  await person(house.sanne, 'Zus');
  await link('friend', 'Zus', 'Stil');
  await mails('Zus', 'sanne', 20);
  assert.equal(namesOf((await findIntroduction(house.bram, { partyId: idOf('Stil') })).ways)[0], 'Sanne > Zus > Stil');
  await decideTriage(house.sanne, { decisions: [{ partyId: idOf('Zus'), role: 'private' }] });
  assert.equal(namesOf((await findIntroduction(house.sanne, { partyId: idOf('Stil') })).ways)[0], 'Sanne > Zus > Stil');
  assert.deepEqual((await findIntroduction(house.bram, { partyId: idOf('Stil') })).ways, []);
  for (const ctx of [house.bram, house.sanne]) {
    const [map, weak] = [await mapNetwork(ctx, { scope: 'all' }), await listWeakPoints(ctx)];
    assert.ok(!JSON.stringify([map, weak]).includes('Zus'));
  }
  await assert.rejects(getPartyNetwork(house.bram, { partyId: idOf('Zus') }), { code: 'not-found' });
  await assert.rejects(setIntroducer(house.bram, { partyId: idOf('Zus'), isShown: false }), { code: 'not-found' });
});
