/** Promises and other expectations of ties, and our faults: rows with a time, never traces. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

/** The two sides of a tie as a reader at the firm sees them; null to a reader who may not see the relation at all. */
const sides = sql.raw(`
  case when a.is_own then b.id else a.id end as "partyId", case when a.is_own then b.name else a.name end as "partyName",
  case when a.is_own then a.id else b.id end as "colleagueId",
  case when a.is_own then a.name else b.name end as "colleagueName",
  (case when a.is_own then 0 else 1 end) as "ourSide",
  (select case when bool_or(s.visibility = 'private') then
     coalesce((select array_agg(v.user_id) from private_parties v where v.party_id in (a.id, b.id)), '{}') end
   from parties s where s.id in (a.id, b.id)) as "visibleTo"`);

interface Sides {
  readonly partyId: string;
  readonly partyName: string;
  readonly colleagueId: string;
  readonly colleagueName: string;
  readonly ourSide: 0 | 1;
  readonly visibleTo: readonly string[] | null;
}

export interface PromiseRow extends Sides {
  readonly id: string;
  readonly tieId: string;
  readonly kind: 'promise' | 'answer' | 'complaint';
  readonly owedBy: 0 | 1;
  readonly text: string;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  readonly outcome: 'kept' | 'late' | 'broken' | 'withdrawn' | null;
  readonly version: number;
}

const promiseColumns = sql.raw(`p.id, p.tie_id as "tieId", p.kind, p.owed_by as "owedBy", p.text, p.due_at as "dueAt",
  p.settled_at as "settledAt", p.outcome, p.version`);
const promiseFrom = sql.raw(`promises p join ties t on t.id = p.tie_id
  join parties a on a.id = t.party_a join parties b on b.id = t.party_b`);

/** Relations in the bin, and those another user keeps private, are left out. */
const seenBy = (viewer: string | null) => sql`
  a.deleted_at is null and b.deleted_at is null and not exists (
    select from parties s where s.id in (a.id, b.id) and s.visibility = 'private'
      and not exists (select from private_parties v where v.party_id = s.id and v.user_id = ${viewer}::uuid))`;

export async function insertPromise(
  tx: Tx,
  row: Pick<PromiseRow, 'id' | 'tieId' | 'kind' | 'owedBy' | 'text' | 'dueAt'> & { authorId: string; createdAt: Date },
): Promise<void> {
  await sql`
    insert into promises (tie_id, id, kind, owed_by, text, due_at, author_id, created_at)
    values (${row.tieId}, ${row.id}, ${row.kind}, ${row.owedBy}, ${row.text}, ${row.dueAt}, ${row.authorId}, ${row.createdAt})
  `.execute(tx);
}

export async function findPromise(db: Db, id: string): Promise<PromiseRow | undefined> {
  const { rows } = await sql<PromiseRow>`
    select ${promiseColumns}, ${sides} from ${promiseFrom} where p.id = ${id}`.execute(db);
  return rows[0];
}

export async function settlePromiseRow(
  tx: Tx,
  row: Allowed<PromiseRow>,
  settled: { at: Date; outcome: NonNullable<PromiseRow['outcome']> },
): Promise<void> {
  await sql`
    update promises set settled_at = ${settled.at}, outcome = ${settled.outcome}, version = version + 1
    where tie_id = ${row.tieId} and id = ${row.id}`.execute(tx);
}

export async function reopenPromise(tx: Tx, row: Allowed<PromiseRow>): Promise<void> {
  await sql`
    update promises set settled_at = null, outcome = null, version = version + 1
    where tie_id = ${row.tieId} and id = ${row.id}`.execute(tx);
}

export async function deletePromise(tx: Tx, row: Allowed<PromiseRow>): Promise<void> {
  await sql`delete from promises where tie_id = ${row.tieId} and id = ${row.id}`.execute(tx);
}

