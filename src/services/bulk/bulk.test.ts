import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { BulkAct } from '#contract/bulk.ts';
import type { Field } from '#contract/fields.ts';
import type { FieldInput } from '#contract/party-facts.ts';
import { type House, testHouse } from '#test/house.ts';
import { listBin, listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createField } from '../fields/define-fields.ts';
import { createParty, updatePartyFields } from '../parties/change-party.ts';
import { getParty } from '../parties/get-party.ts';
import { listParties } from '../parties/list-parties.ts';
import { searchParties } from '../parties/search-parties.ts';
import { getBulk, listBulk, runBulk, startBulk } from './bulk.ts';

let house: House;
/** Thirty regulars, of whom one is private to Sanne; more than are put back one by one. */
const ids: string[] = [];
let sister: string;

before(async () => {
  house = await testHouse();
  for (let at = 1; at <= 30; at += 1) {
    const tags = at % 3 === 0 ? ['Terras'] : [];
    ids.push((await createParty(house.sanne, { kind: 'person', name: `Vaste klant ${at}`, tags })).id);
  }
  sister = (await createParty(house.sanne, { kind: 'person', name: 'Vaste zus', roles: ['private'] })).id;
});
after(() => house.drop());

const everybody = { list: { filter: { all: [{ field: 'name', op: 'starts' as const, value: 'vaste' }] } }, except: [] };
const named = { list: { filter: { all: [{ field: 'name', op: 'contains' as const, value: 'vaste' }] } }, except: [] };

async function stateOf(): Promise<unknown> {
  const { rows } = await sql`
    select p.id, p.roles, p.contact_wish, p.deleted_at is null as here,
      array(select g.name from party_tags t join tags g on g.id = t.tag_id where t.party_id = p.id order by 1) as tags,
      array(select g.name from group_members m join groups g on g.id = m.group_id where m.party_id = p.id) as groups
    from parties p order by p.id`.execute(house.db);
  return rows;
}

const acts: { act: BulkAct; changed: number; shows: (party: Awaited<ReturnType<typeof getParty>>) => unknown }[] = [
  { act: { kind: 'add-role', role: 'customer' }, changed: 30, shows: ({ roles }) => roles.includes('customer') },
  { act: { kind: 'add-tag', tag: 'beurs 2026' }, changed: 30, shows: ({ tags }) => tags.includes('beurs 2026') },
  { act: { kind: 'remove-tag', tag: 'TERRAS' }, changed: 10, shows: ({ tags }) => !tags.includes('Terras') },
  { act: { kind: 'add-group', group: 'Proeverij' }, changed: 30, shows: ({ groups }) => groups.includes('Proeverij') },
  {
    act: { kind: 'set-wish', wish: 'rather-not' },
    changed: 30,
    shows: ({ contactWish }) => contactWish === 'rather-not',
  },
  { act: { kind: 'remove' }, changed: 30, shows: ({ deletedAt }) => deletedAt !== null },
];

for (const { act, changed, shows } of acts) {
  test(`${act.kind}: everybody in the list at once, and one undo takes it back`, async () => {
    const before = await stateOf();
    const run = await startBulk(house.bram, { selection: named, act });
    assert.deepEqual([run.status, run.total, run.changed], ['done', 30, changed]);
    assert.ok(shows(await getParty(house.bram, { partyId: ids[2] ?? '' })));
    const [line] = (await listChanges(house.bram, { partyId: ids[2] ?? '' })).items;
    assert.deepEqual([line?.by?.name, line?.batchSize, line?.origin], ['Bram Jansen', changed, 'web']);
    const undone = await undoChange(house.bram, { changeId: run.changeId ?? '' });
    assert.deepEqual([undone.undone, undone.kept], [changed, 0]);
    assert.deepEqual(await stateOf(), before);
    const again = await undoChange(house.bram, { changeId: undone.changeId });
    assert.equal(again.undone, changed);
    assert.ok(shows(await getParty(house.bram, { partyId: ids[2] ?? '' })));
    await undoChange(house.bram, { changeId: again.changeId });
    assert.deepEqual(await stateOf(), before);
  });
}

