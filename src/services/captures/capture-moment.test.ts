import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import { getFoundation } from '../foundations/get-foundation.ts';
import { listIdeas } from '../ideas/list-ideas.ts';
import { getInteraction } from '../interactions/change-interaction.ts';
import { createParty } from '../parties/change-party.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import { listPromises } from '../promises/promises.ts';
import { captureMoment } from './capture-moment.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const call = {
  at: '2026-11-20T10:00:00.000Z',
  channel: 'call',
  kind: 'call',
  from: 'theirs',
  text: 'Maler hapert.',
  keptLine: 'Heeft een hekel aan maandag.',
  benefits: [{ giver: 'theirs', kind: 'advice' }],
  promise: { owedBy: 'ours', text: 'Offerte sturen', dueAt: '2026-11-27T16:00:00.000Z' },
  reason: { kind: 'brand', words: 'Om de bonen.' },
} as const;

test('a call with a benefit and a promise is kept in one go, and undone in one go', async () => {
  const { id: partyId } = await createParty(house.sanne, { kind: 'person', name: 'Ans de Wit' });
  const made = await captureMoment(house.sanne, { ...call, partyId });
  const { items } = await listPartyTimeline(house.bram, { partyId });
  const moment = items.find((item) => item.noun === 'interaction');
  assert.ok(moment?.noun === 'interaction');
  assert.deepEqual([moment.direction, moment.snippet, moment.channel], ['theirs', 'Maler hapert.', 'call']);
  assert.equal(moment.keptLine, call.keptLine);
  assert.deepEqual(
    moment.benefits.map(({ giver, kind }) => [giver, kind]),
    [['theirs', 'advice']],
  );
  const promised = items.find((item) => item.noun === 'promise');
  assert.ok(promised?.noun === 'promise');
  assert.deepEqual([promised.owedBy, promised.text, promised.outcome], ['ours', 'Offerte sturen', null]);
  const kept = await getInteraction(house.bram, { interactionId: made.interactionId });
  assert.equal(kept.keptLine, 'Heeft een hekel aan maandag.');
  const why = () => getFoundation(house.bram, { partyId });
  const [stated] = (await why()).statements;
  assert.deepEqual(
    [stated?.kind, stated?.ground, stated?.words, stated?.saidAt],
    ['brand', 'said', 'Om de bonen.', call.at],
  );
  const undone = await undoChange(house.sanne, { changeId: made.changeId });
  assert.equal(undone.undone, 3);
  assert.deepEqual((await why()).statements, []);
  assert.deepEqual((await listPromises(house.sanne, { partyId })).items, []);
  const left = (await listPartyTimeline(house.sanne, { partyId })).items.map(({ noun }) => noun);
  assert.deepEqual(left, ['change']);
  const { rows } = await sql`select from tie_events where interaction_id = ${made.interactionId}`.execute(house.db);
  assert.equal(rows.length, 0);
});

test('half of it is never kept: a promise that cannot be takes the call with it', async () => {
  const { id: partyId } = await createParty(house.sanne, { kind: 'person', name: 'Ans Half' });
  // The database keeps no NUL, whatever came past the door.
  const wrong = { ...call.promise, text: 'kapot\0' };
  await assert.rejects(captureMoment(house.sanne, { ...call, partyId, promise: wrong }));
  const nouns = (await listPartyTimeline(house.sanne, { partyId })).items.map(({ noun }) => noun);
  assert.deepEqual(nouns, ['change']);
});

test('with whom one may not see, and with ourselves, nothing is captured', async () => {
  const sister = await createParty(house.sanne, { kind: 'person', name: 'Zus van Sanne', roles: ['private'] });
  await assert.rejects(captureMoment(house.bram, { ...call, partyId: sister.id }), { code: 'not-found' });
  const { actor } = house.bram;
  const own = actor.kind === 'user' ? (actor.partyId ?? '') : '';
  await assert.rejects(captureMoment(house.sanne, { ...call, partyId: own }), { code: 'not-allowed' });
});

test('an idea of theirs is followed from its capture on, counted once, and undone with it', async () => {
  const { id: partyId } = await createParty(house.sanne, { kind: 'person', name: 'Yara Blik' });
  const said = { ...call, partyId, text: 'Blikken die je\n terugbrengt', promise: null, reason: null };
  const benefits = [{ giver: 'theirs', kind: 'idea' }] as const;
  const made = await captureMoment(house.sanne, { ...said, benefits });
  const ideas = async () => (await listIdeas(house.sanne, { partyId })).items;
  const [idea] = await ideas();
  assert.deepEqual([idea?.id, idea?.text, idea?.status], [made.ideaId, 'Blikken die je terugbrengt', 'new']);
  assert.deepEqual([idea?.came.interactionId, idea?.came.by], [made.interactionId, 'call']);
  const moments = (await listPartyTimeline(house.sanne, { partyId })).items.filter(
    ({ noun }) => noun === 'interaction',
  );
  assert.equal(moments.length, 1, 'it does not stand in the log twice');
  await undoChange(house.sanne, { changeId: made.changeId });
  assert.deepEqual(await ideas(), []);
  const ours = await captureMoment(house.sanne, { ...said, benefits: [{ giver: 'ours', kind: 'idea' }] });
  const wordless = await captureMoment(house.sanne, { ...said, text: null, benefits });
  assert.deepEqual([ours.ideaId, wordless.ideaId], [null, null]);
});
