/** On whom the firm leans: the same relations that the list shows under `dependencyOn`. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface Leaning {
  readonly colleague: { readonly id: string; readonly name: string };
  readonly count: number;
}

export async function findLeaning(db: Db, fewest: number): Promise<Leaning | null> {
  const { rows } = await sql<{ id: string; name: string; count: number }>`
    select c.id, c.name, count(*)::int as count
    from party_figures f join parties p on p.id = f.party_id join parties c on c.id = f.dependency_on
    where f.dependency > 0.5 and p.kind = 'organisation' and p.deleted_at is null and p.visibility = 'firm'
      and not p.roles && '{private,ignore,colleague}'::text[]
    group by c.id, c.name having count(*) >= ${fewest} order by count desc, c.id limit 1`.execute(db);
  const [row] = rows;
  return row ? { colleague: { id: row.id, name: row.name }, count: row.count } : null;
}
