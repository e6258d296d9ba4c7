/** Which message answers which: known once the nearest of what it names has come in, in whatever order they come. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/**
 * Links the rows that are given, and all that name one of the given keys, to their nearest known parent.
 * Answers the ids of those whose parent changed: their ties are to be derived again.
 */
export async function linkAnswers(
  tx: Tx,
  find: { sourceNumber: number; keys: readonly string[]; ids: readonly string[] },
): Promise<{ id: string; answeredAt: Date | null; answeredFrom: string | null }[]> {
  const { rows } = await sql<{ id: string; answeredAt: Date | null; answeredFrom: string | null }>`
    with child as materialized (
      select id, answers from interactions
      where answers <> '{}' and source_number = ${find.sourceNumber} and answers[1] = any(${[...find.keys]}::text[])
      union
      select id, answers from interactions
      where answers <> '{}' and answered_place is distinct from 1 and source_number = ${find.sourceNumber}
        and answers && ${[...find.keys]}::text[]
      union
      select id, answers from interactions where answers <> '{}' and id = any(${[...find.ids]}::uuid[])
    ), nearest as (
      select child.id, parent.happened_at, parent.from_party, parent.place
      from child left join lateral (
        select p.happened_at, p.from_party, a.place
        from unnest(child.answers) with ordinality as a(key, place)
        join interactions p on p.source_number = ${find.sourceNumber} and p.source_key = a.key and p.id <> child.id
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
