import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse, testNow } from '#test/house.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { createFault } from '../promises/faults.ts';
import { getTieChange } from './tell-change.ts';

const dayMs = 86_400_000;
let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

test('what changed in four weeks is told from the events that did it, and adds up; a private tie is nobody else’s', async () => {
  const us = { kind: 'mail', value: 'sanne@overkant.nl', name: null } as const;
  const them = { kind: 'mail', value: 'ans@ziggo.nl', name: 'Ans' } as const;
  const plain = { text: null, answers: [], asked: true, valence: null, benefits: [], order: null };
  const mail = (days: number, at: number, subject: string | null = null) => ({
    ...{ ...plain, subject, sourceKey: `m${days}`, channel: 'mail' as const, kind: 'message' as const },
    ...{ at: new Date(testNow.getTime() - days * dayMs).toISOString() },
    ...(at % 2 === 0 ? { from: us, to: [them] } : { from: them, to: [us] }),
  });
  const items = [100, 90, 80, 70, 60, 50, 40].map((days, at) => mail(days, at));
  await recordInteractions(house.sanne, {
    source: 'Post',
    coveredUntil: null,
    items: [...items, mail(3, 1, 'Weer bonen')],
  });
  const tie = await house.db.selectFrom('ties').selectAll().executeTakeFirstOrThrow();
  const ansId = await house.db.selectFrom('parties').select('id').where('name', '=', 'Ans').executeTakeFirstOrThrow();
  await createFault(house.sanne, {
    partyId: ansId.id,
    what: 'Verkeerd geleverd',
    at: new Date(testNow.getTime() - 5 * dayMs).toISOString(),
  });
  const { from, to, causes, left } = await getTieChange(house.bram, { tieId: tie.id });
  assert.equal(left, 0);
  const mails = causes.find(({ code }) => code === 'event');
  assert.deepEqual([mails?.subject, (mails?.effect ?? 0) > 0], ['Weer bonen', true]);
  assert.ok((causes.find(({ code }) => code === 'fault')?.effect ?? 0) < 0, JSON.stringify(causes));
  const sum = causes.reduce((total, { effect }) => total + effect, 0);
  assert.ok(Math.abs(from.bond + sum - to.bond) < 0.02, JSON.stringify({ from, to, causes }));
  await house.db.updateTable('parties').set({ visibility: 'private' }).where('id', '=', ansId.id).execute();
  await assert.rejects(getTieChange(house.bram, { tieId: tie.id }), { code: 'not-found' });
});
