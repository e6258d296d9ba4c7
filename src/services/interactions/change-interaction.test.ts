import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import { AppError } from '../app-error.ts';
import { settleFigures } from '../figures/refresh-soon.ts';
import { correctInteraction, deleteInteraction, getInteraction, shareMail } from './change-interaction.ts';
import { ingestInteractions } from './ingest-interactions.ts';
import { recordInteraction, recordInteractions } from './record-interaction.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const plain = {
  kind: 'call',
  subject: null,
  text: null,
  answers: [],
  asked: null,
  valence: null,
  order: null,
} as const;
const ans = { kind: 'mail', value: 'ans@cafeans.nl', name: 'Ans Bakker' } as const;
const yesterday = '2026-11-20T10:00:00.000Z';

async function states(tieIds: readonly string[]) {
  const { rows } = await sql`select * from tie_states where tie_id = any(${[...tieIds]}::uuid[]) order by 1, 2`.execute(
    house.db,
  );
  return rows;
}

test('a call is in the figures at once; the same key again changes nothing', async () => {
  const input = { ...plain, sourceKey: 'call 1', at: yesterday, channel: 'call', to: [ans], benefits: [] } as const;
  const first = await recordInteraction(house.sanne, { ...input, to: [...input.to], answers: [], benefits: [] });
  assert.equal(first.duplicate, false);
  await settleFigures(house.db, () => testNow);
  const figures = await sql<{ bond: number }>`select bond from tie_figures where tie_id = ${first.tieIds[0]}`.execute(
    house.db,
  );
  assert.equal(figures.rows.length, 1);
  const again = await recordInteraction(house.sanne, { ...input, to: [...input.to], answers: [], benefits: [] });
  assert.deepEqual(again, { id: first.id, duplicate: true, tieIds: [] });
});

test('corrected and corrected back, the states are what they were; a stale version is refused with the row as it is', async () => {
  const made = await recordInteraction(house.sanne, {
    ...plain,
    at: yesterday,
    channel: 'call',
    to: [ans],
    answers: [],
    benefits: [{ giver: 'to', kind: 'help', weight: null }],
  });
  const before = await states(made.tieIds);
  const { version } = await getInteraction(house.bram, { interactionId: made.id });
  await correctInteraction(house.bram, { interactionId: made.id, ifVersion: version, channel: 'mail', benefits: [] });
  assert.notDeepEqual(await states(made.tieIds), before);
  await assert.rejects(
    correctInteraction(house.bram, { interactionId: made.id, ifVersion: version, channel: 'visit' }),
    (error) => error instanceof AppError && error.code === 'stale' && error.current?.channel === 'mail',
  );
  await correctInteraction(house.bram, {
    interactionId: made.id,
    channel: 'call',
    benefits: [{ giver: 'to', kind: 'help', weight: null }],
  });
  assert.deepEqual(await states(made.tieIds), before);
});

test('deleted stays deleted: sent again, it is refused and nothing changes', async () => {
  const item = {
    ...plain,
    sourceKey: 'x1',
    at: yesterday,
    channel: 'order',
    kind: 'order',
    to: [ans],
    answers: [],
    benefits: [],
  } as const;
  const send = () =>
    recordInteractions(house.sanne, {
      source: 'Kassa',
      coveredUntil: null,
      items: [{ ...item, to: [ans], answers: [], benefits: [] }],
    });
  assert.equal((await send()).stored, 1);
  const { rows } = await sql<{ id: string }>`select id from interactions where source_key = 'x1'`.execute(house.db);
  await deleteInteraction(house.sanne, { interactionId: rows[0]?.id ?? '' });
  assert.deepEqual(await send(), { stored: 0, duplicates: 1, corrected: 0 });
  const left = await sql`select from tie_events where interaction_id = ${rows[0]?.id}`.execute(house.db);
  assert.equal(left.rows.length, 0);
});

test('private mail: colleagues see that and when, its owner shares it, and only then its words count', async () => {
  const { actor } = house.sanne;
  const ownerUserId = actor.kind === 'user' ? actor.userId : '';
  const source = await ensureSource(house.db, {
    id: uuidv7(),
    kind: 'mailbox',
    label: 'sanne',
    ownerUserId,
    isPrivate: true,
    isLive: false,
    createdAt: testNow,
  });
  const mail = {
    sourceKey: 'm1',
    atMs: Date.parse(yesterday),
    channel: 'mail',
    kind: 'thanks',
    subject: 'Dank',
    snippet: 'Dank je wel',
    from: { kind: 'mail', value: 'piet@klant.nl', displayName: 'Piet' },
    to: [{ kind: 'mail', value: 'sanne@overkant.nl', displayName: null }],
    answers: [],
    mailClass: 'person',
    asked: null,
    valence: null,
    benefits: [{ giver: 'from', kind: 'thanks', weight: null }],
    order: null,
  } as const;
  const { ids, tieIds } = await transact(house.db, (tx) =>
    ingestInteractions(tx, {
      source: { number: source.number, ownerUserId },
      records: [mail],
      actor,
      at: testNow,
      importId: null,
    }),
  );
  const interactionId = ids.get('m1') ?? '';
  const seen = await getInteraction(house.bram, { interactionId });
  assert.deepEqual([seen.subject, seen.snippet, seen.kind, seen.textWithheld], [null, null, 'message', true]);
  await assert.rejects(correctInteraction(house.bram, { interactionId, text: 'x' }), new AppError('not-allowed'));
  await assert.rejects(shareMail(house.bram, { interactionId, shared: true }), new AppError('not-allowed'));
  const benefit = async () =>
    (
      await sql<{
        sum: number;
      }>`select sum(mail_benefit) as sum from tie_states where tie_id = any(${[...tieIds]}::uuid[])`.execute(house.db)
    ).rows[0]?.sum;
  assert.equal(await benefit(), 0);
  await shareMail(house.sanne, { interactionId, shared: true });
  assert.equal((await getInteraction(house.bram, { interactionId })).snippet, 'Dank je wel');
  assert.ok(((await benefit()) ?? 0) > 0);
  await shareMail(house.sanne, { interactionId, shared: false });
  assert.equal(await benefit(), 0);
});
