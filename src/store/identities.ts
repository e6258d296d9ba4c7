import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface IdentityKey {
  readonly kind: string;
  readonly value: string;
}

export interface KnownParty {
  readonly partyId: string;
  readonly isOwn: boolean;
  /** Null: everybody's; else the users who may see it. */
  readonly visibleTo: readonly string[] | null;
}

const visibleTo = sql`case when p.visibility = 'private'
  then coalesce((select array_agg(user_id) from private_parties v where v.party_id = p.id), '{}') end`;

export async function findPartiesByIdentity(
  db: Db,
  keys: readonly IdentityKey[],
): Promise<(KnownParty & IdentityKey)[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<KnownParty & IdentityKey>`
    select i.kind, i.value, p.id as "partyId", p.is_own as "isOwn", ${visibleTo} as "visibleTo"
    from unnest(${keys.map((key) => key.kind)}::text[], ${keys.map((key) => key.value)}::text[]) as k(kind, value)
    join identities i on i.kind = k.kind and i.value = k.value
    join parties p on p.id = i.party_id`.execute(db);
  return rows;
}

export async function findPartiesById(db: Db, ids: readonly string[]): Promise<KnownParty[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<KnownParty>`
    select p.id as "partyId", p.is_own as "isOwn", ${visibleTo} as "visibleTo"
    from parties p where p.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

export interface NewIdentity extends IdentityKey {
  readonly id: string;
  readonly partyId: string;
  readonly label: string | null;
  readonly isPrimary: boolean;
}

export async function insertIdentities(tx: Tx, rows: readonly NewIdentity[], createdAt: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into identities (id, party_id, kind, value, label, is_primary, created_at)
    select id, "partyId", kind, value, label, "isPrimary", ${createdAt}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, "partyId" uuid, kind text, value text, label text, "isPrimary" boolean)
    order by kind, value`.execute(tx);
}

/** A private party whose address another user writes with too becomes seen by both. */
export async function addPrivateViewers(tx: Tx, rows: readonly { partyId: string; userId: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into private_parties (party_id, user_id)
    select * from unnest(${rows.map((row) => row.partyId)}::uuid[], ${rows.map((row) => row.userId)}::uuid[])
    on conflict do nothing`.execute(tx);
}

/** The firm's own parties: the organisation and its colleagues, few enough to hold all. */
export async function listOwnParties(db: Db): Promise<Set<string>> {
  // Written out, not bound: the index holds these alone.
  const { rows } = await sql<{ id: string }>`select id from parties where is_own`.execute(db);
  return new Set(rows.map((row) => row.id));
}

export interface Reach {
  readonly partyId: string;
  readonly kind: 'mail' | 'phone';
  readonly value: string;
}

/** First mail and first phone of these parties. */
export async function listReaches(db: Db, partyIds: readonly string[]): Promise<Map<string, Reach[]>> {
  if (partyIds.length === 0) return new Map();
  const { rows } = await sql<Reach>`
    select distinct on (i.party_id, i.kind) i.party_id as "partyId", i.kind, i.value from identities i
    where i.party_id = any(${[...partyIds]}::uuid[]) and i.kind in ('mail', 'phone')
    order by i.party_id, i.kind, i.is_primary desc, i.created_at, i.id`.execute(db);
  return Map.groupBy(rows, ({ partyId }) => partyId);
}
