/** The stories as the use cases answer them, on a real database: what the pages are made of. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Party } from '#contract/parties.ts';
import { getCheck } from '#services/check/get-check.ts';
import { refreshFigures } from '#services/figures/refresh-figures.ts';
import { getParty } from '#services/parties/get-party.ts';
import { listParties } from '#services/parties/list-parties.ts';
import { searchParties } from '#services/parties/search-parties.ts';
import { listFaults } from '#services/promises/faults.ts';
import { listToday } from '#services/today/list-today.ts';
import { getWhatIfRun, listWhatIfRuns } from '#services/what-if/what-if-runs.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { loadDemo } from './load-demo.ts';

let house: House;
before(async () => {
  house = await testHouse();
  await loadDemo(house.sanne, { now: testNow });
});
after(() => house.drop());

async function find(name: string): Promise<Party & { figures: NonNullable<Party['figures']> }> {
  const { items } = await searchParties(house.sanne, { q: name });
  const row = items.find((item) => item.name === name);
  assert.ok(row, `${name} is found`);
  const party = await getParty(house.sanne, { partyId: row.id });
  assert.ok(party.figures, `${name} has figures`);
  return { ...party, figures: party.figures };
}

test('four things today, and no more', async () => {
  const { items, more, notHeard } = await listToday(house.sanne);
  assert.deepEqual(
    items.map(({ kind, party }) => [kind, party.name]),
    [
      ['growing-quiet', 'Café Ans'],
      ['thanks-owed', 'Yara Hofman'],
      ['to-make-good', 'Henk Terpstra'],
      ['leave-in-peace', 'Salon Wit'],
    ],
  );
  assert.deepEqual([more, notHeard], [0, []]);
  assert.equal(items[0]?.numbers.silenceDays, 42);
  assert.equal(items[3]?.numbers.count, 7);
});

test('the price rise of seven months ago: what was said then, and where it was wrong', async () => {
  const [line] = (await listWhatIfRuns(house.sanne, {})).items;
  assert.deepEqual(line?.question, { kind: 'price', percent: 8, isAnnounced: true });
  const run = await getWhatIfRun(house.sanne, { runId: line?.id ?? '' });
  const said = (name: string) => run.items.find(({ party }) => party.name === name);
  const kantoorpunt = said('Kantoorpunt');
  assert.deepEqual([kantoorpunt?.isHurt, kantoorpunt?.through, kantoorpunt?.since], [true, 'price', 'gone']);
  assert.notEqual(said('Bar Nul')?.isHurt, true);
  assert.ok(run.since && run.since.gone >= 1);
  // De Brug went for another reason, and nothing about the price said so.
  assert.ok(run.since.missed.length + run.since.gone >= 2);
});

test('31 relations hang on Karin, and the list names them', async () => {
  const { leansOn } = await listToday(house.sanne);
  assert.deepEqual([leansOn?.colleague.name, leansOn?.count], ['Karin Wolters', 31]);
  const filter = { kind: 'organisation', dependencyOn: leansOn?.colleague.id, limit: 200 };
  assert.equal((await listParties(house.sanne, filter)).items.length, 31);
  assert.equal((await listToday(house.bram)).leansOn, null);
});

test('Café Ans grows quiet and time holds it back; Lunchroom Klaver does neither', async () => {
  const ans = await find('Café Ans');
  assert.deepEqual([ans.figures.alarm, ans.figures.weakest], ['quiet', 'time']);
  assert.equal(ans.dependency?.on.name, 'Lotte Hazelaar');
  const klaver = await find('Lunchroom Klaver');
  assert.deepEqual([klaver.figures.alarm, klaver.figures.status], ['none', 'bond']);
  assert.equal(Math.round(klaver.figures.gapDays ?? 0), 14);
});

test('De Brug and Kantoorpunt are gone, Marktzicht and Bar Nul are not', async () => {
  for (const name of ['Hotel De Brug', 'Kantoorpunt']) assert.equal((await find(name)).figures.alarm, 'gone', name);
  for (const name of ['Hotel Marktzicht', 'Bar Nul']) assert.equal((await find(name)).figures.alarm, 'none', name);
  assert.ok((await find('Ilse Roozeboom')).figures.trust > (await find('Arend Veldman')).figures.trust + 0.05);
});

test('what is to make good with its manager is to make good with the hotel', async () => {
  const { items } = await listFaults(house.sanne, { partyId: (await find('Hotel De Brug')).id });
  assert.deepEqual(
    items.map((fault) => [fault.party.name, fault.madeGoodAt]),
    [['Arend Veldman', null]],
  );
});

test('silence without alarm: the camping is closed, the notary would rather not', async () => {
  assert.equal((await find('Camping De Zandbank')).figures.alarmSilencedBy, 'closure');
  const vos = await find('Notaris Vos');
  assert.deepEqual([vos.figures.alarm, vos.figures.alarmSilencedBy, vos.contactWish], ['none', 'wish', 'rather-not']);
});

test('Yara brought two customers; Tess wrote once', async () => {
  const yara = await find('Yara Hofman');
  const brought = yara.relations.filter((relation) => relation.typeKey === 'introduced').map(({ other }) => other.name);
  assert.deepEqual(brought.sort(), ['Els Pothuys', 'Joke Stam']);
  const tess = await find('Tess Hoekstra');
  assert.deepEqual([tess.figures.status, tess.figures.alarm, tess.figures.bond], ['contact', 'none', 0]);
});

test('whoever looks again two weeks later finds no false alarms, but what was not heard since', async () => {
  house.setNow(new Date(testNow.getTime() + 14 * 86_400_000));
  await refreshFigures(house.system);
  const { items, notHeard } = await listToday(house.sanne);
  const inAnyStory = new Set(['Café Ans', 'Yara Hofman', 'Henk Terpstra', 'Salon Wit', 'Arend Veldman']);
  assert.deepEqual(
    items.filter(({ party }) => !inAnyStory.has(party.name)),
    [],
  );
  assert.ok(items.length >= 3);
  assert.equal(notHeard.length, 3);
});

test('its own check: enough history to speak of, and the command line prints what the page is given', async () => {
  const found = await getCheck(house.sanne);
  const { outcome } = found.latest ?? assert.fail('the demo firm is checked when it is loaded');
  assert.ok(outcome.continuation.isEnough && outcome.alarm.isEnough && outcome.status.isEnough);
  assert.ok((outcome.continuation.auc ?? 0) > 0.7, `${outcome.continuation.auc}`);
  assert.deepEqual(outcome.openness, {
    told: { count: 1, stayed: 1 },
    silent: { count: 1, stayed: 0 },
    isSure: false,
  });
  const program = fileURLToPath(new URL('../main.ts', import.meta.url));
  const env = { ...process.env, DATABASE_URL: house.url, HECHT_ROLES: '' };
  const hecht = (...args: string[]) =>
    promisify(execFile)(process.execPath, [program, 'hecht', 'check', ...args], { env });
  assert.deepEqual(JSON.parse((await hecht('--json')).stdout), JSON.parse(JSON.stringify(found)));
  const { stdout } = await hecht();
  const { count, happened, auc } = outcome.continuation;
  const n = (value: number) => value.toLocaleString('en-GB');
  assert.ok(stdout.includes(`${n(happened)} of ${n(count)} went on.`), stdout);
  assert.ok(stdout.includes(`right order (AUC): ${auc?.toFixed(3)}`), stdout);
});
