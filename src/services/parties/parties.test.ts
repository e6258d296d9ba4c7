import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { PartyRow } from '#contract/party-rows.ts';
import type { TimelineItem } from '#contract/timeline.ts';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import type { Context } from '../context.ts';
import { refreshFigures } from '../figures/refresh-figures.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import type { IngestRecord } from '../interactions/ingest-record.ts';
import { createParty, removeParty, restoreParty, updatePartyFields } from './change-party.ts';
import { getParty } from './get-party.ts';
import { listPartyLedger } from './ledger.ts';
import { listParties } from './list-parties.ts';
import { listRelationTypes } from './relation-types.ts';
import { createRelation, removeRelation } from './relations.ts';
import { searchParties } from './search-parties.ts';
import { listPartyTimeline } from './timeline.ts';
import { decideTriage, listTriageQuestions } from './triage.ts';
import { listPartyHistory } from './year-line.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const dayMs = 86_400_000;

function mail(value: string, displayName: string | null = null) {
  return { kind: 'mail', value, displayName } as const;
}

function record(sourceKey: string, parts: Partial<IngestRecord>): IngestRecord {
  return {
    sourceKey,
    atMs: testNow.getTime() - 3 * dayMs,
    channel: 'mail',
    kind: 'message',
    from: mail('iemand@bedrijf.nl'),
    to: [mail('sanne@overkant.nl')],
    subject: 'Onderwerp',
    snippet: 'Eigen woorden',
    answers: [],
    mailClass: 'person',
    asked: null,
    valence: null,
    benefits: [],
    order: null,
    ...parts,
  };
}

function userIdOf({ actor }: Context): string {
  assert.equal(actor.kind, 'user');
  return actor.kind === 'user' ? actor.userId : '';
}

async function ingest(records: readonly IngestRecord[], mailboxOf: Context | null = null): Promise<void> {
  const ownerUserId = mailboxOf && userIdOf(mailboxOf);
  await transact(house.db, async (tx) => {
    const kind = ownerUserId ? 'mail' : 'api';
    const wanted = { kind, label: ownerUserId ?? 'kassa', ownerUserId, isPrivate: ownerUserId !== null, isLive: true };
    const source = await ensureSource(tx, { ...wanted, id: uuidv7(), createdAt: testNow });
    const { actor } = mailboxOf ?? house.sanne;
    await ingestInteractions(tx, {
      source: { number: source.number, ownerUserId },
      records,
      actor,
      at: testNow,
      importId: null,
    });
  });
  await refreshFigures(house.system);
}

