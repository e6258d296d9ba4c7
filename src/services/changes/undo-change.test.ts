import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { listCorrections } from '#store/corrections.ts';
import { type House, testHouse } from '#test/house.ts';
import { userOf } from '../allow.ts';
import { createField } from '../fields/define-fields.ts';
import { getFirm, updateFirm } from '../firm.ts';
import { deleteInteraction } from '../interactions/change-interaction.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { createParty, removeParty, updatePartyFields } from '../parties/change-party.ts';
import { getParty } from '../parties/get-party.ts';
import { createRelation, updateRelation } from '../parties/relations.ts';
import { createFault, listFaults, makeFaultGood } from '../promises/faults.ts';
import { createPromise, listPromises, settlePromise } from '../promises/promises.ts';
import { createTask, updateTaskFields } from '../tasks/change-task.ts';
import { correctTie, withdrawTieCorrection } from '../ties/correct-tie.ts';
import { listBin, listChanges } from './list-changes.ts';
import { undoChange } from './undo-change.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const identities = [{ kind: 'mail' as const, value: 'ans@cafeans.nl', label: 'werk' }];

async function ans(name: string) {
  return createParty(house.sanne, { kind: 'person', name });
}

test('the last thing done is undone, and the undoing too', async () => {
  const party = await ans('Ans de Wit');
  await updatePartyFields(house.sanne, { partyId: party.id, jobTitle: 'Eigenaar', identities });
  const undone = await undoChange(house.sanne, {});
  assert.deepEqual([undone.undone, undone.kept, undone.noun], [1, 0, 'party']);
  const back = await getParty(house.sanne, { partyId: party.id });
  assert.deepEqual([back.jobTitle, back.identities.length], [null, 0]);
  await undoChange(house.sanne, { changeId: undone.changeId });
  const again = await getParty(house.sanne, { partyId: party.id });
  assert.deepEqual([again.jobTitle, again.identities[0]?.value], ['Eigenaar', 'ans@cafeans.nl']);
  // What was done again can be undone again.
  await undoChange(house.sanne, {});
  assert.equal((await getParty(house.sanne, { partyId: party.id })).jobTitle, null);
});

test('what a colleague changed since stays; nothing left to undo is a conflict', async () => {
  const party = await ans('Ans van Dam');
  await updatePartyFields(house.sanne, { partyId: party.id, jobTitle: 'Kok', note: 'graag bellen' });
  const { items } = await listChanges(house.sanne, { recordId: party.id });
  const changeId = items[0]?.id ?? '';
  await updatePartyFields(house.bram, { partyId: party.id, jobTitle: 'Chef' });
  await undoChange(house.sanne, { changeId });
  const now = await getParty(house.sanne, { partyId: party.id });
  assert.deepEqual([now.jobTitle, now.note], ['Chef', null]);
  await assert.rejects(undoChange(house.sanne, { changeId }), { code: 'conflict' });
});

test('the bin holds what was removed until it is brought back', async () => {
  const party = await ans('Ans Prullenbak');
  await removeParty(house.sanne, { partyId: party.id });
  const [inBin] = (await listBin(house.bram, {})).items;
  assert.deepEqual([inBin?.label, inBin?.by?.name, inBin?.origin], ['Ans Prullenbak', 'Sanne de Vries', 'web']);
  await undoChange(house.bram, { changeId: inBin?.id ?? '' });
  assert.equal((await getParty(house.sanne, { partyId: party.id })).deletedAt, null);
  assert.deepEqual((await listBin(house.sanne, {})).items, []);
});

test('a deleted moment returns with its ties as they were', async () => {
  const party = await ans('Ans Belt');
  const rest = { subject: 'gebeld', text: 'over bonen', answers: [], asked: null, valence: null, order: null };
  const benefits = [{ giver: 'to' as const, kind: 'advice' as const, weight: null }];
  const to = [{ partyId: party.id }];
  const call = { ...rest, benefits, to, at: '2026-11-20T10:00:00.000Z', channel: 'call', kind: 'call' } as const;
  const made = await recordInteraction(house.sanne, call);
  const stateOf = async () =>
    (await sql`select * from tie_states where tie_id = ${made.tieIds[0]} order by direction`.execute(house.db)).rows;
  const before = await stateOf();
  await deleteInteraction(house.sanne, { interactionId: made.id });
  assert.notDeepEqual(await stateOf(), before);
  await undoChange(house.sanne, {});
  assert.deepEqual(await stateOf(), before);
  // And the record itself, had it been a slip of the hand.
  const { items } = await listChanges(house.sanne, { recordId: made.id });
  const changeId = items.find(({ act }) => act === 'create')?.id ?? '';
  await undoChange(house.sanne, { changeId });
  const { rows } = await sql`select from interactions where id = ${made.id}`.execute(house.db);
  assert.equal(rows.length, 0);
});

