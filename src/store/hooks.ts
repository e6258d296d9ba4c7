/** Addresses that other programs write to, and what their messages mean. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface HookRow {
  readonly id: string;
  readonly name: string;
  readonly sourceNumber: number;
  readonly tokenSealed: string;
  readonly signature: string;
  readonly secretSealed: string | null;
  readonly preset: string;
  readonly mapping: unknown;
  readonly isPaused: boolean;
  readonly problem: string | null;
  readonly problemAt: Date | null;
  readonly lastAt: Date | null;
  readonly version: number;
  readonly deletedAt: Date | null;
}

const columns = sql.raw(`h.id, h.name, h.source_number as "sourceNumber", h.token_sealed as "tokenSealed", h.signature,
  h.secret_sealed as "secretSealed", h.preset, h.mapping, h.is_paused as "isPaused", h.problem,
  h.problem_at as "problemAt", h.last_at as "lastAt", h.version, h.deleted_at as "deletedAt"`);

const mostListed = 200;

export async function listHookRows(db: Db): Promise<HookRow[]> {
  const { rows } = await sql<HookRow>`
    select ${columns} from hooks h where h.deleted_at is null order by h.created_at, h.id limit ${mostListed}`.execute(
    db,
  );
  return rows;
}

export async function findHook(db: Db, id: string, options: { lock?: boolean } = {}): Promise<HookRow | undefined> {
  const { rows } = await sql<HookRow>`
    select ${columns} from hooks h where h.id = ${id}::uuid ${options.lock ? sql`for update of h` : sql``}`.execute(db);
  return rows[0];
}

export async function findHookByToken(db: Db, tokenHash: Buffer): Promise<HookRow | undefined> {
  const { rows } = await sql<HookRow>`
    select ${columns} from hooks h where h.token_hash = ${tokenHash} and h.deleted_at is null`.execute(db);
  return rows[0];
}

interface NewHook
  extends Pick<HookRow, 'id' | 'name' | 'sourceNumber' | 'tokenSealed' | 'signature' | 'preset' | 'mapping'> {
  readonly tokenHash: Buffer;
  readonly createdBy: string | null;
  readonly at: Date;
}

export async function insertHook(tx: Tx, row: NewHook): Promise<void> {
  await sql`
    insert into hooks (id, name, source_number, token_hash, token_sealed, signature, preset, mapping, created_by,
      created_at, updated_at)
    values (${row.id}, ${row.name}, ${row.sourceNumber}, ${row.tokenHash}, ${row.tokenSealed}, ${row.signature},
      ${row.preset}, ${JSON.stringify(row.mapping)}::jsonb, ${row.createdBy}, ${row.at}, ${row.at})`.execute(tx);
}

type Writing = Partial<
  Pick<HookRow, 'name' | 'signature' | 'secretSealed' | 'mapping' | 'isPaused' | 'tokenSealed' | 'deletedAt'>
> & { readonly tokenHash?: Buffer };

const named = {
  name: 'name',
  signature: 'signature',
  secretSealed: 'secret_sealed',
  isPaused: 'is_paused',
  tokenSealed: 'token_sealed',
  tokenHash: 'token_hash',
  deletedAt: 'deleted_at',
} as const;

/** Only what is given; it has a new version. */
export async function updateHook(tx: Tx, row: Allowed<HookRow>, write: Writing, at: Date): Promise<void> {
  const { mapping, ...plain } = write;
  const sets: RawBuilder<unknown>[] = Object.entries(plain).map(
    ([key, value]) => sql`${sql.ref(named[key as keyof typeof named])} = ${value}`,
  );
  if (mapping !== undefined) sets.push(sql`mapping = ${JSON.stringify(mapping)}::jsonb`);
  await sql`
    update hooks set ${sql.join([...sets, sql`updated_at = ${at}`])}, version = version + 1
    where id = ${row.id}`.execute(tx);
}

/** What it met as a whole; no change of anybody's. */
export async function markHook(db: Db, mark: { id: string; at: Date; problem: string | null }): Promise<void> {
  if (mark.problem !== null) {
    await sql`update hooks set problem = ${mark.problem}, problem_at = ${mark.at} where id = ${mark.id}`.execute(db);
    return;
  }
  await sql`update hooks set problem = null, problem_at = null, last_at = ${mark.at} where id = ${mark.id}`.execute(db);
}
