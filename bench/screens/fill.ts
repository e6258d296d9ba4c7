/** What the kept house has none of, in amounts that a firm of this size would have: made by PostgreSQL itself, once. */
import { type RawBuilder, sql } from 'kysely';
import type { UserActor } from '#services/context.ts';
import type { Db } from '#store/database.ts';
import { findSetting, putSetting } from '#store/settings.ts';
import { transact } from '#store/transact.ts';

const marker = 'bench-screens';
const filled = 1;

/** The n-th of these pages; only the bench knows an address beforehand. */
export function tokenOf(letter: 'm' | 'v', n: number): string {
  return String(n).padStart(43, letter);
}

export async function fillScreens(db: Db, users: readonly [UserActor, UserActor]): Promise<void> {
  if ((await findSetting(db, marker)) === filled) return;
  await db.connection().execute(async (connection) => {
    const run = (statement: RawBuilder<unknown>) => statement.execute(connection);
    // People outside in an order of chance, each with the colleague of one tie.
    await run(sql`create temp table near as
      select row_number() over (order by md5(p.id::text))::int as n, t.id as tie_id, p.id as party_id, o.id as own_id,
        t.party_a = o.id as is_ours_a
      from (select distinct on (other) t.*, case when a.is_own then party_b else party_a end as other from ties t
        join parties a on a.id = t.party_a order by other, t.id) t
      join parties p on p.id = t.other and not p.is_own and p.kind = 'person' and p.deleted_at is null
      join parties o on o.is_own and o.id in (t.party_a, t.party_b)`);
    await run(sql`create temp table firms as
      select row_number() over (order by md5(id::text))::int as n, id as party_id from parties
      where kind = 'organisation' and not is_own and deleted_at is null`);
    await run(sql`create temp table askers as select n, id from unnest(${users.map(({ userId }) => userId)}::uuid[])
      with ordinality as u (id, n)`);
    await run(sql`analyze near`);
    for (const statement of statements) await run(statement);
    await run(sql`drop table near, firms, askers`);
    await run(sql`vacuum analyze`);
  });
  await transact(db, (tx) => putSetting(tx, marker, filled));
}

const shares = sql.raw(`jsonb_build_object('brand', round((.2 + n % 6 / 10.0)::numeric, 2),
  'price', round(((.8 - n % 6 / 10.0) / 2)::numeric, 2), 'personal', round(((.8 - n % 6 / 10.0) / 2)::numeric, 2))`);
const ago = (days: RawBuilder<unknown>) => sql`now() - (${days}) * interval '1 hour'`;
const hours = (spread: number) => ago(sql.raw(`n * 7919 % ${spread * 24}`));

