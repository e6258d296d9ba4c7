/** Over all relations: thanks owed, favours unanswered, to make good; each done with one act and taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse } from '#test/house.ts';
import { captureMoment } from '../captures/capture-moment.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { createParty } from '../parties/change-party.ts';
import { listPartyLedger } from '../parties/ledger.ts';
import { createFault, explainFault, listFaults, makeFaultGood } from '../promises/faults.ts';
import { settlePromise } from '../promises/promises.ts';
import { createFavour, listFavours } from './favours.ts';
import { listThanksOwed } from './list-thanks-owed.ts';
import { sayGotForIt } from './say-got-for-it.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const at = (day: string) => `2026-11-${day}T10:00:00.000Z`;
const plain = { channel: 'other', kind: 'message', keptLine: null, promise: null } as const;
const helped = (partyId: string, day = '10') => ({
  ...{ ...plain, partyId, at: at(day), from: 'theirs' as const, text: 'Leende zijn bus' },
  benefits: [{ giver: 'theirs' as const, kind: 'help' as const }],
});
const thanked = (partyId: string) => ({
  ...{ ...plain, kind: 'thanks' as const, partyId, at: at('20'), from: 'ours' as const, text: null },
  benefits: [{ giver: 'ours' as const, kind: 'thanks' as const }],
});
const waiting = async (ctx: Context, partyId: string) =>
  (await listThanksOwed(ctx, {})).items.filter(({ party }) => party.id === partyId);
const lastChange = async (recordId: string) =>
  (await listChanges(house.sanne, { recordId, limit: 1 })).items[0]?.id ?? '';

test('help from them moves their side and waits for thanks; thanked, both sides moved and it waits no more; undone, it does', async () => {
  const { id } = await createParty(house.sanne, { kind: 'person', name: 'Henk Bus' });
  await captureMoment(house.sanne, helped(id));
  const before = await listPartyLedger(house.sanne, { partyId: id });
  assert.ok(before.theirs > 0.5 && before.ours === 0, JSON.stringify([before.ours, before.theirs]));
  const [line] = await waiting(house.sanne, id);
  assert.deepEqual([line?.kind, line?.what, line?.gotForIt], ['help', 'Leende zijn bus', 'unknown']);
  const { changeId } = await captureMoment(house.sanne, thanked(id));
  assert.deepEqual(await waiting(house.sanne, id), []);
  assert.ok((await listPartyLedger(house.sanne, { partyId: id })).ours > 0.4);
  await undoChange(house.sanne, { changeId });
  assert.equal((await waiting(house.sanne, id)).length, 1);
});

test('whether they got something for it: yes is thanks enough, no and unknown are not, and each is taken back', async () => {
  const { id } = await createParty(house.sanne, { kind: 'person', name: 'Loes Ladder' });
  const { interactionId } = await captureMoment(house.sanne, helped(id));
  const before = await listPartyLedger(house.sanne, { partyId: id });
  const said = await sayGotForIt(house.bram, { interactionId, kind: 'help', gotForIt: 'yes' });
  assert.deepEqual(await waiting(house.sanne, id), []);
  const after = await listPartyLedger(house.sanne, { partyId: id });
  assert.equal(after.items[0]?.gotForIt, 'yes');
  // What it was worth to us does not depend on what they got for it.
  assert.equal(after.theirs, before.theirs);
  await undoChange(house.bram, { changeId: said.changeId ?? '' });
  assert.equal((await waiting(house.sanne, id))[0]?.gotForIt, 'unknown');
  await sayGotForIt(house.bram, { interactionId, kind: 'help', gotForIt: 'no' });
  assert.equal((await waiting(house.sanne, id))[0]?.gotForIt, 'no');
  await assert.rejects(sayGotForIt(house.bram, { interactionId, kind: 'idea', gotForIt: 'no' }), { code: 'bad-input' });
});

test('a favour asked of us waits, the longest first, until it is answered; late is not broken', async () => {
  const { id } = await createParty(house.sanne, { kind: 'person', name: 'Henk Opening' });
  const second = await createFavour(house.sanne, { partyId: id, text: 'Een ladder lenen', dueAt: at('18') });
  const first = await createFavour(house.sanne, { partyId: id, text: 'Twee paar handen', dueAt: at('12') });
  const ids = async () => (await listFavours(house.bram, {})).items.map((item) => item.id);
  assert.deepEqual(await ids(), [first.id, second.id]);
  const page = await listFavours(house.bram, { limit: 1 });
  assert.deepEqual(
    (await listFavours(house.bram, { limit: 1, cursor: page.nextCursor ?? '' })).items.map((item) => item.id),
    [second.id],
  );
  const before = await listPartyLedger(house.sanne, { partyId: id });
  await settlePromise(house.sanne, { promiseId: first.id, outcome: 'kept' });
  assert.deepEqual(await ids(), [second.id]);
  assert.deepEqual(await listPartyLedger(house.sanne, { partyId: id }), before);
  await undoChange(house.sanne, { changeId: await lastChange(first.id) });
  assert.deepEqual(await ids(), [first.id, second.id]);
  await undoChange(house.sanne, { changeId: await lastChange(second.id) });
  assert.deepEqual(await ids(), [first.id]);
});

test('to make good: what, why, by whom and since when they know; made good it leaves the list, and comes back whole', async () => {
  const { id } = await createParty(house.sanne, { kind: 'person', name: 'Marja Maler' });
  const { id: faultId, colleague } = await createFault(house.sanne, { partyId: id, what: 'Te laat', at: at('02') });
  assert.match(colleague.name, /Sanne/);
  const told = await explainFault(house.sanne, { faultId, why: 'De bus stond stil', toldAt: at('05') });
  assert.deepEqual([told.why, told.toldAt], ['De bus stond stil', at('05')]);
  await assert.rejects(explainFault(house.sanne, { faultId, toldAt: '2027-01-01T00:00:00.000Z' }), {
    code: 'future-event',
  });
  await undoChange(house.sanne, { changeId: await lastChange(faultId) });
  const open = async () => (await listFaults(house.bram, { open: 'true' })).items.filter((item) => item.id === faultId);
  assert.equal((await open())[0]?.why, null);
  await explainFault(house.sanne, { faultId, why: 'De bus stond stil' });
  await makeFaultGood(house.sanne, { faultId, how: 'Taart gebracht' });
  assert.deepEqual(await open(), []);
  await undoChange(house.sanne, { changeId: await lastChange(faultId) });
  assert.deepEqual(
    (await open()).map(({ why, what }) => [why, what]),
    [['De bus stond stil', 'Te laat']],
  );
});

test('of whom only some may see, others see nothing here either', async () => {
  const sister = await createParty(house.sanne, { kind: 'person', name: 'Zus van Sanne', roles: ['private'] });
  const { interactionId } = await captureMoment(house.sanne, helped(sister.id));
  await createFavour(house.sanne, { partyId: sister.id, text: 'Oppassen', dueAt: at('01') });
  await createFault(house.sanne, { partyId: sister.id, what: 'Vergeten', at: at('02') });
  const seen = async (ctx: Context) =>
    JSON.stringify([
      await listThanksOwed(ctx, {}),
      await listFavours(ctx, {}),
      await listFaults(ctx, { open: 'true' }),
    ]);
  assert.doesNotMatch(await seen(house.bram), /Zus/);
  assert.equal((await seen(house.sanne)).match(/Zus van Sanne/g)?.length, 3);
  await assert.rejects(sayGotForIt(house.bram, { interactionId, kind: 'help', gotForIt: 'yes' }), {
    code: 'not-found',
  });
});
