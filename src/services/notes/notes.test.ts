import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { RichText } from '#contract/rich-text.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { userOf } from '../allow.ts';
import { listBin, listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createParty } from '../parties/change-party.ts';
import { createRelation } from '../parties/relations.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import { createNote, removeNote, updateNote } from './change-note.ts';
import { getNote, listNotes } from './get-note.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const minute = 60_000;

function say(text: string, mention?: { id: string; label: string }): RichText {
  const named = mention ? [{ type: 'mention' as const, attrs: mention }] : [];
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }, ...named] }] };
}

const ans = (name: string) => createParty(house.sanne, { kind: 'person', name });

async function toldOf(noteId: string): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select user_id from notifications where record_id = ${noteId} and kind = 'mention'`.execute(house.db);
  return rows.map((row) => row.user_id);
}

test('a note stands on the timeline, pinned ones on top, and is found back as it was written', async () => {
  const { id: partyId } = await ans('Ans Notitie');
  const plain = await createNote(house.sanne, { partyId, body: say('Wil in maart een nieuwe maler.') });
  house.setNow(new Date(testNow.getTime() + minute));
  const pinned = await createNote(house.bram, { partyId, body: say('Altijd achterom.'), isPinned: true });
  house.setNow(testNow);
  const { items, pinned: top } = await listPartyTimeline(house.bram, { partyId });
  assert.deepEqual(
    items.flatMap((item) => (item.noun === 'note' ? [item.note.text] : [])),
    ['Wil in maart een nieuwe maler.'],
  );
  assert.deepEqual([top[0]?.id, top.length], [pinned.id, 1]);
  const read = await getNote(house.bram, { noteId: plain.id });
  assert.deepEqual(
    [read.body, read.author.name, read.version],
    [say('Wil in maart een nieuwe maler.'), 'Sanne de Vries', 1],
  );
  assert.equal((await listNotes(house.bram, { partyId })).items.length, 2);
  const onlyMail = await listPartyTimeline(house.bram, { partyId, kinds: ['mail'] });
  assert.deepEqual([onlyMail.items, onlyMail.pinned], [[], []]);
});

test('what is noted about somebody stands on the page of where they work, pinned or not', async () => {
  const firm = await createParty(house.sanne, { kind: 'organisation', name: 'Café Ans' });
  const { id: fromParty } = await ans('Ans Werkt');
  await createRelation(house.sanne, { typeKey: 'works-at', fromParty, toParty: firm.id });
  await createNote(house.sanne, { partyId: fromParty, body: say('Houdt van jazz.') });
  await createNote(house.sanne, { partyId: fromParty, body: say('Komt op de fiets.'), isPinned: true });
  const { items, pinned } = await listPartyTimeline(house.bram, { partyId: firm.id });
  const textsOf = (list: typeof items) => list.flatMap((item) => (item.noun === 'note' ? [item.note.text] : []));
  assert.deepEqual([textsOf(items), textsOf(pinned)], [['Houdt van jazz.'], ['Komt op de fiets.']]);
});

test('a private note leaves no trace for a colleague: not in the timeline, the history, the bin', async () => {
  const { id: partyId } = await ans('Ans Geheim');
  const secret = await createNote(house.sanne, { partyId, body: say('Denkt over verkopen.'), isPrivate: true });
  const seen = await listPartyTimeline(house.bram, { partyId });
  assert.deepEqual(
    seen.items.filter((item) => item.noun === 'note'),
    [],
  );
  assert.deepEqual((await listNotes(house.bram, { partyId })).items, []);
  await assert.rejects(getNote(house.bram, { noteId: secret.id }), { code: 'not-found' });
  await assert.rejects(updateNote(house.bram, { noteId: secret.id, isPinned: true }), { code: 'not-found' });
  await updateNote(house.sanne, { noteId: secret.id, isPinned: true });
  assert.deepEqual((await listPartyTimeline(house.bram, { partyId })).pinned, []);
  assert.equal((await listPartyTimeline(house.sanne, { partyId })).pinned.length, 1);
  await removeNote(house.sanne, { noteId: secret.id });
  const told = async (ctx: typeof house.bram) => [
    ...(await listChanges(ctx, { partyId })).items,
    ...(await listBin(ctx, {})).items,
  ];
  assert.deepEqual(
    (await told(house.bram)).filter(({ noun }) => noun === 'note'),
    [],
  );
  assert.ok((await told(house.sanne)).some(({ noun }) => noun === 'note'));
});

test('what was open and is closed off is gone from the history of others as well', async () => {
  const { id: partyId } = await ans('Ans Dicht');
  const note = await createNote(house.sanne, { partyId, body: say('Eerst voor iedereen.') });
  await updateNote(house.bram, { noteId: note.id, body: say('Bram vulde aan.') });
  await assert.rejects(updateNote(house.bram, { noteId: note.id, isPrivate: true }), { code: 'not-allowed' });
  await updateNote(house.sanne, { noteId: note.id, isPrivate: true });
  const others = (await listChanges(house.bram, { recordId: note.id })).items;
  assert.deepEqual(others, []);
  const own = (await listChanges(house.sanne, { recordId: note.id })).items;
  assert.equal(own.length, 3);
  await assert.rejects(undoChange(house.bram, { changeId: own[0]?.id ?? '' }), { code: 'not-found' });
});

test('who is named is told once; nobody is told of a private note', async () => {
  const { id: partyId } = await ans('Ans Genoemd');
  const bram = userOf(house.bram.actor);
  const body = say('Kun jij kijken, ', { id: bram, label: 'Bram Jansen' });
  const note = await createNote(house.sanne, { partyId, body });
  assert.equal(note.text, 'Kun jij kijken, @Bram Jansen');
  assert.deepEqual(await toldOf(note.id), [bram]);
  await updateNote(house.sanne, { noteId: note.id, body: say('Nog eens, ', { id: bram, label: 'Bram Jansen' }) });
  assert.deepEqual(await toldOf(note.id), [bram]);
  const secret = await createNote(house.sanne, { partyId, body, isPrivate: true });
  assert.deepEqual(await toldOf(secret.id), []);
  // Opened up: now it can be said.
  await updateNote(house.sanne, { noteId: secret.id, isPrivate: false });
  assert.deepEqual(await toldOf(secret.id), [bram]);
});

test('a colleague who may not see the relation is not told either', async () => {
  const sister = await createParty(house.sanne, { kind: 'person', name: 'Zus van Sanne', roles: ['private'] });
  const named = say('Hoi ', { id: userOf(house.bram.actor), label: 'Bram Jansen' });
  const note = await createNote(house.sanne, { partyId: sister.id, body: named });
  assert.deepEqual(await toldOf(note.id), []);
  await assert.rejects(getNote(house.bram, { noteId: note.id }), { code: 'not-found' });
  await assert.rejects(createNote(house.bram, { partyId: sister.id, body: say('x') }), { code: 'not-found' });
});

test('two people in one note: pinning goes with rewriting, two texts are both shown', async () => {
  const { id: partyId } = await ans('Ans Samen');
  const note = await createNote(house.sanne, { partyId, body: say('Eerste tekst.') });
  await updateNote(house.bram, { noteId: note.id, ifVersion: note.version, body: say('Tekst van Bram.') });
  const pinned = await updateNote(house.sanne, { noteId: note.id, ifVersion: note.version, isPinned: true });
  assert.deepEqual([pinned.text, pinned.isPinned, pinned.version], ['Tekst van Bram.', true, 3]);
  await assert.rejects(
    updateNote(house.sanne, { noteId: note.id, ifVersion: note.version, body: say('Tekst van Sanne.') }),
    (error: { code: string; current: { text: string }; problems: { path: string; message: string }[] }) => {
      assert.deepEqual([error.code, error.current.text], ['stale', 'Tekst van Bram.']);
      assert.deepEqual([error.problems[0]?.path, error.problems[0]?.message], ['body.body', 'Bram Jansen']);
      return true;
    },
  );
});

test('a note that was deleted comes back; one that was rewritten reads as before', async () => {
  const { id: partyId } = await ans('Ans Terug');
  const note = await createNote(house.sanne, { partyId, body: say('Zo was het.') });
  await updateNote(house.sanne, { noteId: note.id, body: say('Zo werd het.') });
  await undoChange(house.sanne, {});
  assert.equal((await getNote(house.sanne, { noteId: note.id })).text, 'Zo was het.');
  await removeNote(house.sanne, { noteId: note.id });
  await assert.rejects(getNote(house.sanne, { noteId: note.id }), { code: 'not-found' });
  const [inBin] = (await listBin(house.bram, {})).items;
  assert.deepEqual([inBin?.noun, inBin?.label], ['note', 'Zo was het.']);
  await undoChange(house.bram, { changeId: inBin?.id ?? '' });
  assert.equal((await getNote(house.sanne, { noteId: note.id })).text, 'Zo was het.');
});

test('a note in which nothing is written is refused', async () => {
  const { id: partyId } = await ans('Ans Leeg');
  const empty: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };
  await assert.rejects(createNote(house.sanne, { partyId, body: empty }), { code: 'bad-input' });
});
