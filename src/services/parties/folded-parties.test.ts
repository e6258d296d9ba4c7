import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import type { IngestRecord } from '../interactions/ingest-record.ts';
import { createParty, updatePartyFields } from './change-party.ts';
import { listParties } from './list-parties.ts';
import { createRelation } from './relations.ts';
import { searchParties } from './search-parties.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

interface Sent {
  readonly from: string;
  readonly mailClass?: IngestRecord['mailClass'];
}

async function receive(mails: readonly Sent[]): Promise<void> {
  const records = mails.map(({ from, mailClass = 'person' }, place): IngestRecord => {
    const words = { subject: 'Bonen', snippet: 'Dag', answers: [], asked: null, valence: null, benefits: [] };
    return {
      ...words,
      sourceKey: uuidv7(),
      atMs: testNow.getTime() - (place + 1) * 3_600_000,
      channel: 'mail',
      kind: 'message',
      from: { kind: 'mail', value: from, displayName: capital(from) },
      to: [{ kind: 'mail', value: 'sanne@overkant.nl', displayName: null }],
      mailClass,
      order: null,
    };
  });
  await transact(house.db, async (tx) => {
    const source = await ensureSource(tx, {
      ...{ id: uuidv7(), kind: 'api', label: 'proef', ownerUserId: null, isPrivate: false, isLive: false },
      createdAt: testNow,
    });
    const from = { source: { number: source.number, ownerUserId: null }, importId: null };
    await ingestInteractions(tx, { ...from, records, actor: house.sanne.actor, at: testNow });
  });
}

/** Ans, of ans@cafeans.nl. */
function capital(address: string): string {
  return `${address.charAt(0).toUpperCase()}${address.slice(1, address.indexOf('@'))}`;
}

async function listNames(part: string): Promise<string[]> {
  const { items } = await listParties(house.sanne, { sort: 'name', limit: 200 });
  return items.map(({ name }) => name).filter((name) => name.toLowerCase().includes(part));
}

async function find(q: string) {
  return (await searchParties(house.sanne, { q })).items;
}

test('a firm that is only the tail of one address stands behind its person, until there is a second one', async () => {
  await receive([{ from: 'ans@bruinkroeg.nl' }]);
  assert.deepEqual(await listNames('bruinkroeg'), []);
  assert.deepEqual(await listNames('ans'), ['Ans']);
  assert.deepEqual((await find('bruinkroeg')).map(({ name, context }) => [name, context]).sort(), [
    ['Ans', 'bruinkroeg.nl'],
    ['bruinkroeg.nl', null],
  ]);
  await receive([{ from: 'piet@bruinkroeg.nl' }]);
  assert.deepEqual(await listNames('bruinkroeg'), ['bruinkroeg.nl']);
});

test('two people of one firm in one batch show it at once', async () => {
  await receive([{ from: 'a@samenuit.nl' }, { from: 'b@samenuit.nl' }]);
  assert.deepEqual(await listNames('samenuit'), ['samenuit.nl']);
});

test('who only sends mailings is in no list until they write themselves, and makes no firm of two', async () => {
  await receive([
    { from: 'nieuws@boekenhuis.nl', mailClass: 'bulk' },
    { from: 'acties@boekenhuis.nl', mailClass: 'list' },
  ]);
  assert.deepEqual(await listNames('nieuws'), []);
  assert.equal((await find('acties')).length, 1);
  await receive([{ from: 'nieuws@boekenhuis.nl' }]);
  assert.deepEqual(await listNames('nieuws'), ['Nieuws']);
  assert.deepEqual(await listNames('boekenhuis'), []);
  await receive([{ from: 'kees@boekenhuis.nl' }]);
  assert.deepEqual(await listNames('boekenhuis'), ['boekenhuis.nl']);
});

test('an edit by hand, or a link by hand, shows a firm', async () => {
  await receive([{ from: 'ina@zeilschool.nl' }, { from: 'tom@roeiclub.nl' }]);
  const sailing = (await find('zeilschool')).find(({ kind }) => kind === 'organisation');
  await updatePartyFields(house.bram, { partyId: sailing?.id ?? '', note: 'belt liever' });
  assert.deepEqual(await listNames('zeilschool'), ['zeilschool.nl']);
  const rowing = (await find('roeiclub')).find(({ kind }) => kind === 'organisation');
  const person = await createParty(house.bram, { kind: 'person', name: 'Wim' });
  await createRelation(house.bram, { typeKey: 'works-at', fromParty: person.id, toParty: rowing?.id ?? '' });
  assert.deepEqual(await listNames('roeiclub'), ['roeiclub.nl']);
});
