/** Kinds of declared links: shipped ones, worded by messages, and those that people made. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface RelationTypeRow {
  readonly id: string;
  readonly key: string;
  readonly verbForward: string;
  readonly verbBackward: string;
  readonly isShipped: boolean;
  readonly version: number;
}

const columns = sql.raw(`k.id, k.key, k.verb_forward as "verbForward", k.verb_backward as "verbBackward",
  k.is_shipped as "isShipped", k.version`);

export type CountedRelationType = RelationTypeRow & { readonly relationCount: number };

/** With how many links each has between parties that this viewer may see. */
export async function listRelationTypes(db: Db, viewer: Viewer): Promise<CountedRelationType[]> {
  const { rows } = await sql<CountedRelationType>`
    select ${columns}, ${countOf(viewer)} as "relationCount" from relation_types k where k.removed_at is null
    order by k.is_shipped desc, k.id`.execute(db);
  return rows;
}

export async function findRelationType(
  db: Db,
  find: { id: string; viewer: Viewer },
): Promise<(CountedRelationType & { isRemoved: boolean }) | undefined> {
  const { rows } = await sql<CountedRelationType & { isRemoved: boolean }>`
    select ${columns}, ${countOf(find.viewer)} as "relationCount", k.removed_at is not null as "isRemoved"
    from relation_types k where k.id = ${find.id}`.execute(db);
  return rows[0];
}

/** Whether it is used, and roughly how much, is all that is asked. */
const mostCounted = 1000;

function countOf(viewer: Viewer): RawBuilder<number> {
  return sql<number>`(select count(*)::int from (select from relations r join parties a on a.id = r.from_party
    join parties b on b.id = r.to_party
    where r.type_id = k.id and a.deleted_at is null and b.deleted_at is null and ${isVisibleTo(viewer, 'a')}
      and ${isVisibleTo(viewer, 'b')} limit ${mostCounted}) used)`;
}

export async function insertRelationType(
  tx: Tx,
  row: Pick<RelationTypeRow, 'id' | 'key' | 'verbForward' | 'verbBackward'> & { at: Date },
): Promise<void> {
  await sql`
    insert into relation_types (id, key, verb_forward, verb_backward, created_at)
    values (${row.id}, ${row.key}, ${row.verbForward}, ${row.verbBackward}, ${row.at})`.execute(tx);
}

export async function updateRelationType(
  tx: Tx,
  row: Allowed<RelationTypeRow>,
  verbs: Pick<RelationTypeRow, 'verbForward' | 'verbBackward'>,
): Promise<void> {
  await sql`
    update relation_types set verb_forward = ${verbs.verbForward}, verb_backward = ${verbs.verbBackward},
      version = version + 1
    where id = ${row.id}`.execute(tx);
}

/** No longer offered; a link that this user may not see keeps its words. */
export async function setRelationTypeRemoved(tx: Tx, row: Allowed<RelationTypeRow>, at: Date | null): Promise<void> {
  await sql`update relation_types set removed_at = ${at}, version = version + 1 where id = ${row.id}`.execute(tx);
}
