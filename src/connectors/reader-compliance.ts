import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConnectionProblem } from '#contract/connection-kinds.ts';
import {
  type PlaceCursor,
  type Reach,
  type Reader,
  type ReaderBatch,
  type ReaderItem,
  ReaderProblem,
} from '#services/connections/reader.ts';

export type ReaderFault = 'cut' | 'throttled' | 'revoked' | 'garbage';

/** A source that the test has in its hands: a real server where one runs here, else a faithful double. */
export interface ReaderStage {
  readonly reader: Reader;
  /** What the reader is lent, leading to this source. */
  reach(signal: AbortSignal): Reach;
  readonly places: readonly PlaceCursor[];
  /** Keys of all that a first reading brings, in any order. */
  readonly keys: readonly string[];
  /** Something new at the source, and its keys; null where the source cannot be written to. */
  add(): Promise<readonly string[]>;
  /** The source misbehaves from now on in this way; null: it is itself again. Those left out of `faults` it cannot do. */
  fault(kind: ReaderFault | null): Promise<void>;
  readonly faults: Readonly<Partial<Record<ReaderFault, readonly ConnectionProblem[]>>>;
  close(): Promise<void>;
}

/** What every reader owes the connection service, whatever it reads. */
export function testReader(title: string, prepare: () => Promise<ReaderStage>): void {
  let stage: ReaderStage;
  before(async () => {
    stage = await prepare();
  });
  after(() => stage.close());
  const still = new AbortController().signal;
  const readFrom = (places: readonly PlaceCursor[], signal = still) =>
    readAll(stage.reader, stage.reach(signal), places);

  test(`${title}: a look names the account and what there is to read`, async () => {
    const { name, places } = await stage.reader.look(stage.reach(still));
    assert.ok(name.length > 0 && name.length <= 300);
    for (const { place } of stage.places)
      assert.ok(
        places.some((known) => known.place === place),
        `${place} is named`,
      );
  });

  test(`${title}: a first reading brings everything once, and all of it can be stored`, async () => {
    const { batches } = await readFrom(stage.places);
    const items = batches.flatMap((batch) => batch.items);
    for (const item of items) checkItem(item);
    assert.deepEqual(keysOf(batches).toSorted(), [...stage.keys].sort());
  });

  test(`${title}: reading on from any cursor gives exactly the rest`, async () => {
    const { batches } = await readFrom(stage.places);
    const tried = new Set([0, Math.floor(batches.length / 2), batches.length - 1]);
    for (const at of tried) {
      const from = moveOn(stage.places, batches.slice(0, at + 1));
      const rest = await readFrom(JSON.parse(JSON.stringify(from)) as PlaceCursor[]);
      const before = new Set(keysOf(batches.slice(0, at + 1)));
      const expected = stage.keys.filter((key) => !before.has(key));
      assert.deepEqual(
        [...new Set(keysOf(rest.batches))].filter((key) => !before.has(key)).sort(),
        expected.toSorted(),
      );
    }
  });

  test(`${title}: who has caught up finds what is new, and only that`, async () => {
    const first = await readFrom(stage.places);
    const caughtUp = moveOn(stage.places, first.batches);
    assert.deepEqual(keysOf((await readFrom(caughtUp)).batches), []);
    const added = await stage.add();
    const second = await readFrom(caughtUp);
    assert.deepEqual(keysOf(second.batches).toSorted(), [...added].sort());
  });

  test(`${title}: trouble out there has the right name, and nothing is lost or doubled by it`, async () => {
    const whole = new Set(keysOf((await readFrom(stage.places)).batches));
    for (const [kind, problems] of Object.entries(stage.faults) as [ReaderFault, readonly ConnectionProblem[]][]) {
      await stage.fault(kind);
      const broken = await readFrom(stage.places);
      assert.ok(
        broken.problem instanceof ReaderProblem,
        `${kind} is told as trouble, not as ${String(broken.problem)}`,
      );
      assert.ok(problems.includes(broken.problem.problem), `${kind} is called ${broken.problem.problem}`);
      await stage.fault(null);
      const rest = await readFrom(moveOn(stage.places, broken.batches));
      assert.equal(rest.problem, null);
      assert.deepEqual(new Set([...keysOf(broken.batches), ...keysOf(rest.batches)]), whole, `after ${kind}`);
    }
  });

  test(`${title}: told to stop it stops within two seconds`, async () => {
    const controller = new AbortController();
    const reading = readFrom(stage.places, controller.signal);
    controller.abort();
    const stopped = await Promise.race([reading.then(() => true), pause(2_000)]);
    assert.equal(stopped, true);
  });
}

interface Read {
  readonly batches: readonly ReaderBatch[];
  readonly problem: unknown;
}

async function readAll(reader: Reader, reach: Reach, places: readonly PlaceCursor[]): Promise<Read> {
  const batches: ReaderBatch[] = [];
  try {
    for await (const batch of reader.read(reach, places)) batches.push(batch);
    return { batches, problem: null };
  } catch (problem) {
    return { batches, problem };
  }
}

function moveOn(places: readonly PlaceCursor[], batches: readonly ReaderBatch[]): PlaceCursor[] {
  return places.map((from) => {
    const last = batches.findLast(({ place }) => place === from.place);
    return last ? { ...from, cursor: last.cursor } : from;
  });
}

function keysOf(batches: readonly ReaderBatch[]): string[] {
  return batches.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item.type === 'calendar') return item.act === 'seen' ? [item.object.uid] : [];
      return 'record' in item && item.record ? [item.record.sourceKey] : [];
    }),
  );
}

function checkItem(item: ReaderItem): void {
  const asJson = JSON.stringify(item, (key, value) => (key === 'raw' ? null : value));
  assert.ok(asJson.isWellFormed() && !asJson.includes('\\u0000'), 'no NUL, no lone surrogate');
  if (item.type === 'failed') assert.match(item.problem, /^[a-z]+(?:-[a-z]+)+(?:: .+)?$/s);
  if (item.type === 'interaction') assert.ok(Number.isSafeInteger(item.record.atMs) && item.record.to.length > 0);
}

function pause(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms).unref());
}