const ofEachType: { type: Field['type']; value: FieldInput; options?: string[]; finds?: string }[] = [
  { type: 'text', value: 'Faema uit 1961', finds: 'Faema' },
  { type: 'number', value: 12.5 },
  { type: 'date', value: '2026-05-03' },
  { type: 'choice', value: 'extra-fijn', options: ['Grof', 'Extra fijn'], finds: 'extra fijn' },
  { type: 'multi-choice', value: ['noten', 'fruitig'], options: ['Fruitig', 'Noten'], finds: 'noten' },
  { type: 'money', value: { amountMinor: 1_200, currency: 'JPY' } },
  { type: 'link', value: 'https://cafe.example/kaart' },
];

for (const { type, value, options = [], finds } of ofEachType) {
  test(`an own field (${type}) of everybody in the list at once, emptied again, and each undone`, async () => {
    const labels = options.map((label) => ({ label }));
    const { key } = await createField(house.sanne, {
      name: `Veel ${type}`,
      appliesTo: 'person',
      type,
      options: labels,
    });
    const before = await statesOf(key);
    const run = await startBulk(house.bram, { selection: named, act: { kind: 'set-field', field: key, value } });
    assert.deepEqual([run.status, run.total, run.changed], ['done', 30, 30]);
    assert.deepEqual((await getParty(house.bram, { partyId: ids[7] ?? '' })).fields[key], value);
    if (finds) assert.equal((await searchParties(house.bram, { q: finds })).items[0]?.name.startsWith('Vaste'), true);
    const [line] = (await listChanges(house.bram, { partyId: ids[7] ?? '' })).items;
    assert.deepEqual(line?.fields, [{ name: `fields.${key}`, before: null, after: value }]);
    const again = await startBulk(house.bram, { selection: named, act: { kind: 'set-field', field: key, value } });
    assert.equal(again.changed, 0);
    const emptied = await startBulk(house.bram, {
      selection: named,
      act: { kind: 'set-field', field: key, value: null },
    });
    assert.equal(emptied.changed, 30);
    assert.deepEqual(await statesOf(key), before);
    await undoChange(house.bram, { changeId: emptied.changeId ?? '' });
    assert.deepEqual((await getParty(house.bram, { partyId: ids[7] ?? '' })).fields[key], value);
    const undone = await undoChange(house.bram, { changeId: run.changeId ?? '' });
    assert.deepEqual([undone.undone, undone.kept], [30, 0]);
    assert.deepEqual(await statesOf(key), before);
  });
}

async function statesOf(key: string): Promise<unknown> {
  const { rows } = await sql`
    select p.id, p.search_text, v.text_value, v.number_value, v.date_value, v.choices from parties p
    left join fields d on d.key = ${key} left join field_values v on v.field_id = d.id and v.party_id = p.id
    order by p.id`.execute(house.db);
  return rows;
}

test('an own field of everybody: what cannot be is refused at once, whom it is not for is passed by, a party is named', async () => {
  const make = (name: string, appliesTo: Field['appliesTo'], type: Field['type']) =>
    createField(house.sanne, { name, appliesTo, type });
  const firms = await make('Alleen bedrijven', 'organisation', 'text');
  const carrier = await make('Bezorger', 'both', 'party');
  const set = (field: string, value: FieldInput) =>
    startBulk(house.bram, { selection: named, act: { kind: 'set-field', field, value } });
  await assert.rejects(set('bestaat-niet', 'x'), { code: 'bad-input' });
  await assert.rejects(set(carrier.key, 'Wessel'), { code: 'bad-input' });
  await assert.rejects(set(carrier.key, sister), { code: 'bad-input' });
  assert.equal((await set(firms.key, 'x')).changed, 0);
  const run = await set(carrier.key, ids[0] ?? '');
  assert.equal(run.changed, 30);
  await updatePartyFields(house.sanne, { partyId: ids[3] ?? '', fields: { [carrier.key]: ids[1] ?? '' } });
  const undone = await undoChange(house.bram, { changeId: run.changeId ?? '' });
  assert.deepEqual([undone.undone, undone.kept], [29, 1]);
});

