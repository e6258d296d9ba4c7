/** Which message answers which: known once the nearest of what it names has come in, in whatever order they come. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/**
 * Links the rows that are given, and all that name one of the given keys, to their nearest known parent.
 * Only who was in a message answers it, or one of us: anybody can write any In-Reply-To into a mail.
 * Answers the ids of those whose parent changed: their ties are to be derived again.
 * Each row is looked up by its own key whatever the planner believes (hence `offset 0` and `materialized`): a log may
 * grow a hundredfold in one import, before PostgreSQL has counted anything of it.
 */
export async function linkAnswers(
  tx: Tx,
  find: { sourceNumber: number; keys: readonly string[]; ids: readonly string[] },
): Promise<{ id: string; answeredAt: Date | null; answeredFrom: string | null }[]> {
  const { rows } = await sql<{ id: string; answeredAt: Date | null; answeredFrom: string | null }>`
    with named_first as materialized (
      select c.id, c.answers, c.from_party from unnest(${[...find.keys]}::text[]) as k(key) cross join lateral (
        select id, answers, from_party from interactions
        where source_number = ${find.sourceNumber} and answers[1] = k.key and answers <> '{}' offset 0
      ) c
    ), named_beyond as materialized (
      select c.id, c.answers, c.from_party from unnest(${[...find.keys]}::text[]) as k(key) cross join lateral (
        select id, answers, source_number, from_party from interactions
        where answers @> array[k.key] and answers <> '{}' and answered_place is distinct from 1 offset 0
      ) c where c.source_number = ${find.sourceNumber}
    ), child as materialized (
      select id, answers, from_party from named_first
      union select id, answers, from_party from named_beyond
      union select id, answers, from_party from interactions where id = any(${[...find.ids]}::uuid[]) and answers <> '{}'
    ), nearest as (
      select child.id, parent.happened_at, parent.from_party, parent.place
      from child left join lateral (
        select p.happened_at, p.from_party, a.place
        from unnest(child.answers) with ordinality as a(key, place) cross join lateral (
          select happened_at, from_party, to_parties from interactions
          where source_number = ${find.sourceNumber} and source_key = a.key and id <> child.id offset 0
        ) p
        where child.from_party = p.from_party or child.from_party = any(p.to_parties)
          or exists (select from parties o where o.id = child.from_party and o.is_own)
        order by a.place limit 1
      ) parent on true
    )
    update interactions i
    set answered_at = nearest.happened_at, answered_from = nearest.from_party, answered_place = nearest.place
    from nearest
    where i.id = nearest.id and (i.answered_at, i.answered_from, i.answered_place)
      is distinct from (nearest.happened_at, nearest.from_party, nearest.place::smallint)
    returning i.id, i.answered_at as "answeredAt", i.answered_from as "answeredFrom"`.execute(tx);
  return rows;
}
