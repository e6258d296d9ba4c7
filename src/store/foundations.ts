/** What relations stand on: the kinds, and the reading as it is now. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface FoundationKindRow {
  readonly key: string;
  /** Null for the shipped ones. */
  readonly label: string | null;
  readonly version: number;
}

export interface FoundationRow {
  readonly partyId: string;
  readonly shares: Readonly<Record<string, number>>;
  readonly uncertainty: number;
  readonly n: number;
  readonly ground: 'said' | 'survey' | 'choices' | 'segment';
  readonly reasons: readonly {
    readonly code: string;
    readonly kind: string | null;
    readonly numbers: Readonly<Record<string, number>>;
  }[];
  readonly asOf: Date;
}

export async function listFoundationKinds(db: Db): Promise<FoundationKindRow[]> {
  const { rows } = await sql<FoundationKindRow>`
    select key, label, version from foundation_kinds where deleted_at is null order by place, key`.execute(db);
  return rows;
}

/** The kept readings of these; who has none of their own is not in it. */
export async function listFoundationRows(db: Db, partyIds: readonly string[]): Promise<Map<string, FoundationRow>> {
  const { rows } = await sql<FoundationRow>`
    select party_id as "partyId", shares, uncertainty, n, ground, reasons, as_of as "asOf"
    from party_foundations where party_id = any(${[...partyIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.partyId, row]));
}

/** How often each kind was given as a reason, by all whom this concerns: what others like them say. */
export async function countStatedKinds(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    select s.kind, count(*)::int as n from foundation_statements s join parties p on p.id = s.party_id
    where s.deleted_at is null and p.deleted_at is null and p.visibility = 'firm' group by s.kind`.execute(db);
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

/** What runs through our people: the strength of the strands a person of ours holds, combined. */
export async function listPeopleStrengths(db: Db, partyIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ partyId: string; strength: number }>`
    select f.party_id as "partyId", case when f.dependency_on is null then 0 else f.bond end as strength
    from party_figures f where f.party_id = any(${[...partyIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ partyId, strength }) => [partyId, strength]));
}
