/** A kind of benefit weighed anew counts for what was given before as well, is dated, and taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse } from '#test/house.ts';
import { captureMoment } from '../captures/capture-moment.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createParty } from '../parties/change-party.ts';
import { listPartyLedger } from '../parties/ledger.ts';
import { rebuild } from '../rebuild.ts';
import { createBenefitKind, listBenefitKinds, removeBenefitKind, updateBenefitKind } from './benefit-kinds.ts';
import { reweighBenefits } from './reweigh-benefits.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

type Kind = Parameters<typeof captureMoment>[1]['benefits'][number]['kind'];
const moment = (partyId: string, kind: Kind) => ({
  ...{ partyId, at: '2026-11-20T10:00:00.000Z', channel: 'call', kind: 'call', from: 'theirs' as const, text: null },
  ...{ keptLine: null, promise: null, benefits: [{ giver: 'theirs' as const, kind }] },
});
const record = (partyId: string, kind: Kind) =>
  captureMoment(house.sanne, moment(partyId, kind) as Parameters<typeof captureMoment>[1]);
const kindOf = async (key: string) => {
  const kind = (await listBenefitKinds(house.bram)).items.find((item) => item.key === key);
  assert.ok(kind);
  return kind;
};
/** As the worker does: whatever was left to do. */
const work = async () => {
  for (const { name, data } of house.jobs.splice(0)) {
    if (name === 'reweigh-benefits') await reweighBenefits(house.system, { kind: String(data.kind) });
  }
};
const given = async (partyId: string) => {
  const { items, theirs } = await listPartyLedger(house.sanne, { partyId });
  return [items[0]?.weight, Math.round(theirs * 100) / 100];
};

test('weighed anew: dated, followed by what was given before, and all of it undone', async () => {
  const { id } = await createParty(house.sanne, { kind: 'person', name: 'Henk' });
  await record(id, 'help');
  assert.deepEqual(await given(id), [1, 0.98]);
  const help = await kindOf('help');
  assert.deepEqual([help.weight, help.shipped?.weight, help.since, help.shipped?.ground], [1, 1, null, 'D']);
  const change = { benefitKindId: help.id, weight: 2, ground: 'Hulp is hier zeldzaam' };
  await assert.rejects(updateBenefitKind(house.bram, change), { code: 'not-allowed' });
  const changed = await updateBenefitKind(house.sanne, change);
  assert.deepEqual(
    [changed.weight, changed.shipped?.weight, changed.since, changed.by],
    [2, 1, '2026-11-21T09:00:00.000Z', 'Sanne de Vries'],
  );
  await work();
  assert.deepEqual(await given(id), [2, 1.96]);
  // A replay of the whole log comes to the same.
  await rebuild(house.system);
  assert.deepEqual(await given(id), [2, 1.96]);
  const [noted] = (await listChanges(house.sanne, { recordId: help.id, limit: 1 })).items;
  await undoChange(house.sanne, { changeId: noted?.id ?? '' });
  await work();
  assert.deepEqual(await given(id), [1, 0.98]);
  const back = await kindOf('help');
  assert.deepEqual([back.weight, back.ground, back.since], [1, null, null]);
});

test('a kind of one’s own: given, weighed, no longer offered and brought back; an unmade one is refused', async () => {
  const { id } = await createParty(house.sanne, { kind: 'person', name: 'Loes' });
  const own = await createBenefitKind(house.sanne, { name: 'Oppassen', weight: 0.5 });
  await record(id, own.key as Kind);
  assert.deepEqual(await given(id), [0.5, 0.49]);
  await removeBenefitKind(house.sanne, { benefitKindId: own.id });
  assert.ok(!(await listBenefitKinds(house.sanne)).items.some(({ key }) => key === own.key));
  assert.deepEqual(await given(id), [0.5, 0.49]);
  const [noted] = (await listChanges(house.sanne, { recordId: own.id, limit: 1 })).items;
  await undoChange(house.sanne, { changeId: noted?.id ?? '' });
  assert.equal((await kindOf(own.key)).name, 'Oppassen');
  await assert.rejects(record(id, 'own-019f0000-0000-7000-8000-000000000000'), { code: 'bad-input' });
  await assert.rejects(updateBenefitKind(house.sanne, { benefitKindId: own.id, weight: null }), {
    code: 'not-allowed',
  });
});

test('two owners: different fields go together, the same one is shown to who came last', async () => {
  const { id: benefitKindId, version } = await kindOf('idea');
  await updateBenefitKind(house.sanne, { benefitKindId, weight: 2, ifVersion: version });
  await updateBenefitKind(house.sanne, { benefitKindId, ground: 'Ideeën zijn goud', ifVersion: version });
  await assert.rejects(updateBenefitKind(house.sanne, { benefitKindId, weight: 3, ifVersion: version }), {
    code: 'stale',
  });
});
