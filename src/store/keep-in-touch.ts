/**
 * Rules of keeping in touch, and when each is due. The last contact is read from the figures, which are made of the log: a mail that
 * was imported counts like a call that was typed. Nothing here is counted or set back by hand.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';
import { isUnmarked, mayStand, type TodayAsk, type TodayCandidate } from './today-lines.ts';

export interface RuleRow {
  readonly id: string;
  readonly partyId: string | null;
  readonly partyName: string | null;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly userId: string;
  readonly userName: string;
  readonly everyDays: number | null;
  readonly version: number;
  readonly deletedAt: Date | null;
  readonly visibleTo: readonly string[] | null;
}

export interface ContactRow {
  readonly ruleId: string;
  readonly userId: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly lastContactAt: Date | null;
  readonly gapDays: number | null;
  readonly dueAt: Date;
  readonly heldBack: 'rather-not' | 'left-in-peace' | 'too-much-contact' | null;
}

const ruleColumns = sql.raw(`r.id, r.party_id as "partyId", p.name as "partyName", r.group_id as "groupId",
  g.name as "groupName", r.user_id as "userId", u.name as "userName", r.every_days as "everyDays", r.version,
  r.deleted_at as "deletedAt",
  case when p.visibility = 'private' then
    coalesce((select array_agg(v.user_id) from private_parties v where v.party_id = p.id), '{}') end as "visibleTo"`);
const ruleFrom =
  sql.raw(`keep_in_touch r left join parties p on p.id = r.party_id left join groups g on g.id = r.group_id
  join users u on u.id = r.user_id`);

export async function insertRule(
  tx: Tx,
  row: Pick<RuleRow, 'id' | 'partyId' | 'groupId' | 'userId' | 'everyDays'> & { at: Date },
): Promise<void> {
  await sql`
    insert into keep_in_touch (id, party_id, group_id, user_id, every_days, created_at, updated_at)
    values (${row.id}, ${row.partyId}, ${row.groupId}, ${row.userId}, ${row.everyDays}, ${row.at}, ${row.at})`.execute(
    tx,
  );
}

export async function findRule(db: Db, id: string, options: { lock?: boolean } = {}): Promise<RuleRow | undefined> {
  const { rows } = await sql<RuleRow>`
    select ${ruleColumns} from ${ruleFrom} where r.id = ${id}::uuid
    ${options.lock ? sql`for no key update of r` : sql``}`.execute(db);
  return rows[0];
}

/** Somebody keeps in touch with one relation, or one group, by one rule. */
export async function findStandingRule(
  db: Db,
  find: { partyId: string | null; groupId: string | null; userId: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from keep_in_touch where user_id = ${find.userId} and deleted_at is null
      and ${find.partyId === null ? sql`group_id = ${find.groupId}` : sql`party_id = ${find.partyId}`}`.execute(db);
  return rows[0]?.id;
}

export async function listRules(
  db: Db,
  find: { viewer: Viewer; userId: string | null; partyId: string | null },
): Promise<RuleRow[]> {
  const { viewer, userId, partyId } = find;
  const about = partyId
    ? sql`(r.party_id = ${partyId} or exists (
        select from group_members m where m.group_id = r.group_id and m.party_id = ${partyId}))`
    : sql`true`;
  const { rows } = await sql<RuleRow>`
    select ${ruleColumns} from ${ruleFrom}
    where r.deleted_at is null and u.removed_at is null and g.deleted_at is null
      and (p.id is null or (p.deleted_at is null and ${isVisibleTo(viewer, 'p')}))
      and ${userId ? sql`r.user_id = ${userId}` : sql`true`} and ${about}
    order by coalesce(p.sort_name, g.key), r.id limit 500`.execute(db);
  return rows;
}

export async function updateRule(
  tx: Tx,
  row: Allowed<RuleRow>,
  change: { everyDays: number | null; deletedAt: Date | null; at: Date },
): Promise<void> {
  await sql`
    update keep_in_touch set every_days = ${change.everyDays}, deleted_at = ${change.deletedAt}, version = version + 1,
      updated_at = ${change.at}
    where id = ${row.id}`.execute(tx);
}

const day = sql.raw(`interval '1 day'`);
/** With the own rhythm: once and a half the usual gap, so that who is a little later than usual does not ring a bell. */
const rhythmFactor = 1.5;
/** And in any case well before it would grow quiet. */
const beforeQuiet = 0.75;
/** Where nothing was heard for longer than this, nobody can say that it has been quiet (as the engine's unreadGraceDays). */
const unheardDays = 7;
/** Who has no rhythm yet. */
const unknownGapDays = 60;

/** What we sent unasked is no contact: where there was such, the latest of the rest is looked up. */
const realContact = sql.raw(`
  select case when coalesce(f.pressure, 0) = 0 then f.last_at else (
    select to_timestamp(max(latest.at_ms) / 1000) from (
      select p.id union all
      select w.from_party from relations w join relation_types wk on wk.id = w.type_id and wk.key = 'works-at'
      where w.to_party = p.id and w.until_on is null
    ) who join ties t on who.id in (t.party_a, t.party_b)
    cross join lateral (
      select e.at_ms from tie_events e where e.tie_id = t.id and e.unasked = 0 order by e.at_ms desc limit 1) latest
  ) end as last_at`);

/** A relation of the firm that one may be reminded of at all. */
const mayRemind = sql.raw(`p.deleted_at is null and not p.is_own and not p.roles && '{ignore,colleague}'::text[]`);

interface ContactAsk {
  /** Only what this user may see. */
  readonly rules: RawBuilder<unknown>;
  readonly now: Date;
  readonly dueBefore: Date | null;
  readonly onlyOpen: boolean;
  readonly limit: number;
}

/** Each relation under each rule, the first due on top. */
function contactsOf({ rules, now, dueBefore, onlyOpen, limit }: ContactAsk): RawBuilder<ContactRow> {
  return sql<ContactRow>`
    select c."ruleId", c."userId", c."partyId", c."partyName", c."lastContactAt", c."gapDays", c."dueAt", c."heldBack" from (
      select r.id as "ruleId", r.user_id as "userId", p.id as "partyId", p.name as "partyName",
        c.last_at as "lastContactAt", f.gap_days as "gapDays",
        to_timestamp(f.as_of_ms / 1000) + ${unheardDays}::int * ${day} as heard_until,
        case
          when r.every_days is not null then coalesce(c.last_at, r.created_at) + r.every_days * ${day}
          when f.gap_days is null or c.last_at is null
            then coalesce(c.last_at, r.created_at) + ${unknownGapDays}::int * ${day}
          else least(c.last_at + f.gap_days * ${rhythmFactor}::float8 * ${day},
            c.last_at + (f.quiet_at - f.last_at) * ${beforeQuiet}::float8)
        end as "dueAt",
        case
          when p.contact_wish = 'rather-not' then 'rather-not'
          when exists (
            select from today_marks k where k.user_id = r.user_id and k.party_id = p.id and k.mark = 'left-in-peace'
              and (k.until is null or k.until > ${now})) then 'left-in-peace'
          when f.pressure > 1 and f.giving_theirs < 0.05 then 'too-much-contact'
        end as "heldBack"
      from keep_in_touch r join users u on u.id = r.user_id and u.removed_at is null
      left join group_members m on m.group_id = r.group_id
      left join groups g on g.id = r.group_id
      join parties p on p.id = coalesce(r.party_id, m.party_id)
      left join party_figures f on f.party_id = p.id
      left join lateral (${realContact}) c on true
      where r.deleted_at is null and g.deleted_at is null and ${mayRemind}
        and (p.visibility = 'firm' or exists (
          select from private_parties v where v.party_id = p.id and v.user_id = r.user_id))
        and ${rules}
    ) c
    where ${dueBefore === null ? sql`true` : sql`c."dueAt" <= ${dueBefore}`}
      and ${onlyOpen ? sql`c."heldBack" is null and (c.heard_until is null or c."dueAt" <= c.heard_until)` : sql`true`}
    order by c."dueAt", c."partyId", c."ruleId" limit ${limit}`;
}

/** The members due first, of each of these rules. */
export async function listContactsOfRules(
  db: Db,
  ask: { ruleIds: readonly string[]; viewer: Viewer; partyId: string | null; now: Date; limit: number },
): Promise<ContactRow[]> {
  if (ask.ruleIds.length === 0) return [];
  const rules = sql`r.id = any(${[...ask.ruleIds]}::uuid[]) and ${isVisibleTo(ask.viewer, 'p')}
    and ${ask.partyId ? sql`p.id = ${ask.partyId}::uuid` : sql`true`}`;
  const { rows } = await contactsOf({ ...ask, rules, dueBefore: null, onlyOpen: false }).execute(db);
  return rows;
}

/** For Today: the reader's own rules, where nothing was put away. */
export async function listKeepInTouch(db: Db, ask: TodayAsk): Promise<TodayCandidate[]> {
  const rules = sql`r.user_id = ${ask.userId}::uuid and ${mayStand} and ${isUnmarked(ask, 'keep-in-touch')}`;
  const due = contactsOf({ rules, now: ask.now, dueBefore: ask.now, onlyOpen: true, limit: ask.limit });
  const { rows } = await sql<TodayCandidate>`
    select d."partyId", coalesce(f.bond, 0) as bond, '{}'::json as names,
      json_build_object('gapDays', f.gap_days, 'days',
        coalesce(floor(extract(epoch from ${ask.now}::timestamptz - d."lastContactAt") / 86400.0), -1)) as numbers
    from (${due}) d left join party_figures f on f.party_id = d."partyId"`.execute(db);
  return rows;
}

/** Due now, and nothing that holds it back; of one user, or of all. */
export async function listDueContacts(
  db: Db,
  ask: { userId: string | null; now: Date; dueBefore: Date; limit: number },
): Promise<ContactRow[]> {
  const rules = ask.userId ? sql`r.user_id = ${ask.userId}::uuid` : sql`true`;
  const { rows } = await contactsOf({ ...ask, rules, onlyOpen: true }).execute(db);
  return rows;
}
