/** What a brief asks of one relation, and of those who work there. What the reader may not see does not get here. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { isMomentSeenBy, isSubjectReadBy, isTextReadBy } from './mail-sharing.ts';
import { isVisibleTo } from './party-rows.ts';

export interface BriefAsk {
  readonly partyId: string;
  readonly viewer: string;
  readonly viewerPartyId: string | null;
  readonly now: Date;
}

function whoOf(partyId: string): RawBuilder<unknown> {
  return sql`(select ${partyId}::uuid as id union
    select r.from_party from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
    where r.to_party = ${partyId}::uuid and r.until_on is null)`;
}

/** Of somebody whom only some may see: what is between them and the reader. */
function isBetween({ viewer, viewerPartyId }: BriefAsk, party: string): RawBuilder<unknown> {
  const p = sql.raw(party);
  return sql`(${p}.deleted_at is null and ${isVisibleTo(viewer, party)} and (${p}.visibility <> 'private'
    or ${viewerPartyId}::uuid in (t.party_a, t.party_b)))`;
}

export interface LastContact {
  readonly at: Date;
  readonly channel: string;
  readonly with: string;
  readonly subject: string | null;
}

/** Looked through for one that this reader may know of. */
const mostLookedAt = 20;

export async function findLastContact(db: Db, ask: BriefAsk): Promise<LastContact | undefined> {
  const { rows } = await sql<LastContact>`
    select i.happened_at as at, i.channel, ours.name as "with",
      case when ${isSubjectReadBy(ask.viewer, 'i')} then i.subject end as subject
    from (
      select t.id, t.party_a, t.party_b, who.id as theirs, last.interaction_id, last.at_ms
      from ${whoOf(ask.partyId)} who join ties t on who.id in (t.party_a, t.party_b)
      cross join lateral (
        select e.interaction_id, e.at_ms from tie_events e
        where e.tie_id = t.id and e.at_ms <= ${ask.now.getTime()} and e.contact > 0
        order by e.at_ms desc limit ${mostLookedAt}
      ) last order by last.at_ms desc limit ${mostLookedAt}
    ) t join interactions i on i.id = t.interaction_id join parties p on p.id = t.theirs
    join parties ours on ours.id = case when t.party_a = t.theirs then t.party_b else t.party_a end and ours.is_own
    where ${isBetween(ask, 'p')} and ${isMomentSeenBy(ask.viewer, 'i')}
    order by i.happened_at desc limit 1`.execute(db);
  return rows[0];
}

export interface OwedRow {
  readonly text: string | null;
  readonly at: Date;
  readonly with: string;
}

/** Help, introductions and ideas of theirs after which nothing went back. */
export async function listThanksOwedTo(db: Db, ask: BriefAsk): Promise<OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    select i.subject as text, i.happened_at as at, p.name as "with"
    from ${whoOf(ask.partyId)} who join ties t on who.id in (t.party_a, t.party_b)
    join benefits g on g.tie_id = t.id and g.direction = case when t.party_a = who.id then 0 else 1 end
    join parties p on p.id = who.id join interactions i on i.id = g.interaction_id
    where g.kind in ('help', 'referral', 'introduction', 'idea') and ${isBetween(ask, 'p')}
      and g.at_ms between ${ask.now.getTime() - 180 * 86_400_000} and ${ask.now.getTime()}
      and ${isTextReadBy(ask.viewer, 'i')}
      and not exists (
        select from ties tt join benefits back on back.tie_id = tt.id
        where who.id in (tt.party_a, tt.party_b) and back.at_ms > g.at_ms
          and back.direction = case when tt.party_a = who.id then 1 else 0 end
          and back.kind in ('thanks', 'gift', 'discount', 'early-access', 'help'))
    order by g.at_ms desc limit 3`.execute(db);
  return rows;
}

/** Questions in the reader's own mail that nobody has answered yet. */
export async function listQuestionsOf(db: Db, ask: BriefAsk): Promise<OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    select coalesce(i.subject, q.text) as text, i.happened_at as at, p.name as "with"
    from ${whoOf(ask.partyId)} who join interactions i on i.from_party = who.id
    join mail_signals q on q.interaction_id = i.id and q.kind = 'question' and q.settled_at is null
    join parties p on p.id = who.id
    where q.owner_user_id = ${ask.viewer}::uuid and p.deleted_at is null and ${isVisibleTo(ask.viewer, 'p')}
      and i.happened_at > ${new Date(ask.now.getTime() - 60 * 86_400_000)}
      and not exists (
        select from interactions later where later.from_party = ${ask.viewerPartyId}::uuid
          and later.to_parties @> array[who.id] and later.happened_at > i.happened_at)
    order by i.happened_at desc limit 3`.execute(db);
  return rows;
}