const statements: readonly RawBuilder<unknown>[] = [
  // Given and taken: 40,000 more that somebody did for the other, a fifth of them with what is owed for it.
  sql`insert into benefits (tie_id, interaction_id, direction, kind, weight, at_ms)
    select t.id, i.id, case when t.party_a = i.from_party then 0 else 1 end,
      (array['referral', 'gift', 'discount', 'advice', 'review'])[1 + i.n % 5], 1, extract(epoch from i.happened_at) * 1000
    from (select *, row_number() over (order by happened_at desc, id)::int as n from interactions
      where kind = 'call' and source_number = 1 order by happened_at desc limit 40000) i
    join ties t on t.party_a = least(i.from_party, i.to_parties[1]) and t.party_b = greatest(i.from_party, i.to_parties[1])
    on conflict do nothing`,
  sql`insert into promises (tie_id, id, kind, owed_by, text, due_at, settled_at, outcome, author_id, created_at)
    select tie_id, gen_random_uuid(), case when n % 3 = 0 then 'answer' else 'promise' end,
      case when is_ours_a = (n % 4 > 0) then 0 else 1 end, 'Een proefzak sturen ' || n,
      now() + (60 - n % 120) * interval '1 day', case when n % 5 > 2 then ${hours(200)} end,
      case when n % 5 > 2 then 'kept' end, (select id from askers where askers.n = 1), ${hours(400)}
    from near where n <= 6000`,
  sql`insert into faults (tie_id, id, by_side, facet, weight, what, why, told_at, at, made_good_at, made_good_how)
    select tie_id, gen_random_uuid(), case when is_ours_a then 0 else 1 end, n % 3, 1, 'Te laat geleverd ' || n, null, null,
      ${hours(300)}, case when n % 3 > 0 then now() end, case when n % 3 > 0 then 'Zak gratis' end
    from near where n between 6001 and 9000`,
  sql`insert into ideas (id, party_id, text, status, came_at, came_by, delivered_in, delivered_on, told_at, told_by,
      thanked_at, thanked_by, naming, colleague_id, created_at, updated_at)
    select gen_random_uuid(), party_id, 'Een kleinere zak ' || n,
      (array['new', 'considering', 'doing', 'delivered', 'not-now'])[1 + n % 5], ${hours(700)}, 'mail',
      case when n % 5 = 3 then 'Blend ' || n % 40 end, case when n % 5 = 3 then current_date - n % 300 end,
      case when n % 10 = 3 then now() end, case when n % 10 = 3 then 'mail' end,
      case when n % 4 = 0 then now() end, case when n % 4 = 0 then 'call' end, 'unasked', own_id, now(), now()
    from near where n between 9001 and 14000`,
  sql`insert into house_rules (id, trigger, act, within_days, since_on, created_at, updated_at)
    select gen_random_uuid(), rule, 'Een kaart sturen', 3, current_date - 400, now(), now()
    from unnest(array['introduction', 'first-order', 'help', 'gift', 'review', 'idea']) rule`,
  sql`insert into house_rule_cases (rule_id, key, party_id, happened_on, due_on)
    select r.id, r.id || ' ' || n, party_id, current_date - n % 400, current_date + 3 - n % 400
    from near join (select id, row_number() over () as place from house_rules) r on r.place = 1 + n % 6 where n <= 6000`,
  sql`insert into expectations (id, party_id, asked_on, of_us, of_them, changed, asked_by, created_at, updated_at)
    select gen_random_uuid(), party_id, current_date - n % 700, 'Op tijd', 'Vooruit bestellen', null,
      (select id from askers where askers.n = 1), now(), now() from near where n between 14001 and 17000`,
  sql`insert into foundation_statements (id, party_id, kind, ground, words, colleague_id, said_at, author_id, created_at)
    select gen_random_uuid(), party_id, (array['brand', 'price', 'personal'])[1 + n % 3],
      case when n % 2 = 0 then 'said' else 'survey' end, 'Om de smaak', own_id, ${hours(600)},
      (select id from askers where askers.n = 1), now() from near, generate_series(1, 2) where n <= 10000`,
  sql`insert into party_foundations (party_id, shares, uncertainty, n, ground, largest, as_of)
    select party_id, ${shares}, .3, 3, 'said', case when n % 6 >= 2 then 'brand' else 'price' end, now()
    from (select n, party_id from near where n <= 20000 union all select n, party_id from firms where n <= 10000) one`,
  sql`insert into foundation_readings (id, party_id, shares, uncertainty, n, ground, at)
    select gen_random_uuid(), party_id, ${shares}, .4, 2, 'said', ${hours(600)} from near, generate_series(1, 2)
    where n <= 20000`,
  sql`with made as (
      insert into plans (id, party_id, goal, hangs_on, helper_id, dependency_then, second_then, contacts_then, due_on,
        started_at, ended_at, outcome, author_id, updated_at)
      select gen_random_uuid(), party_id, 'Ook aan Bram gehecht ' || n, own_id, null, .8, .1, 12, current_date + 60,
        ${hours(200)}, case when n % 3 = 0 then now() end, case when n % 3 = 0 then 'reached' end,
        (select id from askers where askers.n = 1), now() from near where n between 17001 and 18000
      returning id, party_id),
    steps as (
      insert into tasks (id, title, party_id, assignee_id, created_by, due_on, sort_at, created_at, updated_at)
      select gen_random_uuid(), 'Bram meenemen ' || place, party_id, (select id from askers where askers.n = 2), null,
        current_date + place, now() + place * interval '1 day', now(), now() from made, generate_series(1, 3) place
      returning id, party_id)
    insert into plan_steps (plan_id, task_id, place)
    select made.id, steps.id, row_number() over (partition by made.id) from made join steps using (party_id)`,
  sql`insert into surveys (id, kind, way, party_id, colleague_id, asked_by, asked_at, answered_at, answer, marks, words)
    select gen_random_uuid(), case when n % 4 = 0 then 'four' else 'missing' end,
      case when n % 10 = 0 or n % 4 = 0 then 'link' else 'in-person' end, party_id, own_id,
      (select id from askers where askers.n = 1), ${hours(500)}, case when n % 10 > 0 then ${hours(499)} end,
      case when n % 10 > 0 and n % 4 > 0 then n % 3 end,
      case when n % 10 > 0 and n % 4 = 0
        then jsonb_build_object('quality', 4, 'satisfaction', 5, 'value', 1 + n % 5, 'bond', 3) end, null
    from near where n between 18001 and 28000`,
  sql`insert into survey_refusals (party_id, at) select party_id, now() from near where n between 28001 and 28500`,
  sql`insert into unshown_introducers (party_id, created_at) select party_id, now() from near where n between 28501 and 29000`,
  sql`insert into reports (id, party_id, colleague_id, keeper_id, kind, channel, subject, text, reported_at, status,
      what_we_did, why, solved_at, heard_at, published_at, published, due_at, created_at, updated_at)
    select gen_random_uuid(), party_id, own_id, own_id, case when n % 4 = 0 then 'question' else 'complaint' end, 'mail',
      'Zakken kapot ' || n, 'Er lagen bonen in de doos', ${hours(500)}, case when n % 5 = 0 then 'received' else 'closed' end,
      case when n % 5 > 0 then 'Nieuwe gestuurd' end, case when n % 5 > 0 then 'Naad niet dicht' end,
      case when n % 5 > 0 then now() end, ${hours(499)}, now() - interval '1 day',
      jsonb_build_object('number', n, 'kind', 'complaint', 'subject', 'Zakken kapot', 'text', 'Er lagen bonen in de doos',
        'reportedAt', '2026-10-01T09:00:00.000Z', 'status', 'received', 'whatWeDid', null, 'why', null, 'solvedAt', null,
        'next', null, 'nextDueAt', null, 'keeper', 'Sanne'),
      case when n % 5 = 0 then now() + (10 - n % 20) * interval '1 day' end, now(), now()
    from near where n between 29001 and 34000`,
  sql`insert into report_answers (id, report_id, text, at)
    select gen_random_uuid(), id, 'Dank, ze zijn er', now() from reports, generate_series(1, 2)`,
  sql`insert into public_links (id, kind, record_id, token_hash, created_at)
    select gen_random_uuid(), 'report', id,
      sha256(convert_to(lpad((row_number() over (order by number))::text, 43, 'm'), 'UTF8')), now() from reports`,
  sql`insert into public_links (id, kind, record_id, token_hash, created_at)
    select gen_random_uuid(), 'survey', id,
      sha256(convert_to(lpad((row_number() over (order by asked_at, id))::text, 43, 'v'), 'UTF8')), now()
    from surveys where way = 'link' and answered_at is null`,
  sql`insert into proposals (id, owner_user_id, interaction_id, party_id, kind, key, text, data, happened_at)
    select gen_random_uuid(), askers.id, i.id, i.from_party, 'thanks', 'meting ' || i.id, 'Dank je wel', '{"by": "theirs"}', i.happened_at
    from askers, (select i.* from interactions i join parties p on p.id = i.from_party and not p.is_own
      where i.kind = 'message' and i.mail_class = 'person' order by i.happened_at desc limit 400) i`,
  // Friends, brothers and who brought whom, besides who works where.
  sql`insert into relations (id, type_id, from_party, to_party, created_at)
    select gen_random_uuid(), t.id, one.party_id, other.party_id, now()
    from near one join near other on other.n = one.n + 1000
    join relation_types t on t.key = (array['friend', 'introduced', 'works-with'])[1 + one.n % 3]
    where one.n between 34001 and 40000 on conflict do nothing`,
];
