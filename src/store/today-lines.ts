/** Candidates for the lines of Today, one statement a kind, each bounded. What a reader may not see never gets here. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { isTextReadBy } from './mail-sharing.ts';
import { findOwedFloor, isStillOwed, nothingWentBack } from './owed-thanks.ts';

export interface TodayAsk {
  readonly userId: string;
  /** Only relations this colleague has a tie with; null = the whole firm's. */
  readonly colleagueId: string | null;
  /** All relations of that colleague, where they are few enough to be named. */
  readonly relationIds?: readonly string[] | null;
  readonly now: Date;
  readonly limit: number;
}

export interface TodayCandidate {
  readonly partyId: string;
  readonly numbers: Readonly<Record<string, number | null>>;
  readonly names: Readonly<Record<string, string | null>>;
  readonly bond: number;
}

/** Relations of the firm that may stand on Today at all: never private, ignored or binned ones, nor colleagues. */
export const mayStand = sql.raw(`p.deleted_at is null and not p.is_own and p.visibility = 'firm'
  and not p.roles && '{private,ignore,colleague}'::text[]`);

/** The colleague has to do with the party, or with somebody who works there. */
function isMine({ colleagueId, relationIds }: TodayAsk, who: 'p.id' | 'f.party_id' = 'p.id'): RawBuilder<unknown> {
  if (colleagueId === null) return sql`true`;
  // `is true`: looked up in one table of them, never walked through at each.
  if (relationIds) return sql`(${sql.raw(who)} = any(${[...relationIds]}::uuid[])) is true`;
  return sql`exists (
    select from (
      select p.id union all
      select r.from_party from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      where r.to_party = p.id
    ) who join ties t on t.party_a = least(who.id, ${colleagueId}::uuid) and t.party_b = greatest(who.id, ${colleagueId}::uuid))`;
}

/** Whom a colleague has to do with: found once for all lines. Null: too many to name, so that it is asked of each. */
export async function listRelationsOf(db: Db, colleagueId: string, most: number): Promise<string[] | null> {
  const { rows } = await sql<{ id: string }>`
    with known as materialized (
      select party_b as id from ties where party_a = ${colleagueId}::uuid union all
      select party_a from ties where party_b = ${colleagueId}::uuid limit ${most + 1})
    select id from known union
    select r.to_party from known join relations r on r.from_party = known.id
    where r.type_id = (select id from relation_types where key = 'works-at') limit ${most + 1}`.execute(db);
  return rows.length > most ? null : rows.map(({ id }) => id);
}

/** "Leave in peace" puts away every line that would make contact; what we owe stays owed. */
export function isUnmarked({ userId, now }: TodayAsk, line: string): RawBuilder<unknown> {
  const owed = ['promise-due', 'to-make-good', 'thanks-owed', 'unanswered'].includes(line);
  return sql`not exists (
    select from today_marks m where m.user_id = ${userId} and m.party_id = p.id
      and (m.line = ${line} or (m.mark = 'left-in-peace' and not ${owed})) and (m.until is null or m.until > ${now}))`;
}

/** A person whose firm is measured too speaks through it, unless the firm is only the tail of a mail address. */
const speaksForItself = sql.raw(`not exists (
  select from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
  join party_figures of on of.party_id = r.to_party join parties o on o.id = r.to_party
  where r.from_party = p.id and r.until_on is null and o.deleted_at is null
    and not exists (select from identities i where i.party_id = o.id and i.kind = 'handle' and i.value = o.name))
  and not exists (select from identities i where i.party_id = p.id and i.kind = 'handle' and i.value = p.name)`);

const day = sql.raw(`86400.0`);
const dayMs = 86_400_000;

