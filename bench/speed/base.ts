/** The house that the API is measured in: 100,000 parties and a million interactions, made once by ingest itself and kept. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { systemActor } from '#services/context.ts';
import { refreshFigures } from '#services/figures/refresh-figures.ts';
import { ingestInteractions } from '#services/interactions/ingest-interactions.ts';
import { openDatabase } from '#store/database.ts';
import { type Migration, migrate, readMigrations } from '#store/migrate.ts';
import { findSetting, putSetting } from '#store/settings.ts';
import { transact } from '#store/transact.ts';
import { furnish, systemContext } from './bench-house.ts';
import type { BenchServer } from './bench-server.ts';
import { type FirmShape, writeFirmLog } from './firm-log.ts';
import { inBatches } from './ingest-ratio.ts';

export interface Base {
  readonly url: string;
  readonly parties: number;
  readonly interactions: number;
  readonly ties: number;
}

const batchSize = 1_000;
const marker = 'bench-base';

/** Kept as long as the shape is the same and nothing it was made under has changed; later migrations are only applied to it. */
export async function ensureBase(server: BenchServer, shape: FirmShape, tell: (line: string) => void): Promise<Base> {
  const name = `bench_base_${shape.people}`;
  const url = server.urlOf(name);
  if ((await server.has(name)) && (await isUsable(url, shape))) {
    for (const applied of await migrate(url)) tell(`Brought the kept house forward: ${applied}`);
    await sweep(url);
  } else {
    tell(`Making ${shape.interactions.toLocaleString('en')} interactions (once; they are kept).`);
    await server.create(name);
    await fill(url, shape, tell);
    await writeMarker(url, fingerprintOf(shape, await readApplied(url)));
  }
  return { url, ...(await count(url)) };
}

/** What the bench before left dead; a house that is never shut is swept by the server itself. */
async function sweep(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}

/** The marker is of the day it was made; whatever was applied since stands behind that, in the order it came. */
async function isUsable(url: string, shape: FirmShape): Promise<boolean> {
  const applied = await readApplied(url);
  const found = await readMarker(url);
  return applied.some((_, last) => fingerprintOf(shape, applied.slice(0, last + 1)) === found);
}

function fingerprintOf(shape: FirmShape, migrations: readonly Migration[]): string {
  const text = JSON.stringify([{ ...shape, endMs: 0 }, migrations]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** What was applied, in that order, as it reads today; nothing when one of them is no longer shipped. */
async function readApplied(url: string): Promise<Migration[]> {
  const shipped = new Map((await readMigrations()).map(({ name, sql }) => [name, sql]));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select name from schema_migrations order by applied_at, name',
    );
    const applied = rows.map(({ name }) => ({ name, sql: shipped.get(name) ?? null }));
    return applied.every((row): row is Migration => row.sql !== null) ? applied : [];
  } catch {
    return [];
  } finally {
    await client.end();
  }
}

async function fill(url: string, shape: FirmShape, tell: (line: string) => void): Promise<void> {
  const at = new Date(shape.endMs);
  const { db, source } = await furnish(url, shape.colleagues, at);
  let done = 0;
  for (const records of inBatches(writeFirmLog(shape), batchSize)) {
    const input = { source: { number: source.number, ownerUserId: null }, records, actor: systemActor, at };
    await transact(db, (tx) => ingestInteractions(tx, { ...input, importId: null }));
    done += records.length;
    if (done % 100_000 === 0) tell(`  ${done.toLocaleString('en')} interactions`);
  }
  await refreshFigures(
    systemContext(db, () => at),
    {
      onProgress: (ties) => ties % 20_000 === 0 && tell(`  figures of ${ties.toLocaleString('en')} ties`),
    },
  );
  await db.destroy();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

async function readMarker(url: string): Promise<unknown> {
  const db = openDatabase({ url });
  try {
    return await findSetting(db, marker);
  } catch {
    return null;
  } finally {
    await db.destroy();
  }
}

async function writeMarker(url: string, fingerprint: string): Promise<void> {
  const db = openDatabase({ url });
  await transact(db, (tx) => putSetting(tx, marker, fingerprint));
  await db.destroy();
}

async function count(url: string): Promise<Omit<Base, 'url'>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<'parties' | 'interactions' | 'ties', number>>(
    `select (select count(*)::int from parties) as parties, (select count(*)::int from interactions) as interactions,
       (select count(*)::int from ties) as ties`,
  );
  await client.end();
  return rows[0] ?? { parties: 0, interactions: 0, ties: 0 };
}
