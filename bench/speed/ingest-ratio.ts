/** (b) From batch to updated states, beside a plain insert of the same rows into an identical database. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { systemActor } from '#services/context.ts';
import type { InteractionRecord } from '#services/imports/connector.ts';
import { ingestInteractions } from '#services/interactions/ingest-interactions.ts';
import { transact } from '#store/transact.ts';
import { type BenchHouse, furnish } from './bench-house.ts';
import type { BenchServer } from './bench-server.ts';
import { type FirmShape, writeFirmLog } from './firm-log.ts';
import { insertPlainly, type TableRows, takeNewRows } from './plain-insert.ts';
import { timeMs } from './statistics.ts';

export interface IngestFigures {
  readonly interactions: number;
  readonly parties: number;
  readonly tieEvents: number;
  readonly batchSize: number;
  readonly ingestPerSecond: number;
  readonly plainPerSecond: number;
  /** Share of the plain insert's rate that ingest keeps. */
  readonly ratio: number;
  /** The same over the second half, when four in five parties are known. */
  readonly ratioLater: number;
}

const ingestDatabase = 'bench_ingest';
const plainDatabase = 'bench_plain';

export async function measureIngest(
  server: BenchServer,
  { shape, batchSize }: { shape: FirmShape; batchSize: number },
): Promise<IngestFigures> {
  const at = new Date(shape.endMs);
  const house = await furnish(await server.create(ingestDatabase), shape.colleagues, at);
  const reader = await connect(server.urlOf(ingestDatabase));
  const plain = await copyHouse(server);
  const spent: { ingestMs: number; plainMs: number; interactions: number }[] = [];
  let tieEvents = 0;
  let parties = 0;
  try {
    for (const records of inBatches(writeFirmLog(shape), batchSize)) {
      const { ingestMs, tieIds, afterId, newParties } = await ingest(house, records, at);
      const tables = await takeNewRows(reader, { afterId, tieIds });
      const plainMs = await timeMs(() => insertPlainly(plain, tables));
      spent.push({ ingestMs, plainMs, interactions: records.length });
      tieEvents += countOf(tables, 'tie_events');
      parties += newParties;
    }
  } finally {
    await Promise.all([house.db.destroy(), reader.end(), plain.end()]);
    await server.drop(ingestDatabase);
    await server.drop(plainDatabase);
  }
  const sum = (part: typeof spent, pick: (one: (typeof spent)[number]) => number) =>
    part.reduce((total, one) => total + pick(one), 0);
  const ratioOf = (part: typeof spent) => sum(part, (one) => one.plainMs) / sum(part, (one) => one.ingestMs);
  const interactions = sum(spent, (one) => one.interactions);
  return {
    interactions,
    parties,
    tieEvents,
    batchSize,
    ingestPerSecond: (1_000 * interactions) / sum(spent, (one) => one.ingestMs),
    plainPerSecond: (1_000 * interactions) / sum(spent, (one) => one.plainMs),
    ratio: ratioOf(spent),
    ratioLater: ratioOf(spent.slice(Math.floor(spent.length / 2))),
  };
}

async function ingest({ db, source }: BenchHouse, records: readonly InteractionRecord[], at: Date) {
  // Ids count on within a millisecond: wait it out, so that this id lies before all that follow.
  const afterId = uuidv7();
  await pause(2);
  let tieIds: readonly string[] = [];
  let newParties = 0;
  const ingestMs = await timeMs(async () => {
    const input = { source: { number: source.number, ownerUserId: null }, records, actor: systemActor, at };
    const result = await transact(db, (tx) => ingestInteractions(tx, { ...input, importId: null }));
    tieIds = result.tieIds;
    newParties = result.counts.newParties;
  });
  return { ingestMs, tieIds, afterId, newParties };
}

/** The same empty house: firm, colleagues and source, of which the rows that follow speak. */
async function copyHouse(server: BenchServer): Promise<pg.Client> {
  const [from, to] = [await connect(server.urlOf(ingestDatabase)), await connect(await server.create(plainDatabase))];
  await to.query('alter table firm drop constraint firm_party');
  for (const table of ['firm', 'sources']) {
    const { rows } = await from.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
    for (const { row } of rows) {
      await to.query(
        `insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, $1)`,
        [row],
      );
    }
  }
  await insertPlainly(to, await takeNewRows(from, { afterId: '00000000-0000-7000-8000-0000000000ff', tieIds: [] }));
  await from.end();
  return to;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

function countOf(tables: readonly TableRows[], name: string): number {
  return tables.find(({ insert }) => insert.startsWith(`insert into ${name} `))?.count ?? 0;
}

export function* inBatches<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
