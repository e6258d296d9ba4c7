import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { listChanges } from '../changes/list-changes.ts';
import type { Context } from '../context.ts';
import { listPartyTimeline } from '../parties/timeline.ts';
import { createPin, removePin } from '../pins/pins.ts';
import { deleteInteraction } from './change-interaction.ts';
import { ingestInteractions } from './ingest-interactions.ts';
import type { IngestRecord } from './ingest-record.ts';
import { takeOutInteractions } from './take-out-interactions.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

function mail(value: string) {
  return { kind: 'mail', value, displayName: null } as const;
}

/** One mail from a customer to both Sanne and Bram. */
function record(sourceKey: string, daysAgo: number): IngestRecord {
  return {
    sourceKey,
    atMs: testNow.getTime() - daysAgo * 86_400_000,
    channel: 'mail',
    kind: 'message',
    from: mail('klant@twee.nl'),
    to: [mail('sanne@overkant.nl'), mail('bram@overkant.nl')],
    subject: `Onderwerp ${sourceKey}`,
    snippet: null,
    answers: [],
    mailClass: 'person',
    asked: null,
    valence: null,
    benefits: [],
    order: null,
  };
}

async function read(ctx: Context, records: readonly IngestRecord[]) {
  const ownerUserId = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
  return transact(house.db, async (tx) => {
    const mailbox = { kind: 'mail', label: ownerUserId, ownerUserId, isPrivate: true, isLive: false };
    const source = await ensureSource(tx, { ...mailbox, id: uuidv7(), createdAt: testNow });
    const from = { number: source.number, ownerUserId };
    return ingestInteractions(tx, { source: from, records, actor: ctx.actor, at: testNow, importId: null });
  });
}

async function countContacts(): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select s.contact_count as n from tie_states s join ties t on t.id = s.tie_id
    join identities i on i.party_id in (t.party_a, t.party_b) and i.value = 'klant@twee.nl' order by 1`.execute(
    house.db,
  );
  return rows.map((row) => row.n);
}

async function seenBy(ctx: Context): Promise<(string | null)[]> {
  const { rows } = await sql<{ id: string }>`
    select party_id as id from identities where value = 'klant@twee.nl'`.execute(house.db);
  const { items } = await listPartyTimeline(ctx, { partyId: rows[0]?.id ?? '' });
  return items.flatMap((item) => (item.noun === 'interaction' ? [item.subject] : []));
}

test('a mail in two mailboxes happened once, and each reads the own copy', async () => {
  const records = [record('a', 9), record('b', 5)];
  await Promise.all([read(house.sanne, records), read(house.bram, records)]);
  assert.deepEqual(await countContacts(), [2, 2]);
  assert.deepEqual(await seenBy(house.sanne), ['Onderwerp b', 'Onderwerp a']);
  assert.deepEqual(await seenBy(house.bram), ['Onderwerp b', 'Onderwerp a']);
  assert.deepEqual(await seenBy(house.system), [null, null]);
  await read(house.bram, records);
  assert.deepEqual(await countContacts(), [2, 2]);
});

test('when one takes the own copy out, the other’s goes on for it', async () => {
  const { rows } = await sql<{ id: string; owner: string }>`
    select id, owner_user_id as owner from interactions where twin_of is null and source_key = 'a'`.execute(house.db);
  const [original] = rows;
  const first = [house.sanne, house.bram].find(
    ({ actor }) => actor.kind === 'user' && actor.userId === original?.owner,
  );
  assert.ok(original && first);
  await deleteInteraction(first, { interactionId: original.id });
  assert.deepEqual(await countContacts(), [2, 2]);
  const second = first === house.sanne ? house.bram : house.sanne;
  assert.deepEqual(await seenBy(second), ['Onderwerp b', 'Onderwerp a']);
  assert.deepEqual(await seenBy(first), ['Onderwerp b', null]);
});

test('what answered something that left answers the next nearest, or nothing', async () => {
  const question = record('q', 4);
  const reply = {
    ...record('r', 3),
    from: mail('sanne@overkant.nl'),
    to: [mail('klant@twee.nl')],
    answers: ['q'],
  };
  const { ids } = await read(house.sanne, [question, reply]);
  const answered = () => sql`select answered_from from interactions where id = ${ids.get('r')}`.execute(house.db);
  assert.notDeepEqual((await answered()).rows, [{ answered_from: null }]);
  await transact(house.db, (tx) => takeOutInteractions(tx, { ids: [ids.get('q') ?? ''], at: testNow }));
  assert.deepEqual((await answered()).rows, [{ answered_from: null }]);
});

test('a mail that is pinned is so in whichever mailbox one reads it', async () => {
  await read(house.sanne, [record('vast', 41)]);
  await read(house.bram, [record('vast', 41)]);
  const { rows } = await sql<{ id: string }>`
    select party_id as id from identities where value = 'klant@twee.nl'`.execute(house.db);
  const partyId = rows[0]?.id ?? '';
  const [seen] = (await listPartyTimeline(house.sanne, { partyId })).items;
  await createPin(house.sanne, { partyId, recordId: seen?.id ?? '' });
  for (const ctx of [house.sanne, house.bram, house.system]) {
    const { items, pinned } = await listPartyTimeline(ctx, { partyId });
    assert.deepEqual([pinned.length, items.filter(({ at }) => at === pinned[0]?.at).length], [1, 0]);
  }
  const [told] = (await listChanges(house.system, { partyId })).items;
  assert.deepEqual([told?.noun, told?.label], ['pin', null]);
  // Bram reads another copy than Sanne pinned.
  const [his] = (await listPartyTimeline(house.bram, { partyId })).pinned;
  await removePin(house.bram, { recordId: his?.id ?? '' });
  assert.deepEqual((await listPartyTimeline(house.sanne, { partyId })).pinned, []);
});
