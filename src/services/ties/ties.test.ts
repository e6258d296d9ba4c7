import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { tie as tieShape } from '#contract/ties.ts';
import { readTie } from '#engine/read-tie.ts';
import { blockNames } from '#engine/reading.ts';
import { reviveState } from '#engine/state-json.ts';
import { ensureSource } from '#store/sources.ts';
import { transact } from '#store/transact.ts';
import { type House, testHouse, testNow } from '#test/house.ts';
import type { Context } from '../context.ts';
import { ingestInteractions } from '../interactions/ingest-interactions.ts';
import type { IngestRecord } from '../interactions/ingest-record.ts';
import { rebuild } from '../rebuild.ts';
import { correctTie, withdrawTieCorrection } from './correct-tie.ts';
import { listTieEvidence } from './explain-tie.ts';
import { getTie } from './get-tie.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const dayMs = 86_400_000;

function mail(value: string) {
  return { kind: 'mail', value, displayName: null } as const;
}

async function ingest(records: readonly Partial<IngestRecord>[], mailboxOf: Context | null = null): Promise<string> {
  const ownerUserId = mailboxOf?.actor.kind === 'user' ? mailboxOf.actor.userId : null;
  const { tieIds } = await transact(house.db, async (tx) => {
    const kind = ownerUserId ? 'mail' : 'api';
    const wanted = { kind, label: ownerUserId ?? 'kassa', ownerUserId, isPrivate: ownerUserId !== null, isLive: true };
    const source = await ensureSource(tx, { ...wanted, id: uuidv7(), createdAt: testNow });
    return ingestInteractions(tx, {
      source: { number: source.number, ownerUserId },
      records: records.map((record, n) => ({
        ...plain,
        sourceKey: `${record.from?.kind} ${n} ${uuidv7()}`,
        ...record,
      })),
      actor: (mailboxOf ?? house.sanne).actor,
      at: testNow,
      importId: null,
    });
  });
  return tieIds[0] ?? assert.fail('no tie');
}

const plain: Omit<IngestRecord, 'sourceKey'> = {
  atMs: testNow.getTime() - 3 * dayMs,
  channel: 'mail',
  kind: 'message',
  from: mail('klant@klant.nl'),
  to: [mail('sanne@overkant.nl')],
  subject: null,
  snippet: null,
  answers: [],
  mailClass: 'person',
  asked: null,
  valence: null,
  benefits: [],
  order: null,
};

async function readCustomer(): Promise<string> {
  return ingest(
    ['order', 'help', 'complaint', 'complaint-told', 'thanks', 'order'].map((kind, n) => ({
      kind,
      atMs: testNow.getTime() - n * 11 * dayMs - dayMs,
      ...(n % 2 ? { from: mail('sanne@overkant.nl'), to: [mail('klant@klant.nl')] } : {}),
    })),
  );
}

test('what the browser is given reads to the same figures there', async () => {
  const tieId = await readCustomer();
  const tie = await getTie(house.bram, { tieId });
  const wire = tieShape.parse(JSON.parse(JSON.stringify(tie)));
  const reading = readTie({
    state: { ab: reviveState(wire.state.ab), ba: reviveState(wire.state.ba) },
    context: wire.context,
    parameters: wire.parameters as Parameters<typeof readTie>[0]['parameters'],
    nowMs: testNow.getTime(),
  });
  assert.deepEqual(JSON.parse(JSON.stringify(reading)), JSON.parse(JSON.stringify(tie.reading)));
  assert.equal(tie.status === 'relationship' || tie.status === 'bond', true);
});

test('each block opens to events that are in the log and whose shares make the whole', async () => {
  const tieId = await readCustomer();
  for (const block of blockNames) {
    const { items } = await listTieEvidence(house.bram, { tieId, block });
    assert.ok(items.length > 0, block);
    assert.ok(Math.abs(items.reduce((sum, item) => sum + item.share, 0) - 1) < 1e-9, block);
    const ids = items.flatMap((item) => item.interactionId ?? []);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from interactions where id = any(${ids}::uuid[])`.execute(house.db);
    assert.equal(rows[0]?.n, new Set(ids).size);
  }
});

test('a word outranks the model, survives a rebuild, and can be taken back', async () => {
  const tieId = await readCustomer();
  await rebuild(house.system);
  const before = (await getTie(house.sanne, { tieId })).reading;
  const word = { tieId, block: 'trust', value: 0.2, mutedCode: null, note: 'Ik weet beter' } as const;
  const made = await correctTie(house.bram, word);
  assert.equal(made.author, 'Bram Jansen');
  await rebuild(house.system);
  const corrected = await getTie(house.sanne, { tieId });
  assert.deepEqual([corrected.reading.trust.value, corrected.reading.trust.corrected], [0.2, true]);
  assert.ok(Math.abs(corrected.reading.trust.computed - before.trust.value) < 1e-9);
  const figures = await sql<{ trust: number }>`select trust from tie_figures where tie_id = ${tieId}`.execute(house.db);
  assert.equal(figures.rows[0]?.trust, 0.2);
  await withdrawTieCorrection(house.sanne, { tieId, correctionId: made.id });
  assert.deepEqual((await getTie(house.sanne, { tieId })).reading.trust.corrected, false);
  await assert.rejects(withdrawTieCorrection(house.sanne, { tieId, correctionId: made.id }), { code: 'not-found' });
  const neither = { tieId, block: 'trust', value: null, mutedCode: null, note: null } as const;
  await assert.rejects(correctTie(house.sanne, neither), { code: 'bad-input' });
});

test('a tie with somebody’s private relation, or one that only their mailbox knows of, is theirs alone', async () => {
  const oma = await ingest([{ from: mail('oma@gmail.com') }], house.sanne);
  const others = await ingest([{ from: mail('x@derden.nl'), to: [mail('y@derden.nl')] }], house.sanne);
  for (const tieId of [oma, others]) {
    assert.equal((await getTie(house.sanne, { tieId })).id, tieId);
    for (const ctx of [house.bram, house.system]) {
      await assert.rejects(getTie(ctx, { tieId }), { code: 'not-found' });
      await assert.rejects(listTieEvidence(ctx, { tieId, block: 'time' }), { code: 'not-found' });
      const word = { tieId, block: null, value: null, mutedCode: 'quiet', note: null } as const;
      await assert.rejects(correctTie(ctx, word), { code: 'not-found' });
    }
  }
  const colleagues = await ingest([{ from: mail('klant@open.nl') }], house.sanne);
  assert.equal((await getTie(house.bram, { tieId: colleagues })).coverage[0]?.label, '');
});
