/** An idea from the one who had it to what came of it: each step in the log once, and taken back without a trace. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { type House, testHouse, testNow } from '#test/house.ts';
import { undoChange } from '../changes/undo-change.ts';
import { deleteInteraction } from '../interactions/change-interaction.ts';
import { createParty, updatePartyFields } from '../parties/change-party.ts';
import { listPartyLedger } from '../parties/ledger.ts';
import { createRelation } from '../parties/relations.ts';
import { createIdea, removeIdea, tellOfIdea, thankForIdea, updateIdeaFields } from './change-idea.ts';
import { getIdea, listIdeas } from './list-ideas.ts';

let house: House;
before(async () => {
  house = await testHouse();
});
after(() => house.drop());

const person = (name: string) => createParty(house.sanne, { kind: 'person', name });

interface Logged {
  readonly kind: string;
  readonly fromThem: boolean;
}

async function logOf(partyId: string): Promise<Logged[]> {
  const { rows } = await sql<Logged>`
    select kind, from_party = ${partyId}::uuid as "fromThem" from interactions
    where from_party = ${partyId}::uuid or to_parties @> array[${partyId}::uuid] order by kind`.execute(house.db);
  return rows;
}

/** Everything the engine keeps of the ties of somebody, as text. */
async function statesOf(partyId: string): Promise<string> {
  const { rows } = await sql`
    select s.direction, to_jsonb(s) - 'tie_id' - 'updated_at' as state from tie_states s join ties t on t.id = s.tie_id
    where ${partyId}::uuid in (t.party_a, t.party_b) order by 1`.execute(house.db);
  return JSON.stringify(rows);
}

test('from the idea to the thing: told and thanked once, however often it is said', async () => {
  const yara = await person('Yara Idee');
  const idea = await createIdea(house.sanne, { partyId: yara.id, text: 'Blikken die je terugbrengt', by: 'meeting' });
  assert.deepEqual([idea.status, idea.naming, idea.told, idea.thanked], ['new', 'unasked', null, null]);
  const ideaId = idea.id;
  const made = await updateIdeaFields(house.sanne, { ideaId, deliveredIn: 'Retourblik', naming: 'yes' });
  assert.deepEqual([made.status, made.delivered], ['delivered', { in: 'Retourblik', on: '2026-11-21' }]);
  for (let again = 0; again < 3; again += 1) {
    await tellOfIdea(house.sanne, { ideaId, by: 'mail' });
    await thankForIdea(house.bram, { ideaId, by: 'call' });
  }
  assert.deepEqual(await logOf(yara.id), [
    { kind: 'idea', fromThem: true },
    { kind: 'idea-told', fromThem: false },
    { kind: 'thanks', fromThem: false },
  ]);
  const { items } = await listPartyLedger(house.sanne, { partyId: yara.id });
  const given = items.map(({ giver, kind, weight }) => `${giver} ${kind} ${weight}`).sort();
  assert.deepEqual(given, ['ours thanks 0.5', 'theirs idea 1']);
  const { rows } = await sql<{ good: number }>`
    select sum(e.trust_good) as good from tie_events e join ties t on t.id = e.tie_id
    where ${yara.id}::uuid in (t.party_a, t.party_b)`.execute(house.db);
  assert.equal(Number(rows[0]?.good), 0.5, 'that she was told is trusted once');
});

test('each step taken back leaves nothing, done again it stands again', async () => {
  const { id: partyId } = await person('Ada Terug');
  const { id: ideaId } = await createIdea(house.sanne, { partyId, text: 'Proefzakjes' });
  const kinds = async () => (await logOf(partyId)).map(({ kind }) => kind);
  await tellOfIdea(house.sanne, { ideaId });
  const undone = await undoChange(house.sanne, {});
  assert.deepEqual([(await getIdea(house.sanne, { ideaId })).told, await kinds()], [null, ['idea']]);
  await undoChange(house.sanne, { changeId: undone.changeId });
  assert.deepEqual(await kinds(), ['idea', 'idea-told']);
  await undoChange(house.sanne, {});
  await tellOfIdea(house.sanne, { ideaId });
  assert.deepEqual(await kinds(), ['idea', 'idea-told'], 'told after all');
  await removeIdea(house.sanne, { ideaId });
  assert.deepEqual([await kinds(), (await listIdeas(house.sanne, { partyId })).items], [[], []]);
  await undoChange(house.sanne, {});
  assert.deepEqual(await kinds(), ['idea', 'idea-told']);
});

