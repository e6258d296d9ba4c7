/** What an import found that its owner may not have known. Only the owner's own mail is looked into. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface FindingRow {
  readonly partyId: string;
  readonly name: string;
  readonly text: string | null;
  readonly at: Date | null;
}

interface Ask {
  readonly userId: string;
  readonly now: Date;
  readonly limit: number;
}

export interface Found {
  readonly count: number;
  readonly rows: FindingRow[];
}

/** Promises in mail the user sent, that nothing says were kept; the newest first. */
export async function findOpenPromises(db: Db, ask: Ask): Promise<Found> {
  return find(
    db,
    sql`
    select distinct on (i.id) other.id as "partyId", other.name, s.text, i.happened_at as at
    from mail_signals s join interactions i on i.id = s.interaction_id
    join parties me on me.id = i.from_party and me.is_own
    join parties other on other.id = i.to_parties[1] and not other.is_own and other.deleted_at is null
    where s.owner_user_id = ${ask.userId} and s.kind = 'promise' and s.settled_at is null
      and i.happened_at > ${ask.now}::timestamptz - interval '180 days'
      -- A later mail to the same person may well have kept it: those are left out.
      and not exists (
        select from interactions later where later.from_party = i.from_party and later.to_parties @> array[other.id]
          and later.happened_at > i.happened_at and later.mail_class = 'person')
    order by i.id`,
    ask,
  );
}

/** People who answered a question of the user, and to whom no thanks went after that. */
export async function findUnthanked(db: Db, ask: Ask): Promise<Found> {
  return find(
    db,
    sql`
    select distinct on (helper.id) helper.id as "partyId", helper.name, q.text, answer.happened_at as at
    from mail_signals q join interactions asked on asked.id = q.interaction_id
    join parties me on me.id = asked.from_party and me.is_own
    join interactions answer on answer.answers @> array[asked.source_key]
      and answer.source_number = asked.source_number and answer.mail_class = 'person'
    join parties helper on helper.id = answer.from_party and not helper.is_own and helper.deleted_at is null
    where q.owner_user_id = ${ask.userId} and q.kind = 'question'
      and answer.happened_at > ${ask.now}::timestamptz - interval '365 days'
      and not exists (
        select from interactions later join mail_signals t on t.interaction_id = later.id and t.kind = 'thanks'
        where later.from_party = me.id and later.to_parties @> array[helper.id]
          and later.happened_at > asked.happened_at)
    order by helper.id, answer.happened_at desc`,
    ask,
  );
}

/** Questions to the user that got no mail back. */
export async function findUnanswered(db: Db, ask: Ask): Promise<Found> {
  return find(
    db,
    sql`
    select distinct on (other.id) other.id as "partyId", other.name, q.text, i.happened_at as at
    from mail_signals q join interactions i on i.id = q.interaction_id
    join parties other on other.id = i.from_party and not other.is_own and other.deleted_at is null
    join parties me on me.id = any(i.to_parties) and me.is_own
    where q.owner_user_id = ${ask.userId} and q.kind = 'question'
      and i.happened_at > ${ask.now}::timestamptz - interval '90 days'
      and not exists (
        select from interactions later where later.from_party = me.id and later.to_parties @> array[other.id]
          and later.happened_at > i.happened_at)
    order by other.id, i.happened_at desc`,
    ask,
  );
}

/** Ties of the user's own party that grew quiet or are probably gone: the closest ones first. */
export async function findLosing(db: Db, ask: Ask): Promise<(FindingRow & { bond: number; gapDays: number })[]> {
  const { rows } = await sql<FindingRow & { bond: number; gapDays: number }>`
    select other.id as "partyId", other.name, null as text, f.last_at as at, f.bond, f.gap_days as "gapDays"
    from users u join ties t on u.party_id in (t.party_a, t.party_b)
    join parties other on other.id = case when t.party_a = u.party_id then t.party_b else t.party_a end
    join tie_figures f on f.tie_id = t.id
    where u.id = ${ask.userId} and not other.is_own and other.deleted_at is null
      and other.visibility = 'firm' and not other.roles && '{private,ignore}'::text[]
      and f.alarm in ('quiet', 'gone') and f.known_gaps >= 3
    order by f.bond desc, other.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** The ties that are closest: who one would miss. */
export async function findStrongest(db: Db, ask: Ask): Promise<(FindingRow & { bond: number })[]> {
  const { rows } = await sql<FindingRow & { bond: number }>`
    select other.id as "partyId", other.name, null as text, f.last_at as at, f.bond
    from users u join ties t on u.party_id in (t.party_a, t.party_b)
    join parties other on other.id = case when t.party_a = u.party_id then t.party_b else t.party_a end
    join tie_figures f on f.tie_id = t.id
    where u.id = ${ask.userId} and not other.is_own and other.deleted_at is null
      and other.visibility = 'firm' and not other.roles && '{private,ignore}'::text[]
    order by f.bond desc, other.id limit ${ask.limit}`.execute(db);
  return rows;
}

async function find(db: Db, rows: ReturnType<typeof sql>, ask: Ask): Promise<Found> {
  const found = await sql<FindingRow & { count: number }>`
    select *, count(*) over () as count from (${rows}) as found order by at desc limit ${ask.limit}`.execute(db);
  return {
    count: found.rows[0]?.count ?? 0,
    rows: found.rows.map(({ partyId, name, text, at }) => ({ partyId, name, text, at })),
  };
}
