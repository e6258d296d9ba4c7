/** Who may be asked a survey, and why others may not: the one place that rule stands. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Viewer } from './party-rows.ts';
import { isVisibleTo } from './party-rows.ts';

export interface CandidateRow {
  readonly id: string;
  readonly name: string;
  readonly bond: number;
  readonly reason: 'private' | 'refused' | 'rather-not' | 'complaint' | 'asked-this-year' | 'too-new' | null;
  readonly until: Date | null;
  readonly hasMail: boolean;
  readonly isNotToAsk: boolean;
}

interface Asked {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly kind: 'missing' | 'four';
  readonly partyId: string | null;
  /** Null: either. */
  readonly may: boolean | null;
  readonly after: { readonly bond: number; readonly id: string } | null;
  readonly limit: number;
}

/** Whoever just complained is helped, not measured. */
const complaintDays = 90;
/** The same question comes back after a year; another one not on its heels. */
const sameDays = 365;
const otherDays = 90;

/**
 * The closest first. Of those who may not be asked, a list names whom one would have thought of: what is too new or private
 * has nothing to say there.
 */
export async function listCandidateRows(
  db: Db,
  { viewer, now, kind, partyId, may, after, limit }: Asked,
): Promise<CandidateRow[]> {
  const wanted =
    may === null
      ? sql`true`
      : may
        ? sql`w.reason is null`
        : sql`w.reason is not null and w.reason not in ('too-new', 'private')`;
  const { rows } = await sql<CandidateRow>`
    select p.id, p.name, coalesce(f.bond, 0) as bond, w.reason, w.until,
      exists (select from identities i where i.party_id = p.id and i.kind = 'mail') as "hasMail",
      exists (select from survey_refusals r where r.party_id = p.id) as "isNotToAsk"
    from ${partyId === null ? sql`party_figures f join parties p on p.id = f.party_id` : sql`parties p left join party_figures f on f.party_id = p.id`}
    left join lateral (
      select max(s.asked_at + make_interval(days => case when s.kind = ${kind} then ${sameDays}::int else ${otherDays}::int end))
        as until from surveys s where s.party_id = p.id and s.way in ('link', 'in-person')
    ) asked on true
    left join lateral (
      select max(coalesce(e.settled_at, ${now}::timestamptz)) + make_interval(days => ${complaintDays}::int) as until
      from ties t join promises e on e.tie_id = t.id
      where (t.party_a = p.id or t.party_b = p.id) and e.kind = 'complaint'
    ) complaint on true
    cross join lateral (
      select case
          when p.visibility = 'private' then 'private'
          when exists (select from survey_refusals r where r.party_id = p.id)
            or exists (select from mail_refusals r where r.party_id = p.id) then 'refused'
          when p.contact_wish = 'rather-not' then 'rather-not'
          when complaint.until > ${now} then 'complaint'
          when asked.until > ${now} then 'asked-this-year'
          when coalesce(f.status, 'unknown') in ('unknown', 'contact') then 'too-new'
        end as reason,
        case when complaint.until > ${now} then complaint.until when asked.until > ${now} then asked.until end as until
    ) w
    where p.deleted_at is null and not p.is_own and ${isVisibleTo(viewer, 'p')}
      and ${partyId === null ? sql`not p.is_folded` : sql`p.id = ${partyId}::uuid`} and ${wanted}
      and ${may === false && partyId === null ? mayBeHeldBack(now) : sql`true`}
      and ${after === null ? sql`true` : sql`(f.bond, f.party_id) < (${after.bond}, ${after.id}::uuid)`}
    order by f.bond desc, f.party_id desc limit ${limit}`.execute(db);
  return rows;
}

/** Those of whom a reason may be known, found from the reasons: most relations have none. */
const mayBeHeldBack = (now: Date) => sql`(p.id in (
  select party_id from survey_refusals union all
  select party_id from mail_refusals union all
  select id from parties where contact_wish = 'rather-not' union all
  select party_id from surveys where asked_at > ${now}::timestamptz - make_interval(days => ${sameDays}::int) union all
  select unnest(array[t.party_a, t.party_b]) from promises e join ties t on t.id = e.tie_id
  where e.kind = 'complaint' and coalesce(e.settled_at, 'infinity') > ${now}::timestamptz - make_interval(days => ${complaintDays}::int))) is true`;
