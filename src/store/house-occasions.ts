/** What happened that a rule of the house waits for: each occasion once, by a key that stays the same. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import type { HouseTrigger } from './house-rules.ts';

export interface Occasion {
  readonly key: string;
  readonly partyId: string;
  readonly happenedOn: string;
  /** The user with whom it happened, if it was one of us. */
  readonly userId: string | null;
}

interface Ask {
  readonly ruleId: string;
  readonly trigger: HouseTrigger;
  /** From this day on, at the firm. */
  readonly fromOn: string;
  readonly on: string;
  readonly timeZone: string;
  readonly limit: number;
}

/** Firm-visible relations that would hear from us: nobody private, nobody ignored, nobody who rather would not. */
const mayAct = sql.raw(`p.deleted_at is null and p.visibility = 'firm' and not p.is_own and not 'ignore' = any(p.roles)
  and p.contact_wish is distinct from 'rather-not'`);

/** Those that had no task yet, the oldest first. */
export async function listOccasions(db: Db, ask: Ask): Promise<Occasion[]> {
  const { rows } = await sql<Occasion>`
    select o.key, o."partyId", o."happenedOn", u.id as "userId"
    from (${occasionsOf(ask)}) o join parties p on p.id = o."partyId"
    left join users u on u.party_id = o.ours and u.removed_at is null
    where ${mayAct} and o."happenedOn" >= ${ask.fromOn}::date and not exists (
      select from house_rule_cases c where c.rule_id = ${ask.ruleId}::uuid and c.key = o.key)
    order by o."happenedOn", o.key limit ${ask.limit}`.execute(db);
  return rows;
}

function occasionsOf(ask: Ask): RawBuilder<unknown> {
  switch (ask.trigger) {
    case 'introduction':
      // Said and written down on one day is one: so is what Hecht itself wrote down beside it.
      return fromThem(
        ask,
        `${isBrought('i')} and not exists (
        select from interactions same where same.from_party = i.from_party and ${isBrought('same')}
          and same.twin_of is null and same.happened_at::date = i.happened_at::date
          and (same.happened_at, same.id) < (i.happened_at, i.id))`,
      );
    case 'help':
    case 'gift':
    case 'review':
    case 'idea':
      return fromThem(ask, `i.kind = '${ask.trigger}'`);
    case 'first-order':
      return fromThem(
        ask,
        `i.kind = 'order' and not exists (
        select from interactions before where before.from_party = i.from_party and before.happened_at < i.happened_at
          and before.kind = 'order' and before.twin_of is null)`,
      );
    case 'complaint-closed':
      return toThem(ask);
    case 'idea-delivered':
      return sql`
        select 'idea-delivered ' || d.id as key, d.party_id as "partyId", d.delivered_on as "happenedOn",
          d.colleague_id as ours
        from ideas d where d.deleted_at is null and d.delivered_on >= ${ask.fromOn}::date`;
    case 'birthday':
      return birthdays(ask);
  }
}

const isBrought = (of: string) => `${of}.kind in ('introduction', 'referral')`;

/** Nothing of what is read in a mailbox that its owner did not share. */
const isOpen = sql.raw(`i.twin_of is null and (i.owner_user_id is null or i.shared_at is not null)`);

/** The condition names its kinds outright: only so the index of just those is used. */
function fromThem({ fromOn, timeZone }: Ask, condition: string): RawBuilder<unknown> {
  return sql`
    select 'moment ' || i.id as key, i.from_party as "partyId",
      (i.happened_at at time zone ${timeZone}::text)::date as "happenedOn", i.to_parties[1] as ours
    from interactions i
    where ${sql.raw(condition)} and ${isOpen} and i.happened_at >= (${fromOn}::date - 1)::timestamptz
      and exists (select from parties us where us.id = any(i.to_parties) and us.is_own)`;
}

function toThem({ fromOn, timeZone }: Ask): RawBuilder<unknown> {
  return sql`
    select 'moment ' || i.id as key, i.to_parties[1] as "partyId",
      (i.happened_at at time zone ${timeZone}::text)::date as "happenedOn", i.from_party as ours
    from interactions i join parties us on us.id = i.from_party and us.is_own
    where i.kind in ('complaint-told', 'complaint-closed') and ${isOpen}
      and i.happened_at >= (${fromOn}::date - 1)::timestamptz`;
}

/** A week ahead, so that a card can be there on the day. */
function birthdays({ on }: Ask): RawBuilder<unknown> {
  return sql`
    select 'birthday ' || b.id || ' ' || to_char(day.at, 'YYYY') as key, b.id as "partyId", day.at as "happenedOn",
      null::uuid as ours
    from (select ${on}::date + ahead as at from generate_series(0, 7) ahead) day
    join parties b on b.birthday is not null and right(b.birthday, 5) = to_char(day.at, 'MM-DD')`;
}
