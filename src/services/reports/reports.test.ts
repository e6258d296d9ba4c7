/** A report from heard to told: what it does to trust, how it is undone, and what closing in silence costs. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse, testNow } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import { createParty } from '../parties/change-party.ts';
import { loadTies } from '../ties/load-ties.ts';
import { updateReportFields } from './change-report.ts';
import { createReport } from './create-report.ts';
import { getReport, listReports } from './list-reports.ts';
import { answerReport, makeReportLink } from './report-page.ts';
import { closeReport, publishReport, solveReport } from './tell-report.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(testNow.getTime() + days * dayMs);

async function report(name: string, kind: 'complaint' | 'question' = 'complaint') {
  house.setNow(testNow);
  const { id: partyId } = await createParty(house.bram, { kind: 'person', name } as Parameters<typeof createParty>[1]);
  const said = {
    partyId,
    kind,
    subject: 'De molen valt stil',
    text: 'Weer tijdens het ontbijt',
    channel: 'call' as const,
  };
  return createReport(house.bram, { ...said, at: inDays(-2).toISOString() });
}

/** What lies on the tie with a relation now. */
async function standing(partyId: string) {
  const { rows } = await sql<{ id: string }>`
    select id from ties where ${partyId}::uuid in (party_a, party_b)`.execute(house.db);
  const id = rows[0]?.id ?? '';
  const tie = (await loadTies(house.db, [id], testNow.getTime())).get(id);
  const good = await sql<{ good: number }>`
    select coalesce(sum(trust_good), 0)::float as good from tie_events where tie_id = ${id}::uuid`.execute(house.db);
  const waiting = await sql<{ kind: string }>`
    select kind from promises where tie_id = ${id}::uuid and settled_at is null order by kind`.execute(house.db);
  return {
    good: good.rows[0]?.good ?? 0,
    faults: tie?.context.faults.length ?? 0,
    waiting: waiting.rows.map(({ kind }) => kind),
  };
}

test('a complaint waits as an expectation until it is told what and why, which feeds trust; all of it is undone in one go', async () => {
  const made = await report('Ilse');
  const { id: reportId, party } = made;
  assert.deepEqual([made.status, made.waitsForUs, made.isTold], ['received', true, false]);
  assert.equal(made.dueAt, inDays(5).toISOString());
  const before = await standing(party.id);
  assert.deepEqual([before.waiting, before.faults], [['complaint'], 0]);
  await assert.rejects(solveReport(house.bram, { reportId, channel: 'mail' }), { code: 'bad-input' });
  await updateReportFields(house.bram, { reportId, whatWeDid: 'Nieuwe schijven', why: 'De oude waren op' });
  const solved = await solveReport(house.bram, { reportId, channel: 'mail' });
  assert.deepEqual([solved.status, solved.isTold, solved.dueAt, solved.unpublished], ['solved', true, null, []]);
  const after = await standing(party.id);
  assert.deepEqual([after.waiting, after.good - before.good, after.faults], [[], 1, 0]);
  // Told twice it counts once.
  await solveReport(house.bram, { reportId, channel: 'mail' });
  assert.equal((await standing(party.id)).good, after.good);
  await undoChange(house.bram, {});
  await undoChange(house.bram, {});
  const undone = await getReport(house.bram, { reportId });
  assert.deepEqual([undone.status, undone.isTold], ['received', false]);
  assert.deepEqual(await standing(party.id), before);
});

test('closing in silence is a fault of ours, closing after it was told is not', async () => {
  const { id: reportId, party } = await report('Arend');
  await closeReport(house.bram, { reportId });
  assert.equal((await standing(party.id)).faults, 1);
  await closeReport(house.bram, { reportId });
  assert.equal((await standing(party.id)).faults, 1);
  const told = await report('Femke');
  await updateReportFields(house.bram, { reportId: told.id, whatWeDid: 'Hersteld', why: 'Een draadje los' });
  await solveReport(house.bram, { reportId: told.id, channel: 'call' });
  await closeReport(house.bram, { reportId: told.id });
  assert.equal((await standing(told.party.id)).faults, 0);
});

test('what comes next by when is a promise once it is on the page, kept when it is solved', async () => {
  const { id: reportId, party } = await report('Joke');
  const nextDueAt = inDays(1).toISOString();
  const said = { next: 'Donderdag bellen we', nextDueAt, status: 'working' as const };
  const changed = await updateReportFields(house.bram, { reportId, ...said });
  assert.deepEqual(changed.dueAt, nextDueAt);
  assert.deepEqual((await standing(party.id)).waiting, ['complaint']);
  await publishReport(house.bram, { reportId });
  assert.deepEqual((await standing(party.id)).waiting, ['complaint', 'promise']);
  await updateReportFields(house.bram, { reportId, whatWeDid: 'Gebeld', why: 'Beloofd' });
  await solveReport(house.bram, { reportId, channel: 'call' });
  const { waiting, good } = await standing(party.id);
  assert.deepEqual([waiting, good], [[], 2]);
});

test('an answer of the customer is a contact moment, opens it again and is told to who looks after it', async () => {
  const { id: reportId, party } = await report('Hilde');
  await assert.rejects(answerReport(house.system, { reportId, text: 'Hallo' }), { code: 'not-found' });
  await makeReportLink(house.bram, { reportId, customerWants: true });
  await updateReportFields(house.bram, { reportId, whatWeDid: 'Hersteld', why: 'Los draadje' });
  await solveReport(house.bram, { reportId, channel: 'ticket' });
  house.setNow(inDays(1));
  await answerReport(house.system, { reportId, text: '  Hij doet het weer niet.  ' });
  const again = await getReport(house.bram, { reportId });
  assert.deepEqual(
    [again.status, again.waitsForUs, again.answers.map(({ text }) => text)],
    ['working', true, ['Hij doet het weer niet.']],
  );
  const { rows } = await sql<{ snippet: string }>`
    select snippet from interactions where from_party = ${party.id}::uuid and channel = 'ticket'`.execute(house.db);
  assert.deepEqual(rows, [{ snippet: 'Hij doet het weer niet.' }]);
  const told = await sql<{ kind: string }>`
    select kind from notifications where record_id = ${reportId}::uuid`.execute(house.db);
  assert.deepEqual(told.rows, [{ kind: 'report-answered' }]);
  const { items } = await listReports(house.bram, { state: 'waiting' });
  assert.ok(items.some(({ id }) => id === reportId));
  house.setNow(testNow);
});

test('what two people changed goes together, and a page shows nothing of it before it is put there', async () => {
  const made = await report('Wim');
  const { id: reportId, version } = made;
  await makeReportLink(house.bram, { reportId, customerWants: true });
  await updateReportFields(house.sanne, { reportId, note: 'Hij is boos op Bram' });
  const merged = await updateReportFields(house.bram, { reportId, why: 'Te laat gezien', ifVersion: version });
  assert.equal(merged.note, 'Hij is boos op Bram');
  assert.deepEqual(merged.unpublished, ['why']);
  await assert.rejects(updateReportFields(house.bram, { reportId, note: 'Anders', ifVersion: version }), {
    code: 'stale',
  });
});
