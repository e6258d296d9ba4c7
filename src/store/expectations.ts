/** What both sides expect of each other, answer by answer. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface ExpectationWriting {
  readonly askedOn: string;
  readonly ofUs: string | null;
  readonly ofThem: string | null;
  readonly changed: string | null;
  readonly askAgainOn: string | null;
}

export interface ExpectationRow extends ExpectationWriting {
  readonly id: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly askedBy: string | null;
  readonly askedByName: string | null;
  readonly taskId: string | null;
  readonly version: number;
  readonly deletedAt: Date | null;
  /** Set where the relation is private: who may see it. */
  readonly visibleTo: readonly string[] | null;
}

const columns = sql.raw(`x.id, x.party_id as "partyId", p.name as "partyName", x.asked_on as "askedOn",
  x.of_us as "ofUs", x.of_them as "ofThem", x.changed, x.asked_by as "askedBy", u.name as "askedByName",
  x.ask_again_on as "askAgainOn", x.task_id as "taskId", x.version, x.deleted_at as "deletedAt",
  case when p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo"`);
const from = sql.raw('expectations x join parties p on p.id = x.party_id left join users u on u.id = x.asked_by');

export async function insertExpectation(
  tx: Tx,
  row: ExpectationWriting & { id: string; partyId: string; askedBy: string; at: Date },
): Promise<void> {
  await sql`
    insert into expectations (id, party_id, asked_on, of_us, of_them, changed, asked_by, ask_again_on, created_at,
      updated_at)
    values (${row.id}, ${row.partyId}, ${row.askedOn}, ${row.ofUs}, ${row.ofThem}, ${row.changed}, ${row.askedBy},
      ${row.askAgainOn}, ${row.at}, ${row.at})`.execute(tx);
}

export async function findExpectation(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ExpectationRow | undefined> {
  const { rows } = await sql<ExpectationRow>`
    select ${columns} from ${from} where x.id = ${id}::uuid and p.deleted_at is null
    ${options.lock ? sql`for no key update of x` : sql``}`.execute(db);
  return rows[0];
}

export async function updateExpectation(
  tx: Tx,
  row: Allowed<ExpectationRow>,
  write: { fields: ExpectationWriting; deletedAt: Date | null; at: Date },
): Promise<void> {
  const { fields, deletedAt, at } = write;
  await sql`
    update expectations set asked_on = ${fields.askedOn}, of_us = ${fields.ofUs}, of_them = ${fields.ofThem},
      changed = ${fields.changed}, ask_again_on = ${fields.askAgainOn}, deleted_at = ${deletedAt},
      version = version + 1, updated_at = ${at}
    where id = ${row.id}`.execute(tx);
}

export async function setExpectationTask(tx: Tx, row: Allowed<ExpectationRow>, taskId: string | null): Promise<void> {
  await sql`update expectations set task_id = ${taskId} where id = ${row.id}`.execute(tx);
}

/** Of a relation with who works there, the latest first. */
export async function pageExpectations(
  db: Db,
  page: {
    readonly viewer: Viewer;
    readonly partyIds: readonly string[];
    readonly after: { readonly askedOn: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<ExpectationRow[]> {
  const { after } = page;
  const { rows } = await sql<ExpectationRow>`
    select ${columns} from ${from}
    where x.party_id = any(${[...page.partyIds]}::uuid[]) and x.deleted_at is null and p.deleted_at is null
      and ${isVisibleTo(page.viewer, 'p')}
      and ${after === null ? sql`true` : sql`(x.asked_on, x.id) < (${after.askedOn}::date, ${after.id}::uuid)`}
    order by x.asked_on desc, x.id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** Tasks that still ask for what has been answered now. */
export async function listAskingTasks(db: Db, partyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select k.id from expectations x join tasks k on k.id = x.task_id
    where x.party_id = ${partyId} and x.deleted_at is null and k.done_at is null and k.deleted_at is null
    order by k.id`.execute(db);
  return rows.map(({ id }) => id);
}
