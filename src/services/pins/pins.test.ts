import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TimelineItem } from '#contract/timeline.ts';
import { type House, testHouse } from '#test/house.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { createNote, updateNote } from '../notes/change-note.ts';
import { createParty } from '../parties/change-party.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import { createFault } from '../promises/faults.ts';
import { createPromise } from '../promises/promises.ts';
import { createTask } from '../tasks/change-task.ts';
import { createPin, removePin } from './pins.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const ans = async (name: string) => (await createParty(house.sanne, { kind: 'person', name })).id;
const idsOf = (items: readonly TimelineItem[]) => items.filter(({ noun }) => noun !== 'change').map(({ id }) => id);

async function look(ctx: Context, partyId: string) {
  const { items, pinned } = await listPartyTimeline(ctx, { partyId });
  return { below: idsOf(items), onTop: idsOf(pinned), pinned };
}

function meet(...partyIds: string[]) {
  return recordInteraction(house.sanne, {
    ...{ at: '2026-11-20T10:00:00.000Z', channel: 'meeting', kind: 'message', subject: 'Proeverij', text: null },
    ...{ answers: [], asked: null, valence: null, order: null, benefits: [] },
    to: partyIds.map((partyId) => ({ partyId })),
  });
}

test('a meeting, a task, a promise, a fault, a note: each is pinned and let go alike', async () => {
  const partyId = await ans('Ans Punaise');
  const at = '2026-11-01T10:00:00.000Z';
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Achterom.' }] }],
  };
  const records = [
    await meet(partyId),
    await createTask(house.sanne, { title: 'Maler bestellen', partyId }),
    await createPromise(house.sanne, { partyId, owedBy: 'ours', text: 'Offerte', dueAt: '2026-12-01T10:00:00.000Z' }),
    await createFault(house.sanne, { partyId, what: 'Te laat', at }),
    await createNote(house.sanne, { partyId, body }),
  ];
  for (const { id: recordId } of records) {
    const was = await look(house.bram, partyId);
    await createPin(house.bram, { partyId, recordId });
    await createPin(house.sanne, { partyId, recordId });
    const now = await look(house.bram, partyId);
    assert.deepEqual([now.onTop, now.below], [[recordId], was.below.filter((id) => id !== recordId)]);
    assert.ok(now.pinned.every((item) => item.noun !== 'change' && item.isPinned));
    await removePin(house.bram, { recordId });
    assert.deepEqual(await look(house.bram, partyId), was);
    await assert.rejects(removePin(house.bram, { recordId }), { code: 'not-found' });
  }
});

test('undo takes a pin out, and puts back the one that was taken out', async () => {
  const partyId = await ans('Ans Terug');
  const { id: recordId } = await createTask(house.sanne, { title: 'Bellen over bonen', partyId });
  await createPin(house.sanne, { partyId, recordId });
  const [noted] = (await listChanges(house.bram, { recordId })).items;
  assert.deepEqual([noted?.noun, noted?.act, noted?.label], ['pin', 'create', 'Bellen over bonen']);
  const undone = await undoChange(house.sanne, {});
  assert.deepEqual((await look(house.sanne, partyId)).onTop, []);
  await undoChange(house.sanne, { changeId: undone.changeId });
  assert.deepEqual((await look(house.sanne, partyId)).onTop, [recordId]);
  await removePin(house.sanne, { recordId });
  await undoChange(house.sanne, {});
  assert.deepEqual((await look(house.sanne, partyId)).onTop, [recordId]);
});

test('a meeting with two is pinned for both; only what is of the timeline can be', async () => {
  const [one, other] = [await ans('Ans Een'), await ans('Ans Twee')];
  const { id: recordId } = await meet(one, other);
  await createPin(house.sanne, { partyId: one, recordId });
  assert.deepEqual((await look(house.sanne, other)).onTop, [recordId]);
  const stranger = await ans('Ans Vreemd');
  await assert.rejects(createPin(house.sanne, { partyId: stranger, recordId }), { code: 'not-found' });
  const [change] = (await listPartyTimeline(house.sanne, { partyId: stranger })).items;
  assert.equal(change?.noun, 'change');
  const changed = { partyId: stranger, recordId: change?.id ?? '' };
  await assert.rejects(createPin(house.sanne, changed), { code: 'not-found' });
});

test('a pinned private note is its author’s, also in the history; the words of a mail are not told by its pin', async () => {
  const partyId = await ans('Ans Stil');
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Wil verkopen.' }] }],
  };
  const note = await createNote(house.sanne, { partyId, body, isPrivate: true });
  await assert.rejects(createPin(house.bram, { partyId, recordId: note.id }), { code: 'not-found' });
  await createPin(house.sanne, { partyId, recordId: note.id });
  assert.deepEqual((await look(house.bram, partyId)).onTop, []);
  assert.deepEqual((await listChanges(house.bram, { recordId: note.id })).items, []);
  await assert.rejects(removePin(house.bram, { recordId: note.id }), { code: 'not-found' });
  const open = await createNote(house.sanne, { partyId, body });
  await createPin(house.bram, { partyId, recordId: open.id });
  await updateNote(house.sanne, { noteId: open.id, isPrivate: true });
  assert.deepEqual((await listChanges(house.bram, { recordId: open.id })).items, []);
});
