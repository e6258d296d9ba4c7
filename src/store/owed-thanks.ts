/** When thanks are still owed for a benefit `g`, given in the interaction `i` by the party `p`. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Who got something for it has been thanked; and that a newcomer bought is of the same introduction. */
export const isStillOwed =
  sql.raw(`not i.benefits @> jsonb_build_array(jsonb_build_object('kind', g.kind, 'gotForIt', 'yes'))
  and not exists (select from introduced_benefits n where n.interaction_id = i.id and n.step = 'bought')`);

/** Since the benefit `g` of the party `p` nobody gave them anything for it. */
export const nothingWentBack = sql.raw(`not exists (
  select from ties tt join benefits back on back.tie_id = tt.id
  where p.id in (tt.party_a, tt.party_b) and back.at_ms > g.at_ms
    and back.direction = case when tt.party_a = p.id then 1 else 0 end
    and back.kind in ('thanks', 'gift', 'discount', 'early-access', 'help'))`);

/** Since when the latest so many were given, of those after which thanks may be owed; null: there are no more than that. */
export async function findOwedFloor(
  db: Db,
  find: { sinceMs: number; beforeMs: number | null; most: number },
): Promise<number | null> {
  const { rows } = await sql<{ atMs: number }>`
    select at_ms as "atMs" from benefits
    where kind in ('help', 'referral', 'introduction', 'idea') and at_ms > ${find.sinceMs}
      and ${find.beforeMs === null ? sql`true` : sql`at_ms <= ${find.beforeMs}`}
    order by at_ms desc offset ${find.most} limit 1`.execute(db);
  return rows[0]?.atMs ?? null;
}