export interface PromisePage {
  readonly viewer: string | null;
  readonly partyId: string | null;
  readonly open: boolean | null;
  readonly after: { readonly isSettled: boolean; readonly dueAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** With the party itself or with somebody who works there: what is owed to its people is owed to the firm. */
function isAbout(partyId: string | null): RawBuilder<unknown> {
  if (partyId === null) return sql`true`;
  const members = sql`(
    select ${partyId}::uuid union all
    select r.from_party from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
    where r.to_party = ${partyId}::uuid and r.until_on is null)`;
  return sql`(t.party_a in ${members} or t.party_b in ${members})`;
}

/** The open ones first, each part by due time. */
export async function listPromiseRows(db: Db, page: PromisePage): Promise<PromiseRow[]> {
  const { after, partyId, open } = page;
  const { rows } = await sql<PromiseRow>`
    select ${promiseColumns}, ${sides} from ${promiseFrom}
    where (p.private_to is null or p.private_to = ${page.viewer}::uuid) and ${seenBy(page.viewer)}
      and ${isAbout(partyId)}
      and ${open === null ? sql`true` : open ? sql`p.settled_at is null` : sql`p.settled_at is not null`}
      and ${
        after === null
          ? sql`true`
          : sql`(p.settled_at is not null, p.due_at, p.id) > (${after.isSettled}, ${after.dueAt}, ${after.id}::uuid)`
      }
    order by p.settled_at is not null, p.due_at, p.id limit ${page.limit}`.execute(db);
  return rows;
}

/** Answers we owe, the longest waiting first. */
export async function listFavourRows(
  db: Db,
  page: {
    readonly viewer: string | null;
    readonly after: { readonly dueAt: Date; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<PromiseRow[]> {
  const { after, viewer } = page;
  const { rows } = await sql<PromiseRow>`
    select ${promiseColumns}, ${sides} from ${promiseFrom}
    where p.settled_at is null and p.kind = 'answer' and a.is_own <> b.is_own and (p.owed_by = 0) = a.is_own
      and (p.private_to is null or p.private_to = ${viewer}::uuid) and ${seenBy(viewer)}
      and ${after === null ? sql`true` : sql`(p.due_at, p.id) > (${after.dueAt}, ${after.id}::uuid)`}
    order by p.due_at, p.id limit ${page.limit}`.execute(db);
  return rows;
}

export interface FaultRow extends Sides {
  readonly id: string;
  readonly tieId: string;
  readonly bySide: 0 | 1;
  readonly facet: number;
  readonly what: string;
  readonly at: Date;
  readonly why: string | null;
  readonly toldAt: Date | null;
  readonly madeGoodAt: Date | null;
  readonly madeGoodHow: string | null;
  readonly version: number;
}

const faultColumns =
  sql.raw(`f.id, f.tie_id as "tieId", f.by_side as "bySide", f.facet, f.what, f.at, f.made_good_at as "madeGoodAt",
  f.made_good_how as "madeGoodHow", f.why, f.told_at as "toldAt", f.version`);
const faultFrom = sql.raw(`faults f join ties t on t.id = f.tie_id
  join parties a on a.id = t.party_a join parties b on b.id = t.party_b`);

export async function insertFault(
  tx: Tx,
  row: Pick<FaultRow, 'id' | 'tieId' | 'bySide' | 'facet' | 'what' | 'at'> &
    Partial<Pick<FaultRow, 'why' | 'toldAt'>> & { weight: number },
): Promise<void> {
  await sql`
    insert into faults (tie_id, id, by_side, facet, weight, what, at, why, told_at)
    values (${row.tieId}, ${row.id}, ${row.bySide}, ${row.facet}, ${row.weight}, ${row.what}, ${row.at},
      ${row.why ?? null}, ${row.toldAt ?? null})`.execute(tx);
}

export async function findFault(db: Db, id: string): Promise<FaultRow | undefined> {
  const { rows } = await sql<FaultRow>`
    select ${faultColumns}, ${sides} from ${faultFrom} where f.id = ${id}`.execute(db);
  return rows[0];
}

export async function makeFaultGood(
  tx: Tx,
  row: Allowed<FaultRow>,
  remedy: { at: Date; how: string | null },
): Promise<void> {
  await sql`
    update faults set made_good_at = ${remedy.at}, made_good_how = ${remedy.how}, version = version + 1
    where tie_id = ${row.tieId} and id = ${row.id}`.execute(tx);
}

export async function explainFaultRow(
  tx: Tx,
  row: Allowed<FaultRow>,
  said: Pick<FaultRow, 'why' | 'toldAt'>,
): Promise<void> {
  await sql`
    update faults set why = ${said.why}, told_at = ${said.toldAt}, version = version + 1
    where tie_id = ${row.tieId} and id = ${row.id}`.execute(tx);
}

export async function reopenFault(tx: Tx, row: Allowed<FaultRow>): Promise<void> {
  await sql`
    update faults set made_good_at = null, made_good_how = null, version = version + 1
    where tie_id = ${row.tieId} and id = ${row.id}`.execute(tx);
}

export async function deleteFault(tx: Tx, row: Allowed<FaultRow>): Promise<void> {
  await sql`delete from faults where tie_id = ${row.tieId} and id = ${row.id}`.execute(tx);
}

/** Those still to make good first, the oldest on top. */
export async function listFaultRows(
  db: Db,
  page: {
    readonly viewer: string | null;
    readonly partyId: string | null;
    readonly isOpen: boolean;
    readonly after: { readonly isGood: boolean; readonly at: Date; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<FaultRow[]> {
  const { after, partyId, isOpen } = page;
  const order = isOpen ? sql`f.at, f.id` : sql`f.made_good_at is not null, f.at, f.id`;
  const { rows } = await sql<FaultRow>`
    select ${faultColumns}, ${sides} from ${faultFrom}
    where a.is_own <> b.is_own and (f.by_side = 0) = a.is_own and ${seenBy(page.viewer)}
      and ${isAbout(partyId)} and ${isOpen ? sql`f.made_good_at is null` : sql`true`}
      and ${
        after === null
          ? sql`true`
          : isOpen
            ? sql`(f.at, f.id) > (${after.at}, ${after.id}::uuid)`
            : sql`(f.made_good_at is not null, f.at, f.id) > (${after.isGood}, ${after.at}, ${after.id}::uuid)`
      }
    order by ${order} limit ${page.limit}`.execute(db);
  return rows;
}