async function partyOf(value: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select party_id as id from identities where value = ${value}`.execute(
    house.db,
  );
  return rows[0]?.id ?? assert.fail(`nobody is known as ${value}`);
}

async function listAll(ctx: Context, input: Parameters<typeof listParties>[1]): Promise<PartyRow[]> {
  const items: PartyRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listParties(ctx, { ...input, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}

test('every order pages through each relation once, those without figures last', async () => {
  const records = Array.from({ length: 23 }, (_, n) =>
    record(`p${n}`, {
      atMs: testNow.getTime() - n * dayMs,
      from: mail(`persoon${n % 16}@bedrijf${n % 8}.nl`, `Persoon ${n % 16}`),
      kind: n % 2 === 0 ? 'order' : 'message',
    }),
  );
  await ingest(records);
  for (const name of ['Zonder Band', 'Nog Een', 'En Nog Een']) await createParty(house.sanne, { kind: 'person', name });
  const expected = (await listAll(house.sanne, { limit: 200 })).map((row) => row.id).sort();
  assert.equal(new Set(expected).size, expected.length);
  assert.ok(expected.length >= 27);
  for (const sort of ['bond', 'name', 'last', 'trend', 'quiet'] as const) {
    for (const order of ['asc', 'desc'] as const) {
      const rows = await listAll(house.sanne, { sort, order, limit: 4 });
      assert.deepEqual(rows.map((row) => row.id).sort(), expected, `${sort} ${order}`);
      if (sort === 'bond') {
        const bonds = rows.flatMap((row) => row.figures?.bond ?? []);
        const sorted = bonds.toSorted((x, y) => (order === 'asc' ? x - y : y - x));
        assert.deepEqual(bonds, sorted);
        assert.equal(rows.at(-1)?.figures, null);
      }
    }
  }
});

test('a page full to the brim with figures goes on with those that have none', async () => {
  const figured = (await listAll(house.sanne, { limit: 200 })).filter((row) => row.figures !== null).length;
  const first = await listParties(house.sanne, { limit: figured });
  assert.equal(first.items.length, figured);
  assert.notEqual(first.nextCursor, null);
  const second = await listParties(house.sanne, { limit: figured, cursor: first.nextCursor ?? '' });
  assert.ok(second.items.length > 0 && second.items.every((row) => row.figures === null));
});

test('a cursor that was tampered with is bad input', async () => {
  for (const cursor of [
    'x',
    Buffer.from('["figured",1]').toString('base64url'),
    Buffer.from('qx').toString('base64url'),
  ]) {
    await assert.rejects(listParties(house.sanne, { cursor }), { code: 'bad-input' });
  }
});

test('search finds names without their accents, parts of mails, and phones as people write them', async () => {
  const identities = [
    { kind: 'phone', value: '0570-612 345', label: null },
    { kind: 'mail', value: 'Andre@Koffie.example', label: null },
  ] as const;
  const made = await createParty(house.sanne, { kind: 'person', name: 'André van der Óever', identities });
  for (const q of ['andre oever', 'koffie.example', '0570 612345', '+31 570 612 345', 'Óev', "an%'"]) {
    const found = (await searchParties(house.sanne, { q })).items.map((row) => row.id);
    assert.equal(found.includes(made.id), q !== "an%'", q);
  }
});

test('an address belongs to one relation; a stale version is refused with the row as it is now', async () => {
  const identities = [{ kind: 'mail', value: 'uniek@uniek.nl', label: null }] as const;
  const made = await createParty(house.sanne, { kind: 'person', name: 'Uniek', identities });
  await assert.rejects(createParty(house.bram, { kind: 'person', name: 'Dubbel', identities }), {
    code: 'identity-taken',
  });
  const changed = await updatePartyFields(house.bram, { partyId: made.id, ifVersion: made.version, jobTitle: 'Kok' });
  assert.equal(changed.jobTitle, 'Kok');
  await assert.rejects(
    updatePartyFields(house.sanne, { partyId: made.id, ifVersion: made.version, jobTitle: 'Ober' }),
    {
      code: 'stale',
    },
  );
  const again = await updatePartyFields(house.sanne, {
    partyId: made.id,
    identities: [...identities, { kind: 'phone', value: '+31570000001', label: 'mobiel' }],
  });
  assert.equal(again.identities[0]?.id, made.identities[0]?.id);
  assert.equal(again.identities.length, 2);
});

test('what lies in the bin is in no list and comes back whole', async () => {
  const made = await createParty(house.sanne, { kind: 'person', name: 'Prullenbak Piet' });
  await removeParty(house.bram, { partyId: made.id });
  assert.deepEqual((await searchParties(house.sanne, { q: 'prullenbak' })).items, []);
  assert.notEqual((await getParty(house.sanne, { partyId: made.id })).deletedAt, null);
  const back = await restoreParty(house.sanne, { partyId: made.id });
  assert.equal(back.deletedAt, null);
  assert.equal((await searchParties(house.sanne, { q: 'prullenbak' })).items.length, 1);
});

test('somebody’s private relation does not exist for a colleague, anywhere', async () => {
  await ingest([record('oma', { from: mail('oma@gmail.com', 'Oma Privee') })], house.sanne);
  const partyId = await partyOf('oma@gmail.com');
  assert.equal((await getParty(house.sanne, { partyId })).isPrivate, true);
  assert.equal((await listPartyTimeline(house.sanne, { partyId })).items.length, 1);
  for (const ctx of [house.bram, house.system]) {
    assert.deepEqual((await searchParties(ctx, { q: 'oma privee' })).items, []);
    assert.ok(!(await listAll(ctx, { limit: 200 })).some((row) => row.id === partyId));
    const looks = [getParty, listPartyTimeline, listPartyLedger, listPartyHistory, removeParty, restoreParty];
    for (const look of looks) await assert.rejects(look(ctx, { partyId }), { code: 'not-found' });
    await assert.rejects(updatePartyFields(ctx, { partyId, note: 'x' }), { code: 'not-found' });
    const decisions = [{ partyId, role: 'customer' }] as const;
    if (ctx === house.bram) await assert.rejects(decideTriage(ctx, { decisions }), { code: 'not-found' });
  }
});

const momentsOf = (items: readonly TimelineItem[]) =>
  items.flatMap((item) => (item.noun === 'interaction' ? [item] : []));

async function listMoments(ctx: Context, input: { partyId: string }) {
  return momentsOf((await listPartyTimeline(ctx, input)).items);
}

test('a colleague sees that and when of a mailbox, never its words', async () => {
  const benefits = [{ giver: 'from', kind: 'thanks', weight: null }] as const;
  await ingest([record('geheim', { from: mail('klant@geheim.nl'), kind: 'thanks', benefits })], house.sanne);
  const partyId = await partyOf('klant@geheim.nl');
  const [own] = await listMoments(house.sanne, { partyId });
  assert.deepEqual([own?.snippet, own?.textWithheld, own?.mayShare], ['Eigen woorden', false, true]);
  const [seen] = await listMoments(house.bram, { partyId });
  assert.equal(seen?.at, own?.at);
  const told = [seen?.subject, seen?.snippet, seen?.textWithheld, seen?.mayShare, seen?.kind, seen?.benefits];
  assert.deepEqual(told, [null, null, true, false, 'message', []]);
  assert.deepEqual((await listPartyLedger(house.bram, { partyId })).items, []);
});

test('an organisation has the timeline, ledger and line of the people who work there', async () => {
  const records = Array.from({ length: 7 }, (_, n) =>
    record(`l${n}`, {
      atMs: testNow.getTime() - n * 9 * dayMs,
      kind: n % 2 ? 'help' : 'order',
      channel: n % 2 ? 'call' : 'order',
      ...(n % 2
        ? { from: mail('sanne@overkant.nl'), to: [mail('ans@cafeans.nl'), mail('piet@cafeans.nl')] }
        : { from: mail('ans@cafeans.nl') }),
    }),
  );
  await ingest(records);
  const partyId = await partyOf('cafeans.nl');
  const first = await listPartyTimeline(house.bram, { partyId, limit: 4 });
  const rest = await listPartyTimeline(house.bram, { partyId, limit: 4, cursor: first.nextCursor ?? '' });
  const seen = momentsOf([...first.items, ...rest.items]);
  assert.equal(new Set(seen.map((item) => item.id)).size, 7);
  assert.equal(seen.length, 7);
  assert.deepEqual([seen[0]?.direction, seen[1]?.direction], ['theirs', 'ours']);
  const ledger = await listPartyLedger(house.bram, { partyId });
  const sum = (giver: string) =>
    ledger.items.filter((line) => line.giver === giver).reduce((total, line) => total + line.remaining, 0);
  assert.ok(Math.abs(sum('ours') - ledger.ours) < 1e-9 && ledger.ours > 0);
  assert.ok(Math.abs(sum('theirs') - ledger.theirs) < 1e-9 && ledger.theirs > 0);
  const short = await listPartyLedger(house.bram, { partyId, limit: 1 });
  const countOf = (giver: string) => ledger.items.filter((line) => line.giver === giver).length;
  assert.deepEqual(short.counts, { ours: countOf('ours'), theirs: countOf('theirs') });
  const { points } = await listPartyHistory(house.bram, { partyId });
  assert.ok(points.length >= 8 && points.every((point) => point.bond >= 0 && point.bond <= 1));
  const party = await getParty(house.bram, { partyId });
  assert.equal(party.strands.length, 2);
  assert.equal(party.dependency?.on.name, 'Sanne de Vries');
  assert.deepEqual(
    party.relations.map((link) => link.verb),
    ['employs', 'employs'],
  );
});

test('triage asks after who was in contact, most first, and one answer settles one question', async () => {
  const { items, left } = await listTriageQuestions(house.sanne, { limit: 3 });
  assert.equal(items.length, 3);
  const counts = items.map((item) => item.contactCount);
  assert.deepEqual(
    counts,
    counts.toSorted((x, y) => y - x),
  );
  const [first] = items;
  assert.ok(first);
  const after = await decideTriage(house.sanne, { decisions: [{ partyId: first.id, role: 'customer' }] });
  assert.equal(after.left, left - 1);
  const again = await decideTriage(house.sanne, { decisions: [{ partyId: first.id, role: null }] });
  assert.equal(again.left, left);
});

test('made private in triage, a relation leaves what colleagues see, their organisation’s figures included', async () => {
  await ingest([record('zus', { from: mail('zus@familie.example', 'Zus') })], house.sanne);
  const partyId = await partyOf('zus@familie.example');
  const employer = await partyOf('familie.example');
  await decideTriage(house.sanne, { decisions: [{ partyId, role: 'private' }] });
  await assert.rejects(getParty(house.bram, { partyId }), { code: 'not-found' });
  assert.equal((await getParty(house.bram, { partyId: employer })).figures, null);
  assert.equal((await listPartyTimeline(house.bram, { partyId: employer })).items.length, 0);
  await decideTriage(house.sanne, { decisions: [{ partyId, role: 'partner' }] });
  assert.equal((await getParty(house.bram, { partyId })).isPrivate, false);
  assert.notEqual((await getParty(house.bram, { partyId: employer })).figures, null);
});

test('links are declared once, with a verb for each side, and never to somebody unseen', async () => {
  assert.ok((await listRelationTypes(house.sanne)).items.some((type) => type.key === 'introduced'));
  const [x, y] = [
    await createParty(house.sanne, { kind: 'person', name: 'Xavier' }),
    await createParty(house.sanne, { kind: 'person', name: 'Yvonne' }),
  ];
  const link = { typeKey: 'introduced', fromParty: x.id, toParty: y.id };
  const { id } = await createRelation(house.bram, link);
  assert.deepEqual(await createRelation(house.bram, link), { id });
  assert.equal((await getParty(house.sanne, { partyId: y.id })).relations[0]?.verb, 'was introduced by');
  await removeRelation(house.sanne, { relationId: id });
  await assert.rejects(removeRelation(house.sanne, { relationId: id }), { code: 'not-found' });
  await assert.rejects(createRelation(house.bram, { ...link, toParty: x.id }), { code: 'bad-input' });
  const hidden = await partyOf('oma@gmail.com');
  await assert.rejects(createRelation(house.bram, { ...link, toParty: hidden }), { code: 'not-found' });
});

test('made private, a relation stays seen by the colleagues who know them, and by nobody else', async () => {
  const both = [mail('sanne@overkant.nl'), mail('bram@overkant.nl')];
  await ingest([record('buur', { from: mail('buur@buurt.example', 'Buur'), to: both })]);
  const partyId = await partyOf('buur@buurt.example');
  await updatePartyFields(house.sanne, { partyId, roles: ['private'] });
  assert.equal((await getParty(house.bram, { partyId })).isPrivate, true);
  await assert.rejects(getParty(house.system, { partyId }), { code: 'not-found' });
});

test('a role given on the page answers the question of triage, and the bin takes somebody out of the firm’s figures', async () => {
  await ingest([record('kok', { from: mail('kok@eetcafe.example', 'Kok') })]);
  const partyId = await partyOf('kok@eetcafe.example');
  const employer = await partyOf('eetcafe.example');
  const asked = async () =>
    (await listTriageQuestions(house.sanne, { limit: 200 })).items.some(({ id }) => id === partyId);
  assert.equal(await asked(), true);
  await updatePartyFields(house.sanne, { partyId, roles: ['customer'] });
  assert.equal(await asked(), false);
  assert.notEqual((await getParty(house.sanne, { partyId: employer })).figures, null);
  await removeParty(house.sanne, { partyId });
  assert.equal((await getParty(house.sanne, { partyId: employer })).figures, null);
  await restoreParty(house.sanne, { partyId });
  assert.notEqual((await getParty(house.sanne, { partyId: employer })).figures, null);
});
