/** The same log in any order, in any batches, with repeats and late fillings: the same states as sorted and once. */
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { createSeededRandom } from '#demo/seeded-random.ts';
import type { TieState } from '#engine/direction-state.ts';
import { ingestInteractions } from '#services/interactions/ingest-interactions.ts';
import type { IngestRecord } from '#services/interactions/ingest-record.ts';
import { ensureSource } from '#store/sources.ts';
import { listTieStates } from '#store/tie-states.ts';
import { transact } from '#store/transact.ts';
import { testHouse, testNow } from '#test/house.ts';
import { areAlike } from './ledger-check.ts';

type House = Awaited<ReturnType<typeof testHouse>>;

const dayMs = 86_400_000;

/** Seeds whose states came out differently; none is what there should be. */
export async function findOrderFaults(input: { from: number; seeds: number }): Promise<number[]> {
  const house = await testHouse();
  const wrong: number[] = [];
  try {
    for (let seed = input.from; seed < input.from + input.seeds; seed += 1) {
      const log = makeLog(seed);
      const sorted = await replay(house, `sorted ${seed}`, [log]);
      const messy = await replay(house, `messy ${seed}`, scatter(log, seed));
      const same = sorted.size === messy.size && [...sorted].every(([ends, tie]) => areAlike(tie, messy.get(ends)));
      if (!same || sorted.size === 0) wrong.push(seed);
    }
  } finally {
    await house.drop();
  }
  return wrong;
}

/** Twelve to thirty moments among a colleague and three others: threads, orders, calls, mails to several. */
function makeLog(seed: number): IngestRecord[] {
  const random = createSeededRandom(seed);
  const log: IngestRecord[] = [];
  for (let index = 0; index < random.whole(12, 30); index += 1) {
    const channel = random.pick(['mail', 'mail', 'mail', 'order', 'call', 'visit']);
    const [from = 0, ...others] = random.pick([
      [0, 1],
      [1, 0],
      [2, 0, 1],
      [0, 1, 2, 3],
      [3, 0],
      [1, 2],
    ]);
    const parents = log.filter((other) => other.channel === 'mail').slice(-4);
    const answers =
      channel === 'mail' && parents.length > 0 && random.chance(0.6) ? [random.pick(parents).sourceKey] : [];
    // Some name a grandparent too, and some a mail that never comes.
    if (answers.length > 0 && random.chance(0.4)) answers.push(random.pick(parents).sourceKey);
    if (answers.length > 0 && random.chance(0.2)) answers.unshift('never came');
    log.push({
      sourceKey: `m${index}`,
      atMs: testNow.getTime() - 700 * dayMs + index * random.whole(1, 20) * dayMs + random.whole(0, dayMs),
      channel,
      kind: channel === 'order' ? 'order' : 'message',
      from: { kind: 'key', value: `${from}`, displayName: null },
      to: others.map((value) => ({ kind: 'key', value: `${value}`, displayName: null })),
      subject: null,
      snippet: null,
      answers,
      mailClass: 'person',
      asked: random.pick([null, null, false]),
      valence: null,
      benefits: random.chance(0.2) ? [{ giver: 'from', kind: 'help', weight: null }] : [],
      order: null,
    });
  }
  return log.toSorted((left, right) => left.atMs - right.atMs);
}

/** Shuffled, cut into batches of one to seven, a third sent again, and some left out until the end. */
function scatter(log: readonly IngestRecord[], seed: number): IngestRecord[][] {
  const random = createSeededRandom(seed + 1_000_000);
  const [order] = fc.sample(fc.shuffledSubarray([...log], { minLength: log.length }), { numRuns: 1, seed });
  const late = new Set((order ?? []).filter(() => random.chance(0.15)));
  const sent = (order ?? []).filter((record) => !late.has(record));
  const again = sent.filter(() => random.chance(0.3));
  const queue = [...sent, ...again, ...late, ...again.slice(0, 3)];
  const batches: IngestRecord[][] = [];
  while (queue.length > 0) batches.push(queue.splice(0, random.whole(1, 7)));
  return batches;
}

/** The states of every tie after this, by the keys at both ends. */
async function replay(house: House, label: string, batches: readonly IngestRecord[][]): Promise<Map<string, TieState>> {
  const wanted = { kind: 'api', label, ownerUserId: null, isPrivate: false, isLive: true, createdAt: testNow };
  const source = await transact(house.db, (tx) => ensureSource(tx, { ...wanted, id: uuidv7() }));
  const name = (key: string) => `${label} ${key}`;
  const own = <Ref extends IngestRecord['from']>(ref: Ref): Ref =>
    'value' in ref ? { ...ref, value: name(ref.value) } : ref;
  const ties = new Set<string>();
  for (const batch of batches) {
    const records = batch.map((record) => ({ ...record, from: own(record.from), to: record.to.map(own) }));
    const { actor } = house.sanne;
    const from = { number: source.number, ownerUserId: null };
    const { tieIds } = await transact(house.db, (tx) =>
      ingestInteractions(tx, { source: from, records, actor, at: testNow, importId: null }),
    );
    for (const id of tieIds) ties.add(id);
  }
  return describe(house, [...ties], label);
}

async function describe(house: House, tieIds: readonly string[], label: string): Promise<Map<string, TieState>> {
  const keys = await house.db
    .selectFrom('identities')
    .select(['party_id', 'value'])
    .where('value', 'like', `${label} %`)
    .execute();
  const keyOf = new Map(keys.map((row) => [row.party_id, row.value.slice(label.length + 1)]));
  const rows = await house.db.selectFrom('ties').selectAll().where('id', 'in', tieIds).execute();
  const states = await listTieStates(house.db, tieIds);
  const byEnds = new Map<string, TieState>();
  for (const { id, party_a, party_b } of rows) {
    const [a, b] = [keyOf.get(party_a) ?? '', keyOf.get(party_b) ?? ''];
    const state = states.get(id);
    if (!state) continue;
    // The two replays made their parties in another order, so which side is `a` may differ, and so may source numbers.
    const [ab, ba] = [
      { ...state.ab, sources: [] },
      { ...state.ba, sources: [] },
    ];
    byEnds.set(a < b ? `${a} ${b}` : `${b} ${a}`, a < b ? { ab, ba } : { ab: ba, ba: ab });
  }
  return byEnds;
}