test('a promise that was settled by mistake is open again, its evidence gone', async () => {
  const party = await ans('Ans Belofte');
  const promised = await createPromise(house.sanne, {
    ...{ partyId: party.id, owedBy: 'ours', text: 'offerte', dueAt: '2026-11-25T10:00:00.000Z' },
  });
  await settlePromise(house.sanne, { promiseId: promised.id, outcome: 'broken' });
  await undoChange(house.sanne, {});
  const { items } = await listPromises(house.sanne, { partyId: party.id });
  assert.deepEqual([items[0]?.outcome, items[0]?.settledAt], [null, null]);
  const { rows } = await sql`select from interactions where source_key = ${`promise ${promised.id}`}`.execute(house.db);
  assert.equal(rows.length, 0);
  await undoChange(house.sanne, {});
  assert.deepEqual((await listPromises(house.sanne, { partyId: party.id })).items, []);
});

test('a declared link is undone and comes back', async () => {
  const [person, employer] = [
    await ans('Ans Werkt'),
    await createParty(house.sanne, { kind: 'organisation', name: 'Café' }),
  ];
  await createRelation(house.sanne, { typeKey: 'works-at', fromParty: person.id, toParty: employer.id });
  const undone = await undoChange(house.sanne, {});
  assert.equal((await getParty(house.sanne, { partyId: person.id })).relations.length, 0);
  await undoChange(house.sanne, { changeId: undone.changeId });
  assert.equal((await getParty(house.sanne, { partyId: person.id })).relations.length, 1);
});

test('two people in one record: other fields go together, the same field is shown to who came last', async () => {
  const party = await ans('Ans Tegelijk');
  await updatePartyFields(house.bram, { partyId: party.id, ifVersion: party.version, jobTitle: 'Chef' });
  const merged = await updatePartyFields(house.sanne, {
    partyId: party.id,
    ifVersion: party.version,
    note: 'belt graag',
  });
  assert.deepEqual([merged.jobTitle, merged.note], ['Chef', 'belt graag']);
  assert.deepEqual(
    merged.alsoChanged.map(({ by, fields }) => [by, fields]),
    [['Bram Jansen', ['jobTitle']]],
  );
  const clash = { partyId: party.id, ifVersion: party.version, jobTitle: 'Kok' };
  await assert.rejects(updatePartyFields(house.sanne, clash), (error: unknown) => {
    const told = error as { code: string; problems: unknown[]; current: { jobTitle: string } };
    assert.equal(told.code, 'stale');
    assert.deepEqual(told.problems, [{ path: 'body.jobTitle', code: 'changed-since', message: 'Bram Jansen' }]);
    assert.equal(told.current.jobTitle, 'Chef');
    return true;
  });
});

test("what is private is in nobody else's history", async () => {
  const party = await createParty(house.sanne, { kind: 'person', name: 'Zus van Sanne', roles: ['private'] });
  await updatePartyFields(house.sanne, { partyId: party.id, note: 'jarig in mei' });
  assert.equal((await listChanges(house.sanne, { recordId: party.id })).items.length, 2);
  assert.equal((await listChanges(house.bram, { recordId: party.id })).items.length, 0);
  const changeId = (await listChanges(house.sanne, { recordId: party.id })).items[0]?.id ?? '';
  await assert.rejects(undoChange(house.bram, { changeId }), { code: 'not-found' });
});