test("somebody else's private relation is neither changed nor counted, also when named", async () => {
  const run = await startBulk(house.bram, {
    selection: { ids: [sister, ids[0] ?? ''] },
    act: acts[1]?.act ?? assert.fail(),
  });
  assert.equal(run.changed, 1);
  assert.deepEqual((await getParty(house.sanne, { partyId: sister })).tags, []);
  await undoChange(house.bram, { changeId: run.changeId ?? '' });
  const own = await startBulk(house.sanne, { selection: everybody, act: { kind: 'add-role', role: 'customer' } });
  assert.deepEqual((await getParty(house.sanne, { partyId: sister })).roles, ['private']);
  await undoChange(house.sanne, { changeId: own.changeId ?? '' });
});

test('who was changed again since stays as that somebody left it', async () => {
  const run = await startBulk(house.bram, { selection: named, act: { kind: 'add-tag', tag: 'Winter' } });
  await updatePartyFields(house.sanne, { partyId: ids[0] ?? '', tags: ['Winter', 'Zomer'] });
  const undone = await undoChange(house.bram, { changeId: run.changeId ?? '' });
  assert.deepEqual([undone.undone, undone.kept], [29, 1]);
  assert.deepEqual((await getParty(house.sanne, { partyId: ids[0] ?? '' })).tags, ['Winter', 'Zomer']);
});

test('some may be left out, and nothing to change is no trouble', async () => {
  const selection = { ...named, except: ids.slice(0, 20) };
  const run = await startBulk(house.bram, { selection, act: { kind: 'remove' } });
  assert.equal(run.changed, 10);
  assert.equal((await listBin(house.bram, {})).items.length, 10);
  await undoChange(house.bram, {});
  assert.equal((await listBin(house.bram, {})).items.length, 0);
  const none = await startBulk(house.bram, { selection: named, act: { kind: 'remove-tag', tag: 'Nergens' } });
  assert.deepEqual([none.status, none.changed, none.changeId], ['done', 0, null]);
});

test('thousands go on as a job, stretch by stretch, and belong to who asked for them', async () => {
  await sql`
    insert into parties (id, kind, name, sort_name, search_text, created_at, updated_at)
    select gen_random_uuid(), 'person', 'Menigte ' || n, 'menigte ' || n, 'menigte ' || n, now(), now()
    from generate_series(1, 4500) n`.execute(house.db);
  const crowd = { list: { filter: { all: [{ field: 'name', op: 'starts' as const, value: 'menigte' }] } }, except: [] };
  const run = await startBulk(house.bram, { selection: crowd, act: { kind: 'add-tag', tag: 'Menigte' } });
  assert.deepEqual([run.status, run.total, run.seen], ['waiting', 4500, 0]);
  assert.deepEqual(house.jobs.at(-1)?.name, 'run-bulk');
  await assert.rejects(getBulk(house.sanne, { bulkId: run.id }), { code: 'not-found' });
  await runBulk(house.bram, { bulkId: run.id }, AbortSignal.timeout(60_000));
  const done = await getBulk(house.bram, { bulkId: run.id });
  assert.deepEqual([done.status, done.seen, done.changed], ['done', 4500, 4500]);
  await runBulk(house.bram, { bulkId: run.id }, AbortSignal.timeout(60_000));
  assert.equal((await listBulk(house.bram)).items[0]?.changed, 4500);
  const undone = await undoChange(house.bram, {});
  assert.equal(undone.undone, 4500);
  assert.equal(
    (await listParties(house.bram, { q: 'Menigte', columns: 'tags' })).items[0]?.cells?.tags?.toString(),
    '',
  );
});
