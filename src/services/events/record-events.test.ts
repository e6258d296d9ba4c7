import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Event, event } from '#contract/events.ts';
import { type House, testHouse } from '#test/house.ts';
import { createParty } from '../parties/change-party.ts';
import { recordEvents } from './record-events.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const at = '2026-11-18T10:00:00.000Z';
const tell = (source: string, ...events: object[]) =>
  recordEvents(house.sanne, { source, events: events.map((one) => event.parse({ at, ...one })) as Event[] });

async function listMoments() {
  const { rows } = await sql<{ kind: string; from: string; to: string; amount: number | null }>`
    select i.kind, f.name as "from", t.name as "to", (order_line->>'amountMinor')::float8 as amount
    from interactions i join parties f on f.id = i.from_party join parties t on t.id = i.to_parties[1]
    order by i.recorded_at, i.happened_at, i.source_key`.execute(house.db);
  return rows.map(({ kind, from, to, amount }) => [kind, from, to, amount]);
}

async function nameOf(interactionId: string | null): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select p.name from interactions i join parties p on p.id in (i.from_party, i.to_parties[1]) and not p.is_own
    where i.id = ${interactionId}`.execute(house.db);
  return rows[0]?.name ?? 'nobody';
}

test('the story of a shop: ordered, billed, paid, partly back; the second telling changes nothing', async () => {
  const customer = { mail: 'tess@lunchroomklaver.nl', name: 'Tess', organisation: 'Lunchroom Klaver' };
  const money = { amountMinor: 12_50, currency: 'EUR' };
  const story = [
    { type: 'order', id: '1', customer, ...money, product: 'Espressobonen', units: 2 },
    { type: 'invoice', id: 'F1', order: '1', at: '2026-11-18T11:00:00.000Z', customer, ...money },
    { type: 'payment', id: 'B1', invoice: 'F1', at: '2026-11-18T12:00:00.000Z', customer, ...money },
    { type: 'refund', id: 'T1', at: '2026-11-18T13:00:00.000Z', customer, amountMinor: 250, currency: 'EUR' },
  ];
  const first = await tell('winkel', ...story);
  assert.deepEqual([first.stored, first.duplicates, first.corrected], [4, 0, 0]);
  assert.deepEqual(await listMoments(), [
    ['order', 'Lunchroom Klaver', 'Branderij De Overkant', 1250],
    ['invoice', 'Branderij De Overkant', 'Lunchroom Klaver', 1250],
    ['payment', 'Lunchroom Klaver', 'Branderij De Overkant', 1250],
    ['invoice', 'Branderij De Overkant', 'Lunchroom Klaver', -250],
  ]);
  const again = await tell('winkel', ...story);
  assert.deepEqual([again.stored, again.duplicates, again.corrected], [0, 4, 0]);
  assert.deepEqual(again.items, first.items);
  const mended = await tell('winkel', { ...story[0], amountMinor: 13_00 });
  assert.deepEqual([mended.stored, mended.duplicates, mended.corrected], [0, 0, 1]);
  const { rows } = await sql`select 1 from parties where name in ('Tess', 'Lunchroom Klaver')`.execute(house.db);
  assert.equal(rows.length, 2, 'the person and the firm, once each');
});

test('a late payment is no fault, and a ticket closed without a word leaves its complaint open', async () => {
  const customer = { mail: 'gast@hotel.example', name: 'Gast' };
  await tell(
    'balie',
    { type: 'ticket-opened', id: '7', at: '2026-11-01T10:00:00.000Z', customer, subject: 'Lekt', isComplaint: true },
    { type: 'ticket-closed', id: '7', ticket: '7', at: '2026-11-02T10:00:00.000Z', customer, isComplaint: true },
    { type: 'payment', id: 'laat', customer, amountMinor: 100, currency: 'EUR' },
  );
  const faults = await sql`select 1 from faults`.execute(house.db);
  assert.equal(faults.rows.length, 0);
  const open = () => sql`select 1 from promises where kind = 'complaint' and settled_at is null`.execute(house.db);
  assert.equal((await open()).rows.length, 1);
  const told = { type: 'ticket-closed', id: '7b', ticket: '7', customer, isComplaint: true, text: 'Nieuwe pakking.' };
  await tell('balie', { ...told, at: '2026-11-03T10:00:00.000Z' });
  assert.equal((await open()).rows.length, 0);
});

test('the same customer by number, KvK, btw, IBAN, mail and name, in that order', async () => {
  const registrations = { kvkNumber: '12345678', vatId: 'NL123456782B01', iban: 'NL91ABNA0417164300' };
  const mail = { kind: 'mail' as const, value: 'administratie@detuin.nl', label: null };
  const identities = [mail];
  await createParty(house.sanne, { kind: 'organisation', name: 'Kwekerij De Tuin', ...registrations, identities });
  await createParty(house.sanne, { kind: 'organisation', name: 'Tuin B.V.' });
  const ways = [
    { kvkNumber: 'KvK 1234 5678', number: '44', organisation: 'Een andere naam' },
    { number: '44' },
    { vatId: 'nl123456782b01', organisation: 'Tuin B.V.' },
    { iban: 'NL91 ABNA 0417 1643 00', organisation: 'Tuin B.V.' },
    { mail: 'Administratie@detuin.nl', organisation: 'Nog een naam' },
    { organisation: 'kwekerij de tuin' },
  ];
  for (const [place, customer] of ways.entries()) {
    const { items } = await tell('boeken', { type: 'invoice', id: `zelfde ${place}`, customer });
    assert.equal(await nameOf(items[0]?.interactionId ?? null), 'Kwekerij De Tuin', JSON.stringify(customer));
  }
  const elsewhere = await tell('andere boeken', {
    type: 'invoice',
    id: '1',
    customer: { number: '44', name: 'Iemand' },
  });
  assert.equal(await nameOf(elsewhere.items[0]?.interactionId ?? null), 'Iemand', 'another program has its own 44');
});

test('two of one name are left apart; a private relation is not found by its books', async () => {
  for (let count = 0; count < 2; count += 1) await createParty(house.sanne, { kind: 'person', name: 'Jan Jansen' });
  const { items } = await tell('boeken', { type: 'payment', id: 'jan', customer: { name: 'Jan Jansen' } });
  const { rows } = await sql`select 1 from parties where name = 'Jan Jansen'`.execute(house.db);
  assert.equal(rows.length, 3);
  assert.equal(await nameOf(items[0]?.interactionId ?? null), 'Jan Jansen');
  await createParty(house.sanne, { kind: 'organisation', name: 'Geheim', kvkNumber: '87654321', roles: ['private'] });
  const hidden = await tell('boeken', {
    type: 'order',
    id: 'k',
    customer: { kvkNumber: '87654321', organisation: 'Open' },
  });
  assert.equal(await nameOf(hidden.items[0]?.interactionId ?? null), 'Open');
});

test('what has not happened yet is refused whole', async () => {
  const customer = { mail: 'a@b.example' };
  await assert.rejects(() => tell('winkel', { type: 'order', id: 'x', at: '2027-01-01T00:00:00.000Z', customer }), {
    code: 'future-event',
  });
});
