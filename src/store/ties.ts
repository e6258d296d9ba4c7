import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { unfoldParties } from './folded-parties.ts';

export interface TiePair {
  /** Party ids with a < b, as the engine orders them. */
  readonly a: string;
  readonly b: string;
}

export interface TieRow extends TiePair {
  readonly id: string;
}

/**
 * Makes the ties that are not there yet. `newId` is used for those; answers all of them by "a b". Who is met only `inPassing`
 * ("a b" of the pairs) stays folded away in lists.
 */
export async function upsertTies(
  tx: Tx,
  input: { pairs: readonly TiePair[]; newId: () => string; at: Date; inPassing?: ReadonlySet<string> },
): Promise<Map<string, string>> {
  const ties = new Map<string, string>();
  if (input.pairs.length === 0) return ties;
  const pairs = input.pairs.toSorted((x, y) => (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1));
  for (const row of await findTies(tx, pairs)) ties.set(`${row.a} ${row.b}`, row.id);
  const missing = pairs.filter((pair) => !ties.has(`${pair.a} ${pair.b}`));
  if (missing.length === 0) return ties;
  await sql`
    insert into ties (id, party_a, party_b, created_at)
    select id, a, b, ${input.at} from unnest(
      ${missing.map(() => input.newId())}::uuid[], ${missing.map((pair) => pair.a)}::uuid[],
      ${missing.map((pair) => pair.b)}::uuid[]) with ordinality as t(id, a, b, place) order by place
    on conflict (party_a, party_b) do nothing`.execute(tx);
  const met = missing.filter(({ a, b }) => input.inPassing?.has(`${a} ${b}`) !== true);
  await unfoldParties(tx, [...new Set(met.flatMap(({ a, b }) => [a, b]))].sort());
  for (const row of await findTies(tx, pairs)) ties.set(`${row.a} ${row.b}`, row.id);
  return ties;
}

/** Those of these pairs that have a tie. */
export async function findTies(db: Db, pairs: readonly TiePair[]): Promise<TieRow[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<TieRow>`
    select t.id, t.party_a as a, t.party_b as b from unnest(
      ${pairs.map((pair) => pair.a)}::uuid[], ${pairs.map((pair) => pair.b)}::uuid[]) as k(a, b)
    join ties t on t.party_a = k.a and t.party_b = k.b`.execute(db);
  return rows;
}

/** Ties that the events, ledger lines or faults of these interactions lie in. */
export async function listTiesOfInteractions(db: Db, interactionIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct tie_id as id from tie_events where interaction_id = any(${[...interactionIds]}::uuid[])
    union select tie_id from benefits where interaction_id = any(${[...interactionIds]}::uuid[])
    union select tie_id from faults where id = any(${[...interactionIds]}::uuid[])`.execute(db);
  return rows.map((row) => row.id);
}

/** Takes what was derived from these interactions out of these ties; the states are the caller's to derive again. */
export async function deleteDerived(
  tx: Tx,
  input: { tieIds: readonly string[]; interactionIds: readonly string[] },
): Promise<void> {
  const [ties, interactions] = [[...input.tieIds], [...input.interactionIds]];
  await sql`delete from tie_events where tie_id = any(${ties}::uuid[])
    and interaction_id = any(${interactions}::uuid[])`.execute(tx);
  await sql`delete from benefits where tie_id = any(${ties}::uuid[])
    and interaction_id = any(${interactions}::uuid[])`.execute(tx);
}

/** Ties in the order of their ids, from after one on: stretches for work that goes through all of them. */
export async function listTieIdsAfter(db: Db, after: { id: string; most: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ties where id > ${after.id}::uuid order by id limit ${after.most}`.execute(db);
  return rows.map((row) => row.id);
}

/** Ties with a customer to whom we sent something unasked, those of the latest first; what is private teaches the firm nothing. */
export async function listUnaskedTies(db: Db, find: { most: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from tie_states s join ties t on t.id = s.tie_id
    join parties a on a.id = t.party_a join parties b on b.id = t.party_b
    where s.pressure_call + s.pressure_mail + s.pressure_post > 0 and a.is_own <> b.is_own
      and case when s.direction = 0 then a.is_own else b.is_own end
      and a.visibility = 'firm' and b.visibility = 'firm' and a.deleted_at is null and b.deleted_at is null
    order by s.tau_ms desc, t.id limit ${find.most}`.execute(db);
  return rows.map((row) => row.id);
}

export async function countTies(db: Db): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ties`.execute(db);
  return rows[0]?.total ?? 0;
}