test('a fault called made good too soon is open again; one written by mistake goes', async () => {
  const party = await ans('Ans Misser');
  const made = await createFault(house.sanne, {
    partyId: party.id,
    what: 'te laat geleverd',
    at: '2026-11-01T10:00:00.000Z',
  });
  await makeFaultGood(house.sanne, { faultId: made.id, how: 'bloemen gebracht' });
  const listed = async () => (await listFaults(house.sanne, { partyId: party.id })).items;
  const undone = await undoChange(house.sanne, {});
  assert.deepEqual(
    (await listed()).map(({ madeGoodAt, madeGoodHow }) => [madeGoodAt, madeGoodHow]),
    [[null, null]],
  );
  await undoChange(house.sanne, { changeId: undone.changeId });
  assert.equal((await listed())[0]?.madeGoodHow, 'bloemen gebracht');
  const { items } = await listChanges(house.sanne, { recordId: made.id });
  await undoChange(house.sanne, { changeId: items.at(-1)?.id ?? '' });
  assert.deepEqual(await listed(), []);
});

test('an own word that was withdrawn stands again; what was set about the firm goes back', async () => {
  const party = await ans('Ans Woord');
  await createPromise(house.sanne, { partyId: party.id, owedBy: 'ours', text: 'x', dueAt: '2026-11-25T10:00:00.000Z' });
  const { rows } = await sql<{ id: string }>`
    select id from ties where party_a = ${party.id} or party_b = ${party.id}`.execute(house.db);
  const tieId = rows[0]?.id ?? '';
  const word = { tieId, block: 'trust', value: 0.9, mutedCode: null, note: null } as const;
  const made = await correctTie(house.sanne, word);
  await withdrawTieCorrection(house.sanne, { tieId, correctionId: made.id });
  await undoChange(house.sanne, {});
  assert.equal((await listCorrections(house.db, tieId)).length, 1);
  await undoChange(house.sanne, {});
  assert.equal((await listCorrections(house.db, tieId)).length, 0);
  await updateFirm(house.sanne, { name: 'Een andere naam' });
  await undoChange(house.sanne, {});
  assert.equal((await getFirm(house.db)).name, 'Branderij De Overkant');
});

test('histories tell names, of whom the reader may see: through whom, with whom, for whom, a party in an own field', async () => {
  const [person, host] = [await ans('Ans Naam'), await ans('Wessel Gastheer')];
  const employer = await createParty(house.sanne, { kind: 'organisation', name: 'Café Naam' });
  const { key } = await createField(house.sanne, { name: 'Bezorger', appliesTo: 'both', type: 'party' });
  await updatePartyFields(house.sanne, { partyId: person.id, metThrough: host.id, fields: { [key]: employer.id } });
  const told = async (ctx = house.bram) =>
    (await listChanges(ctx, { partyId: person.id })).items.map(({ noun, label, names }) => [noun, label, names]);
  const met = ['party', 'Ans Naam', { [host.id]: 'Wessel Gastheer', [employer.id]: 'Café Naam' }];
  assert.deepEqual((await told())[0], met);
  const link = { typeKey: 'works-at', fromParty: person.id, toParty: employer.id };
  const { id: relationId } = await createRelation(house.sanne, link);
  await updateRelation(house.sanne, { relationId, fromOn: '2020-01-01' });
  assert.deepEqual((await told()).slice(0, 2), [
    ['relation', 'Café Naam', {}],
    ['relation', 'Café Naam', {}],
  ]);
  assert.equal((await undoChange(house.sanne, {})).label, 'Café Naam');
  assert.equal((await undoChange(house.sanne, {})).label, 'Café Naam');
  const task = await createTask(house.sanne, { title: 'Bellen', partyId: person.id });
  const bram = userOf(house.bram.actor);
  await updateTaskFields(house.sanne, { taskId: task.id, assigneeId: bram, partyId: host.id });
  const [moved] = (await listChanges(house.sanne, { recordId: task.id })).items;
  const names = [...new Set(Object.values(moved?.names ?? {}))].sort();
  assert.deepEqual(names, ['Ans Naam', 'Bram Jansen', 'Sanne de Vries', 'Wessel Gastheer']);
  // Who became somebody's private affair is not named to others.
  await updatePartyFields(house.sanne, { partyId: host.id, roles: ['private'] });
  assert.deepEqual((await told()).find(([, , known]) => Object.keys(known as object).length > 0)?.[2], {
    [employer.id]: 'Café Naam',
  });
});
