import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Letter, writeMailbox } from './mails.ts';
import { type OpenHouse, openTestHouse } from './open-house.ts';

const dayMs = 86_400_000;
/** Whole hours, and noon, so that a change to summer time moves nothing to another day. */
const noonMs = Math.floor(Date.now() / dayMs) * dayMs - dayMs + 11 * 3_600_000;

let house: OpenHouse;
before(async () => {
  house = await openTestHouse();
});
after(() => house.close());

/** Ten orders of each customer, the last one `phase` of a gap before the file ends. */
function writeOrders(gaps: Readonly<Record<string, number>>, phase: number): string {
  const lines = Object.entries(gaps).flatMap(([name, gapDays]) =>
    Array.from({ length: 10 }, (_, at) => {
      const when = new Date(noonMs - Math.round(gapDays * phase) * dayMs - at * gapDays * dayMs).toISOString();
      return `${name}-${at},${when},order,${name}@${name}.example,sanne@overkant.example,120.00,EUR`;
    }),
  );
  // The till was read up to this moment.
  const last = `till,${new Date(noonMs).toISOString()},order,toonbank@kassa.example,sanne@overkant.example,3.50,EUR`;
  return ['id,at,channel,from,to,amount,currency', ...lines, last, ''].join('\n');
}

async function figuresOf(q: string) {
  const { items } = await house.owner.client.parties.search({ query: { q } });
  const found = items.find(({ name }) => name.toLowerCase().includes(q)) ?? assert.fail(`nobody is found for ${q}`);
  const party = await house.owner.client.parties.get({ params: { partyId: found.id } });
  return { party, figures: party.figures ?? assert.fail(`${q} has no figures`) };
}

async function alarmsOfToday(): Promise<string[]> {
  const { items } = await house.owner.client.today.list({});
  return items.filter(({ kind }) => /quiet|gone/.test(kind)).map(({ kind, party }) => `${kind} ${party.name}`);
}

test('a yearly, a quarterly and a weekly customer, each exactly on time: no alarm, and the same T', async () => {
  const gaps = { jaarlijks: 364, kwartaal: 84, wekelijks: 7 };
  // Phases at which each gap is a whole number of days.
  for (const [at, phase] of [3 / 7, 1].entries()) {
    const renamed = Object.fromEntries(Object.entries(gaps).map(([name, gap]) => [`${name}${'ab'[at]}`, gap]));
    const content = writeOrders(renamed, phase);
    const run = await house.importFile(house.owner, { name: `kassa-${at}.csv`, content });
    assert.deepEqual([run.counts.stored, run.counts.failed], [31, 0]);
    const read = await Promise.all(Object.keys(renamed).map((name) => figuresOf(name)));
    for (const { party, figures } of read) {
      assert.deepEqual([figures.alarm, figures.alarmSilencedBy], ['none', null], party.name);
      assert.ok(figures.time > 0.5, `${party.name} has T = ${figures.time}`);
    }
    const [first = 0, ...others] = read.map(({ figures }) => figures.time);
    for (const time of others) assert.ok(Math.abs(time - first) < 1e-9, read.map((one) => one.figures.time).join());
    assert.deepEqual(
      read.map(({ figures }) => Math.round(figures.gapDays ?? 0)),
      Object.values(gaps),
    );
  }
  assert.deepEqual(await alarmsOfToday(), []);
});

test('the same weekly customer four gaps late does raise one', async () => {
  const content = writeOrders({ verlaat: 7 }, 4);
  await house.importFile(house.owner, { name: 'kassa-laat.csv', content });
  assert.equal((await figuresOf('verlaat')).figures.alarm, 'quiet');
  assert.equal((await alarmsOfToday()).length, 1);
});

function weekly(name: string, untilDaysAgo: number): Letter[] {
  const [us, them] = ['sanne@overkant.example', `${name}@${name}.example`];
  return Array.from({ length: 14 }, (_, at) => ({
    id: `${name}-${at}`,
    at: new Date(noonMs - (untilDaysAgo + 7 * (13 - at)) * dayMs),
    from: at % 2 === 0 ? us : them,
    to: [at % 2 === 0 ? them : us],
  }));
}

test('a mailbox last read three months ago raises no alarm and says why; read again, it does', async () => {
  const before = await alarmsOfToday();
  const old = weekly('molenaar', 92);
  await house.importFile(house.owner, {
    name: 'oud.mbox',
    content: writeMailbox(old),
    ownAddresses: [house.owner.email],
  });
  const { party, figures } = await figuresOf('molenaar');
  assert.deepEqual([figures.alarm, figures.alarmSilencedBy], ['none', 'coverage']);
  assert.deepEqual(await alarmsOfToday(), before);
  const { notHeard } = await house.owner.client.today.list({});
  const told = notHeard.find(({ label }) => label === house.owner.email) ?? assert.fail('Today does not say so');
  assert.equal(told.coveredUntil.slice(0, 10), new Date(noonMs - 92 * dayMs).toISOString().slice(0, 10));
  const [strand] = party.strands;
  const tie = await house.owner.client.ties.get({ params: { tieId: strand?.tieId ?? '' } });
  assert.equal(tie.reading.alarmSilencedBy, 'coverage');
  assert.ok(tie.reading.reasons.some(({ code }) => code === 'coverage-ended'));
  assert.equal(tie.coverage[0]?.coveredUntil, told.coveredUntil);

  const fresh = [{ id: 'fresh', at: new Date(noonMs), from: 'sanne@overkant.example', to: ['a@elders.example'] }];
  const again = writeMailbox([...old, ...fresh]);
  const run = await house.importFile(house.owner, {
    name: 'nieuw.mbox',
    content: again,
    ownAddresses: [house.owner.email],
  });
  assert.deepEqual([run.counts.stored, run.counts.duplicates], [1, 14]);
  assert.equal((await figuresOf('molenaar')).figures.alarm, 'gone');
});
