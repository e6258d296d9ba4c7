import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, testHouse, testNow } from '#test/house.ts';
import { recordInteractions } from '../interactions/record-interaction.ts';
import { getCheck } from './get-check.ts';
import { runCheck } from './run-check.ts';

const dayMs = 86_400_000;
let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const plain = { subject: null, text: null, answers: [], asked: true, valence: null, benefits: [], order: null };
const us = { kind: 'mail', value: 'sanne@overkant.nl', name: null } as const;

function moment(name: string, days: number, kind: string, fromUs: boolean) {
  const them = { kind: 'mail', value: `${name}@ziggo.nl`, name } as const;
  return {
    ...{ ...plain, sourceKey: `${name} ${days} ${kind} ${fromUs}`, channel: 'mail' as const },
    kind: kind as 'message',
    at: new Date(testNow.getTime() - days * dayMs).toISOString(),
    from: fromUs ? us : them,
    to: [fromUs ? them : us],
  };
}

/** Both ways every so many days, until so many days ago. */
const both = (name: string, gap: number, until: number) =>
  Array.from({ length: Math.floor((430 - until) / gap) }, (_, at) => until + at * gap).flatMap((days) => [
    moment(name, days, 'message', true),
    moment(name, days - 0.1, 'message', false),
  ]);

const record = (items: ReturnType<typeof moment>[]) =>
  recordInteractions(house.sanne, { source: 'Post', coveredUntil: null, items });

test('nothing was checked yet; too short a history is said to be too short', async () => {
  assert.equal((await getCheck(house.bram)).latest, null);
  await record(both('een', 7, 5));
  await runCheck(house.system);
  const { latest, needed } = await getCheck(house.bram);
  assert.deepEqual([latest?.outcome.ties, latest?.outcome.continuation.isEnough], [1, false]);
  assert.deepEqual([latest?.outcome.continuation.auc, needed.all], [null, 100]);
});

test('enough history: who kept coming is told from who left, and a private relation counts nowhere', async () => {
  for (let at = 0; at < 9; at += 1) await record(both(`blijft${at}`, 7, 3));
  for (let at = 0; at < 6; at += 1) await record(both(`ging${at}`, 7, 60 + 40 * at));
  await record(both('zus', 7, 3));
  await house.db.updateTable('parties').set({ visibility: 'private' }).where('name', '=', 'zus').execute();
  await runCheck(house.system);
  const { latest, earlier } = await getCheck(house.sanne);
  const { outcome } = latest ?? assert.fail('no check');
  assert.deepEqual([outcome.ties, outcome.tiesOf, earlier.length], [16, 16, 1]);
  assert.ok(outcome.continuation.isEnough && (outcome.continuation.auc ?? 0) > 0.6, JSON.stringify(outcome));
  const [onTime, quiet] = outcome.alarm.rows;
  assert.ok((quiet?.happened ?? 0) / (quiet?.count || 1) > (onTime?.happened ?? 0) / (onTime?.count || 1));
});

test('complaints: told and stayed, closed silently and gone; two are too few to be sure', async () => {
  await record([
    moment('verteld', 200, 'complaint', false),
    moment('verteld', 195, 'complaint-told', true),
    moment('verteld', 150, 'message', false),
    moment('stil', 200, 'complaint', false),
    moment('stil', 195, 'complaint-closed', true),
    // Too short ago to know.
    moment('vers', 40, 'complaint', false),
    moment('vers', 35, 'complaint-told', true),
  ]);
  await runCheck(house.system);
  const { latest } = await getCheck(house.sanne);
  assert.deepEqual(latest?.outcome.openness, {
    told: { count: 1, stayed: 1 },
    silent: { count: 1, stayed: 0 },
    isSure: false,
  });
});
