/** Who brings somebody gave us something: once for the introduction, once when the newcomer first buys; never twice, and gone with its cause. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { transact } from '#store/transact.ts';
import { type House, testHouse } from '#test/house.ts';
import { captureMoment } from '../captures/capture-moment.ts';
import { listChanges } from '../changes/list-changes.ts';
import { undoChange } from '../changes/undo-change.ts';
import type { Context } from '../context.ts';
import { deleteInteraction } from '../interactions/change-interaction.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import { recordInteraction } from '../interactions/record-interaction.ts';
import { createParty } from '../parties/change-party.ts';
import { listPartyLedger } from '../parties/ledger.ts';
import { createRelation, removeRelation, updateRelation } from '../parties/relations.ts';
import { rebuild } from '../rebuild.ts';
import { keepIntroductions } from './keep-introductions.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

let serial = 0;
async function pair(roles?: string[]) {
  serial += 1;
  const introducer = await createParty(house.sanne, { kind: 'person', name: `Yara ${serial}` });
  const newcomer = await createParty(house.sanne, { kind: 'person', name: `Joke ${serial}`, ...(roles && { roles }) });
  return { fromParty: introducer.id, toParty: newcomer.id };
}
const introduce = (ends: { fromParty: string; toParty: string }, fromOn = '2026-11-10') =>
  createRelation(house.sanne, { typeKey: 'introduced', ...ends, fromOn });
const order = (from: string, at = '2026-11-18T10:00:00.000Z') =>
  recordInteraction(house.sanne, {
    ...{ from: { partyId: from }, to: [{ partyId: ownOf(house.sanne) }], at, channel: 'order', kind: 'order' },
    ...{ subject: null, text: null, answers: [], asked: null, valence: null, benefits: [], order: null },
  });
const ownOf = ({ actor }: Context) => (actor.kind === 'user' ? (actor.partyId ?? '') : '');
/** What stands in the ledger of who introduced, oldest first. */
const ledger = async (partyId: string, ctx = house.sanne) =>
  (await listPartyLedger(ctx, { partyId })).items
    .map(({ kind, weight, at, because }) => [kind, weight, at.slice(0, 10), because?.step, because?.newcomer?.name])
    .reverse();
const undoLast = async (recordId: string) => {
  const [noted] = (await listChanges(house.sanne, { recordId, limit: 1 })).items;
  return undoChange(house.sanne, { changeId: noted?.id ?? '' });
};

test('an introduction is a benefit by itself, and again when the newcomer first buys; a second order adds nothing', async () => {
  const ends = await pair();
  const { id } = await introduce(ends);
  const brought = ['introduction', 1.5, '2026-11-10', 'brought', `Joke ${serial}`];
  assert.deepEqual(await ledger(ends.fromParty), [brought]);
  await order(ends.toParty);
  const bought = ['referral', 2, '2026-11-18', 'bought', `Joke ${serial}`];
  assert.deepEqual(await ledger(ends.fromParty), [brought, bought]);
  await order(ends.toParty, '2026-11-20T10:00:00.000Z');
  assert.deepEqual(await ledger(ends.fromParty), [brought, bought]);
  // Asked again and replayed it comes to the same.
  const again = { relationIds: [id], actor: house.sanne.actor, at: house.sanne.now(), ingest: ingestInteractions };
  await transact(house.db, (tx) => keepIntroductions(tx, again));
  await rebuild(house.system);
  assert.deepEqual(await ledger(ends.fromParty), [brought, bought]);
  // That they buy is no contact of who brought them.
  const { rows } = await sql<{ contact: number }>`select sum(e.contact)::float8 as contact from tie_events e
    join introduced_benefits n on n.interaction_id = e.interaction_id where n.relation_id = ${id} and n.step = 'bought'`.execute(
    house.db,
  );
  assert.equal(rows[0]?.contact, 0);
});

test('the link undone takes both with it, and brought back brings both back; another day moves it', async () => {
  const ends = await pair();
  const { id } = await introduce(ends);
  await order(ends.toParty);
  await removeRelation(house.sanne, { relationId: id });
  assert.deepEqual(await ledger(ends.fromParty), []);
  await undoLast(id);
  assert.deepEqual(
    (await ledger(ends.fromParty)).map(([kind]) => kind),
    ['introduction', 'referral'],
  );
  const other = await pair();
  const { id: relationId } = await introduce(other);
  await updateRelation(house.sanne, { relationId, fromOn: '2026-11-12' });
  assert.deepEqual(
    (await ledger(other.fromParty)).map(([, , at]) => at),
    ['2026-11-12'],
  );
  await undoLast(relationId);
  assert.deepEqual(
    (await ledger(other.fromParty)).map(([, , at]) => at),
    ['2026-11-10'],
  );
});

test('the only order taken away takes what it brought with it', async () => {
  const ends = await pair();
  await introduce(ends);
  const { id: interactionId } = await order(ends.toParty);
  await deleteInteraction(house.sanne, { interactionId });
  assert.deepEqual(
    (await ledger(ends.fromParty)).map(([kind]) => kind),
    ['introduction'],
  );
});

const tellOf = (partyId: string) => ({
  ...({ partyId, at: '2026-11-08T10:00:00.000Z', channel: 'call', kind: 'call', from: 'theirs', text: null } as const),
  ...{ keptLine: null, promise: null, benefits: [{ giver: 'theirs', kind: 'referral' }] as const },
});

test('who bought before was a customer already; what somebody wrote down counts, and no second', async () => {
  const ends = await pair();
  await order(ends.toParty, '2026-10-01T10:00:00.000Z');
  await introduce(ends);
  assert.deepEqual(
    (await ledger(ends.fromParty)).map(([kind]) => kind),
    ['introduction'],
  );
  const told = await pair();
  await captureMoment(house.sanne, tellOf(told.fromParty));
  const { id } = await introduce(told);
  const theirs = [['referral', 2, '2026-11-08', 'brought', `Joke ${serial}`]];
  assert.deepEqual(await ledger(told.fromParty), theirs);
  await removeRelation(house.sanne, { relationId: id });
  // Theirs to take away, not ours.
  assert.deepEqual(await ledger(told.fromParty), [['referral', 2, '2026-11-08', undefined, undefined]]);
});

test('written down after the link was declared it takes the place of ours', async () => {
  const ends = await pair();
  await introduce(ends);
  await captureMoment(house.sanne, tellOf(ends.fromParty));
  assert.deepEqual(await ledger(ends.fromParty), [['referral', 2, '2026-11-08', 'brought', `Joke ${serial}`]]);
});

test('the firm the newcomer works at buys: that counts; who may not see the newcomer reads of nobody', async () => {
  const ends = await pair();
  const firm = await createParty(house.sanne, { kind: 'organisation', name: 'Praktijk Lindehof' });
  await createRelation(house.sanne, { typeKey: 'works-at', fromParty: ends.toParty, toParty: firm.id });
  await introduce(ends);
  await order(firm.id);
  assert.deepEqual(
    (await ledger(ends.fromParty)).map(([kind]) => kind),
    ['introduction', 'referral'],
  );
  const hidden = await pair(['private']);
  await introduce(hidden);
  assert.equal((await ledger(hidden.fromParty))[0]?.[4], `Joke ${serial}`);
  assert.equal((await ledger(hidden.fromParty, house.bram))[0]?.[4], undefined);
});