test('whatever is done in whatever order, the log is what the idea says', async () => {
  const { sanne } = house;
  const acts = {
    tell: (ideaId: string) => tellOfIdea(sanne, { ideaId }),
    thank: (ideaId: string) => thankForIdea(sanne, { ideaId }),
    deliver: (ideaId: string) => updateIdeaFields(sanne, { ideaId, deliveredIn: 'Ding' }),
    drop: (ideaId: string) => updateIdeaFields(sanne, { ideaId, status: 'not-now' }),
    reword: (ideaId: string) => updateIdeaFields(sanne, { ideaId, text: 'Een ander idee' }),
    undo: () => undoChange(sanne, {}),
  };
  const names = Object.keys(acts) as (keyof typeof acts)[];
  const some = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(some, async (order) => {
      const { id: partyId } = await person('Petra Permutatie');
      const { id: ideaId } = await createIdea(sanne, { partyId, text: 'Een idee' });
      const first = await statesOf(partyId);
      for (const name of order) {
        await acts[name](ideaId);
        const idea = await getIdea(sanne, { ideaId }).catch(() => null);
        const kinds = (await logOf(partyId)).map(({ kind }) => kind);
        if (idea === null) return assert.deepEqual(kinds, []);
        const wanted = ['idea', ...(idea.told ? ['idea-told'] : []), ...(idea.thanked ? ['thanks'] : [])];
        assert.deepEqual(kinds, wanted, order.join(' '));
        assert.equal(idea.delivered !== null, idea.status === 'delivered');
        // The tie is as if what was taken back had never been.
        if (!idea.told && !idea.thanked) assert.equal(await statesOf(partyId), first, order.join(' '));
      }
    }),
    { numRuns: 12, seed: 7 },
  );
});

test('a moment that somebody deleted by hand stays deleted', async () => {
  const { id: partyId } = await person('Dirk Weg');
  const idea = await createIdea(house.sanne, { partyId, text: 'Vroeger open' });
  await deleteInteraction(house.sanne, { interactionId: idea.came.interactionId ?? '' });
  const now = await updateIdeaFields(house.sanne, { ideaId: idea.id, status: 'doing' });
  assert.deepEqual([now.came.interactionId, await logOf(partyId)], [null, []]);
});

test('what its people thought of stands with the firm; a private person’s idea is nobody else’s', async () => {
  const firm = await createParty(house.sanne, { kind: 'organisation', name: 'Studio Idee' });
  const [open, hidden] = [await person('Open Idee'), await person('Zus Idee')];
  for (const { id } of [open, hidden]) {
    await createRelation(house.sanne, { typeKey: 'works-at', fromParty: id, toParty: firm.id });
    await createIdea(house.sanne, { partyId: id, text: `Van ${id}` });
  }
  await updatePartyFields(house.sanne, { partyId: hidden.id, roles: ['private'] });
  const seen = async (ctx = house.bram) =>
    (await listIdeas(ctx, { partyId: firm.id })).items.map(({ party }) => party.name);
  assert.deepEqual(await seen(), ['Open Idee']);
  const all = (await listIdeas(house.bram, { limit: 200 })).items.map(({ party }) => party.id);
  assert.ok(!all.includes(hidden.id));
  const [own] = (await listIdeas(house.sanne, { partyId: hidden.id })).items;
  await assert.rejects(getIdea(house.bram, { ideaId: own?.id ?? '' }), { code: 'not-found' });
  await assert.rejects(thankForIdea(house.bram, { ideaId: own?.id ?? '' }), { code: 'not-found' });
  await assert.rejects(listIdeas(house.bram, { partyId: hidden.id }), { code: 'not-found' });
});

test('the list goes on where it ended; by status, by what waits, by what came of it', async () => {
  const { id: partyId } = await person('Lia Lijst');
  for (let day = 1; day <= 5; day += 1) {
    const at = new Date(testNow.getTime() - day * 86_400_000).toISOString();
    const { id: ideaId } = await createIdea(house.sanne, { partyId, text: `Idee ${day}`, at });
    if (day > 3)
      await updateIdeaFields(house.sanne, { ideaId, deliveredIn: `Zakje ${day}`, deliveredOn: '2026-11-20' });
    if (day === 5) await tellOfIdea(house.sanne, { ideaId });
  }
  const texts = async (ask: Parameters<typeof listIdeas>[1]) =>
    (await listIdeas(house.sanne, { ...ask, partyId })).items.map(({ text }) => text);
  const first = await listIdeas(house.sanne, { partyId, limit: 2 });
  assert.deepEqual(
    first.items.map(({ text }) => text),
    ['Idee 1', 'Idee 2'],
  );
  assert.deepEqual(await texts({ cursor: first.nextCursor ?? '' }), ['Idee 3', 'Idee 4', 'Idee 5']);
  assert.deepEqual(await texts({ status: 'delivered' }), ['Idee 4', 'Idee 5']);
  assert.deepEqual(await texts({ waits: 'told' }), ['Idee 4']);
  assert.deepEqual(await texts({ waits: 'thanks', thing: 'zakje 5' }), ['Idee 5']);
});

test('two people at once: other fields go together, the same one is shown to who came last', async () => {
  const { id: partyId } = await person('Tom Twee');
  const { id: ideaId, version } = await createIdea(house.sanne, { partyId, text: 'Samen' });
  await updateIdeaFields(house.bram, { ideaId, ifVersion: version, status: 'doing' });
  const merged = await updateIdeaFields(house.sanne, { ideaId, ifVersion: version, naming: 'asked' });
  assert.deepEqual([merged.status, merged.naming, merged.alsoChanged[0]?.fields], ['doing', 'asked', ['status']]);
  await assert.rejects(updateIdeaFields(house.sanne, { ideaId, ifVersion: version, status: 'not-now' }), {
    code: 'stale',
  });
  await assert.rejects(updateIdeaFields(house.sanne, { ideaId, deliveredOn: '2026-11-30' }), { code: 'future-event' });
});
