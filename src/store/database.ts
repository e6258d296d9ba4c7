/** The one way to the database. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { NamedClient } from './named-client.ts';
import type { Tables } from './row-types.ts';
import { valueTypes } from './value-types.ts';

export type Db = Kysely<Tables>;
/** What changes more than one row asks for a transaction by its type. */
export type Tx = Transaction<Tables>;

interface OpenOptions {
  readonly url: string;
  readonly maxConnections?: number;
  readonly applicationName?: string;
  /** 0 = none: for long work such as a rebuild. */
  readonly statementTimeoutMs?: number;
}

export function openPool(options: OpenOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'hecht',
    statement_timeout: options.statementTimeoutMs ?? 5_000,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    types: valueTypes,
    Client: NamedClient,
  });
  // An idle connection that breaks is replaced by the pool; who is busy hears of it by the query.
  pool.on('error', () => undefined);
  // One that breaks between two statements of a transaction has nobody to tell: its next statement fails anyhow.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openDatabase(options: OpenOptions): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(options) }) });
}