export async function listQuiet(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select p.id as "partyId", f.bond, '{}'::json as names,
      json_build_object('gapDays', f.gap_days, 'bond', round(f.bond::numeric * 100),
        'silenceDays', floor((f.as_of_ms / 1000 - extract(epoch from f.last_at)) / ${day})) as numbers
    from party_figures f join parties p on p.id = f.party_id
    where f.alarm = 'quiet' and f.status_rank >= 2 and ${mayStand} and ${speaksForItself}
      and ${isMine(ask, 'f.party_id')} and ${isUnmarked(ask, 'growing-quiet')}
    order by f.bond desc, p.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** Those that went past "probably gone" lately: what was lost years ago asks nothing of today. */
export async function listGone(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select p.id as "partyId", f.bond, '{}'::json as names,
      json_build_object('gapDays', f.gap_days, 'bond', round(f.bond::numeric * 100),
        'silenceDays', floor((f.as_of_ms / 1000 - extract(epoch from f.last_at)) / ${day})) as numbers
    from party_figures f join parties p on p.id = f.party_id
    where f.alarm = 'gone' and f.gone_at > ${ask.now}::timestamptz - interval '30 days' and ${mayStand}
      and ${speaksForItself} and ${isMine(ask, 'f.party_id')} and ${isUnmarked(ask, 'probably-gone')}
    order by f.bond desc, p.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** Unasked contact from us beyond the ideal, and nothing back. */
export async function listPressed(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select p.id as "partyId", f.bond, '{}'::json as names,
      json_build_object('count', sent.count, 'days', coalesce(sent.days, 0)) as numbers
    from party_figures f join parties p on p.id = f.party_id
    left join lateral (
      select count(distinct e.interaction_id) as count,
        ceil((extract(epoch from ${ask.now}::timestamptz) - min(e.at_ms) / 1000) / ${day}) as days
      from (
        select p.id union all
        select r.from_party from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
        where r.to_party = p.id
      ) who join ties t on who.id in (t.party_a, t.party_b) join tie_events e on e.tie_id = t.id
      where e.unasked > 0
        and e.at_ms > (extract(epoch from ${ask.now}::timestamptz) - 180 * ${day}) * 1000
    ) sent on true
    where f.pressure > 1 and f.giving_theirs < 0.05 and ${mayStand} and ${speaksForItself} and ${isUnmarked(ask, 'leave-in-peace')}
      and ${isMine(ask, 'f.party_id')}
    order by f.pressure desc, p.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** They turn to us and gain little from it: contact both ways that only one side carries. */
export async function listOneSided(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select p.id as "partyId", f.bond, '{}'::json as names,
      json_build_object('ours', f.giving_ours, 'theirs', f.giving_theirs) as numbers
    from party_figures f join parties p on p.id = f.party_id
    where f.giving_theirs >= 0.5 and f.giving_ours < 0.1 and f.alarm <> 'gone' and ${mayStand} and ${speaksForItself}
      and f.last_at > ${ask.now}::timestamptz - interval '90 days'
      and ${isMine(ask, 'f.party_id')} and ${isUnmarked(ask, 'one-sided')}
    order by f.potential desc, p.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** Questions in the reader's own mail that wait, from sources that were heard until now: others may hold the answer. */
export async function listUnanswered(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select distinct on (p.id) p.id as "partyId", coalesce(f.bond, 0) as bond,
      json_build_object('subject', i.subject) as names,
      json_build_object('days', floor(extract(epoch from ${ask.now}::timestamptz - i.happened_at) / ${day})) as numbers
    from mail_signals q join interactions i on i.id = q.interaction_id
    join sources s on s.number = i.source_number
    join parties p on p.id = i.from_party left join party_figures f on f.party_id = p.id
    join parties me on me.id = any(i.to_parties) and me.is_own
    where q.owner_user_id = ${ask.userId} and q.kind = 'question' and q.settled_at is null
      and i.happened_at between ${ask.now}::timestamptz - interval '30 days' and ${ask.now}::timestamptz - interval '3 days'
      and (s.is_live or s.covered_until > ${ask.now}::timestamptz - interval '1 day')
      and ${mayStand} and ${isUnmarked(ask, 'unanswered')}
      and not exists (
        select from interactions later where later.from_party = me.id and later.to_parties @> array[p.id]
          and later.happened_at > i.happened_at)
    order by p.id, i.happened_at desc limit ${ask.limit}`.execute(db);
  return rows;
}

/** Open promises, ours within three days or overdue, theirs once overdue. Answers we owe count among them. */
export async function listDue(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select distinct on (p.id) p.id as "partyId", coalesce(f.bond, 0) as bond,
      json_build_object('text', d.text, 'id', d.id) as names,
      json_build_object('byUs', (d.owed_by = case when a.is_own then 0 else 1 end)::int,
        'days', ceil(extract(epoch from d.due_at - ${ask.now}::timestamptz) / ${day})) as numbers
    from promises d join ties t on t.id = d.tie_id join parties a on a.id = t.party_a join parties b on b.id = t.party_b
    join parties p on p.id = case when a.is_own then b.id else a.id end
    left join party_figures f on f.party_id = p.id
    where d.settled_at is null and a.is_own <> b.is_own and d.kind = 'promise'
      and (d.private_to is null or d.private_to = ${ask.userId})
      and d.due_at < ${ask.now}::timestamptz
        + case when (d.owed_by = 0) = a.is_own then interval '3 days' else interval '0' end
      and ${mayStand} and ${isMine(ask)} and ${isUnmarked(ask, 'promise-due')}
    order by p.id, d.due_at limit ${ask.limit}`.execute(db);
  return rows;
}

/** Faults of ours that nobody has made good yet. */
export async function listToMakeGood(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select distinct on (p.id) p.id as "partyId", coalesce(f.bond, 0) as bond,
      json_build_object('what', d.what, 'id', d.id) as names,
      json_build_object('days', floor(extract(epoch from ${ask.now}::timestamptz - d.at) / ${day})) as numbers
    from faults d join ties t on t.id = d.tie_id join parties a on a.id = t.party_a join parties b on b.id = t.party_b
    join parties p on p.id = case when a.is_own then b.id else a.id end
    left join party_figures f on f.party_id = p.id
    where d.made_good_at is null and a.is_own <> b.is_own and (d.by_side = 0) = a.is_own
      -- Where the other has left as well, there is nobody to make it good to today.
      and coalesce(f.alarm, 'none') <> 'gone'
      and ${mayStand} and ${isMine(ask)} and ${isUnmarked(ask, 'to-make-good')}
    order by p.id, d.at limit ${ask.limit}`.execute(db);
  return rows;
}

/** Of a whole firm only the latest so many are gone through. */
const mostOwed = 1_000;

/** Help, advice, ideas and new customers from them, in the past months, after which nothing went back; the latest of them. */
export async function listThanksOwed(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const sinceMs = ask.now.getTime() - 180 * dayMs;
  const floor = ask.colleagueId ? null : await findOwedFloor(db, { sinceMs, beforeMs: null, most: mostOwed });
  const { rows } = await sql<TodayCandidate>`
    select owed."partyId", json_build_object('what', owed.what) as names, coalesce(f.bond, 0) as bond,
      json_build_object('days', floor(extract(epoch from ${ask.now}::timestamptz) / ${day} - owed.at_ms / 86400000.0)) as numbers
    from (
      select distinct on (latest."partyId") latest.* from (
        select p.id as "partyId", i.subject as what, g.at_ms
        from benefits g join ties t on t.id = g.tie_id
        join parties o on o.is_own and o.id = case when g.direction = 1 then t.party_a else t.party_b end
        join parties p on p.id = case when g.direction = 1 then t.party_b else t.party_a end
        join interactions i on i.id = g.interaction_id
        where g.kind in ('help', 'referral', 'introduction', 'idea')
          and g.at_ms >= ${floor ?? sinceMs}
          and ${isTextReadBy(null, 'i')} and ${isStillOwed} and ${nothingWentBack}
          and ${mayStand} and ${isMine(ask)} and ${isUnmarked(ask, 'thanks-owed')}
        order by g.at_ms desc, g.interaction_id desc limit 5 * ${ask.limit}::int
      ) latest order by latest."partyId", latest.at_ms desc
    ) owed left join party_figures f on f.party_id = owed."partyId"
    order by owed.at_ms desc, owed."partyId" limit ${ask.limit}`.execute(db);
  return rows;
}

/**
 * Organisations that hang on one of ours alone, after five contacts. A colleague's figures are that colleague's own, so a
 * member is shown only what hangs on the member.
 */
export async function listLeansOnOne(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select p.id as "partyId", f.bond, json_build_object('who', o.name) as names,
      json_build_object('dependency', f.dependency, 'count', f.contact_count,
        'isYou', (f.dependency_on = ${ask.colleagueId}::uuid)::int) as numbers
    from party_figures f join parties p on p.id = f.party_id join parties o on o.id = f.dependency_on
    where f.dependency > 0.5 and f.contact_count >= 5 and f.status_rank >= 3 and f.alarm <> 'gone' and ${mayStand}
      and p.kind = 'organisation' and p.contact_wish is distinct from 'rather-not' and f.pressure <= 1
      and ${ask.colleagueId === null ? sql`true` : sql`f.dependency_on = ${ask.colleagueId}::uuid`}
      and ${isUnmarked(ask, 'leans-on-one')}
    order by f.bond desc, p.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** Who turned to us lately without a relationship yet, and is not pressed. Whoever wrote once is left to write again. */
export async function listCouldBecome(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const { rows } = await sql<TodayCandidate>`
    select p.id as "partyId", f.bond, '{}'::json as names,
      json_build_object('count', f.contact_count,
        'days', floor(extract(epoch from ${ask.now}::timestamptz - f.last_at) / ${day})) as numbers
    from party_figures f join parties p on p.id = f.party_id
    where f.status_rank in (1, 2) and f.contact_count >= 2 and f.giving_theirs > 0 and f.pressure <= 1
      and f.alarm <> 'gone' and p.contact_wish is distinct from 'rather-not'
      and f.last_at between ${ask.now}::timestamptz - interval '90 days' and ${ask.now}::timestamptz - interval '3 days'
      and ${mayStand} and ${speaksForItself} and ${isMine(ask, 'f.party_id')} and ${isUnmarked(ask, 'could-become')}
    order by greatest(f.potential, f.bond) desc, p.id limit ${ask.limit}`.execute(db);
  return rows;
}
