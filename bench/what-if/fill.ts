/** A firm of so many ties, made by PostgreSQL itself: figures, a year line, works-at, foundations of half of them. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#store/database.ts';

const colleagues = 12;
const now = sql.raw(`timestamptz '2026-11-21T09:00:00Z'`);
const figures = sql.raw('as_of_ms, bond, trust, reciprocity, intensity, time, knowledge, status, alarm, potential');

/** Six of ten ties through the one contact of a firm, two through a second colleague there, two with somebody at no firm. */
export async function fillTies(db: Db, ties: number): Promise<{ colleagueId: string; contactId: string }> {
  const firms = Math.round(ties * 0.6);
  const people = Math.round(ties * 0.8);
  const run = (statement: RawBuilder<unknown>) => statement.execute(db);
  await run(sql`select setseed(0.42)`);
  await run(sql`create temp table who as
    select n, 'colleague' as sort, gen_random_uuid() as id from generate_series(1, ${colleagues}::int) n
    union all select n, 'firm', gen_random_uuid() from generate_series(1, ${firms}::int) n
    union all select n, 'person', gen_random_uuid() from generate_series(1, ${people}::int) n`);
  await run(sql`insert into parties (id, kind, name, sort_name, search_text, is_own, roles, created_at, updated_at)
    select id, case sort when 'firm' then 'organisation' else 'person' end, sort || ' ' || n, sort || n, sort || n,
      sort = 'colleague', case sort when 'colleague' then '{}'::text[] else '{customer}' end, ${now}, ${now} from who`);
  await run(sql`insert into relations (id, type_id, from_party, to_party, created_at)
    select gen_random_uuid(), (select id from relation_types where key = 'works-at'), p.id, f.id, ${now}
    from who p join who f on f.sort = 'firm' and f.n = p.n where p.sort = 'person'`);
  // Four of ten run through the first colleague.
  await run(sql`insert into ties (id, party_a, party_b, created_at)
    select gen_random_uuid(), least(p.id, c.id), greatest(p.id, c.id), ${now} from (
      select id, case when n % 10 < 4 then 1 else 2 + n % (${colleagues}::int - 2) end as with_n from who where sort = 'person'
      union all
      select id, 3 + n % (${colleagues}::int - 3) from who where sort = 'person' and n <= ${ties - people}::int
    ) p join who c on c.sort = 'colleague' and c.n = p.with_n on conflict do nothing`);
  await run(sql`insert into tie_figures (tie_id, ${figures}, giving_ab, giving_ba, pressure, gap_days, known_gaps, trend, due_at)
    select id, 0, s, s, s, s, s, 'kkkk', 'relationship', 'none', 0, s, s, 0, 14, 9, 0, ${now}
    from (select id, random() as s from ties) t`);
  await run(sql`insert into tie_history (tie_id, week, bond, trust, reciprocity, intensity, time)
    select id, 2900 + 6 * w, random(), .5, .5, .5, random() from ties, generate_series(0, 8) w`);
  await run(sql`insert into party_figures (party_id, ${figures}, status_rank, giving_ours, giving_theirs, pressure, trend,
      dependency_on)
    select id, 0, s, s, s, s, sqrt(s), 'kkkk', 'relationship', case when s < .05 then 'gone' else 'none' end, 0, 3, s, s, 0, 0,
      case when s < .9 then (select id from who where sort = 'colleague' and n = 1) end
    from (select id, random() as s from who where sort <> 'colleague') w`);
  await run(sql`insert into party_foundations (party_id, shares, uncertainty, n, ground, largest, as_of)
    select id, jsonb_build_object('brand', b, 'price', (1 - b) / 2, 'personal', (1 - b) / 2), .3, 3, 'said', 'brand', ${now}
    from (select id, random() as b from who where sort = 'firm' and n % 2 = 0) w`);
  await run(sql`analyze`);
  const { rows } = await sql<{ id: string; sort: string }>`select id, sort from who where n = 1`.execute(db);
  const idOf = (sort: string) => rows.find((row) => row.sort === sort)?.id ?? '';
  return { colleagueId: idOf('colleague'), contactId: idOf('person') };
}
