/** Ideas of relations. One of somebody that a reader may not see is not there for that reader either. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export type IdeaStatus = 'new' | 'considering' | 'doing' | 'delivered' | 'not-now';
export type IdeaNaming = 'unasked' | 'asked' | 'yes' | 'no';

/** What is written of an idea. */
export interface IdeaWriting {
  readonly text: string;
  readonly status: IdeaStatus;
  readonly cameAt: Date;
  readonly cameBy: string;
  readonly deliveredIn: string | null;
  readonly deliveredOn: string | null;
  readonly toldAt: Date | null;
  readonly toldBy: string | null;
  readonly thankedAt: Date | null;
  readonly thankedBy: string | null;
  readonly naming: IdeaNaming;
}

/** The moments of the log that belong to it. */
export interface IdeaMoments {
  readonly cameIn: string | null;
  readonly toldIn: string | null;
  readonly thankedIn: string | null;
}

export interface IdeaRow extends IdeaWriting, IdeaMoments {
  readonly id: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly colleagueId: string | null;
  readonly colleagueName: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
  /** Set where the relation is private: who may see it. */
  readonly visibleTo: readonly string[] | null;
}

const columns = sql.raw(`i.id, i.party_id as "partyId", p.name as "partyName", i.text, i.status, i.came_at as "cameAt",
  i.came_by as "cameBy", i.delivered_in as "deliveredIn", i.delivered_on as "deliveredOn", i.told_at as "toldAt",
  i.told_by as "toldBy", i.thanked_at as "thankedAt", i.thanked_by as "thankedBy", i.naming,
  i.colleague_id as "colleagueId", c.name as "colleagueName", i.came_in as "cameIn", i.told_in as "toldIn",
  i.thanked_in as "thankedIn", i.version, i.created_at as "createdAt", i.deleted_at as "deletedAt",
  case when p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo"`);
const from = sql.raw('ideas i join parties p on p.id = i.party_id left join parties c on c.id = i.colleague_id');

export async function insertIdea(
  tx: Tx,
  row: IdeaWriting & { id: string; partyId: string; colleagueId: string; cameIn: string | null; createdAt: Date },
): Promise<void> {
  await sql`
    insert into ideas (id, party_id, text, status, came_at, came_by, delivered_in, delivered_on, told_at, told_by,
      thanked_at, thanked_by, naming, colleague_id, came_in, created_at, updated_at)
    values (${row.id}, ${row.partyId}, ${row.text}, ${row.status}, ${row.cameAt}, ${row.cameBy}, ${row.deliveredIn},
      ${row.deliveredOn}, ${row.toldAt}, ${row.toldBy}, ${row.thankedAt}, ${row.thankedBy}, ${row.naming},
      ${row.colleagueId}, ${row.cameIn}, ${row.createdAt}, ${row.createdAt})`.execute(tx);
}

export async function findIdea(db: Db, id: string, options: { lock?: boolean } = {}): Promise<IdeaRow | undefined> {
  const { rows } = await sql<IdeaRow>`
    select ${columns} from ${from} where i.id = ${id}::uuid and p.deleted_at is null
    ${options.lock ? sql`for no key update of i` : sql``}`.execute(db);
  return rows[0];
}

export async function updateIdea(
  tx: Tx,
  row: Allowed<IdeaRow>,
  write: { fields: IdeaWriting; deletedAt: Date | null; at: Date },
): Promise<void> {
  const { fields, deletedAt, at } = write;
  await sql`
    update ideas set text = ${fields.text}, status = ${fields.status}, came_at = ${fields.cameAt},
      came_by = ${fields.cameBy}, delivered_in = ${fields.deliveredIn}, delivered_on = ${fields.deliveredOn},
      told_at = ${fields.toldAt}, told_by = ${fields.toldBy}, thanked_at = ${fields.thankedAt},
      thanked_by = ${fields.thankedBy}, naming = ${fields.naming}, deleted_at = ${deletedAt}, version = version + 1,
      updated_at = ${at}
    where id = ${row.id}`.execute(tx);
}

export async function setIdeaMoments(tx: Tx, row: Allowed<IdeaRow>, moments: IdeaMoments): Promise<void> {
  await sql`
    update ideas set came_in = ${moments.cameIn}, told_in = ${moments.toldIn}, thanked_in = ${moments.thankedIn}
    where id = ${row.id}`.execute(tx);
}

export interface IdeaFilter {
  readonly status: IdeaStatus | null;
  /** Delivered and not told yet; or not thanked yet. */
  readonly waits: 'told' | 'thanks' | null;
  /** Of these: a relation, with who works there. */
  readonly partyIds: readonly string[] | null;
  /** What came of it, as it is called. */
  readonly thing: string | null;
}

interface IdeaPage extends IdeaFilter {
  readonly viewer: Viewer;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** The latest first. */
export async function pageIdeas(db: Db, page: IdeaPage): Promise<IdeaRow[]> {
  const { after } = page;
  const conditions = [
    ...conditionsOf(page),
    isVisibleTo(page.viewer, 'p'),
    ...(after ? [sql`(i.came_at, i.id) < (${after.at}, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<IdeaRow>`
    select ${columns} from ${from} where ${sql.join(conditions, sql` and `)}
    order by i.came_at desc, i.id desc limit ${page.limit}`.execute(db);
  return rows;
}

function conditionsOf({ status, waits, partyIds, thing }: IdeaFilter): RawBuilder<unknown>[] {
  return [
    sql`i.deleted_at is null and p.deleted_at is null`,
    ...(status ? [sql`i.status = ${status}`] : []),
    ...(waits === 'told' ? [sql`i.delivered_on is not null and i.told_at is null`] : []),
    ...(waits === 'thanks' ? [sql`i.thanked_at is null`] : []),
    ...(partyIds ? [sql`i.party_id = any(${[...partyIds]}::uuid[])`] : []),
    ...(thing ? [sql`lower(i.delivered_in) = lower(${thing}::text)`] : []),
  ];
}
