/** What is open between us and all relations together, page by page. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isTextReadBy } from './mail-sharing.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';
import { isStillOwed } from './today-lines.ts';

export interface ThanksRow {
  readonly interactionId: string;
  readonly kind: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly colleagueId: string;
  readonly colleagueName: string;
  readonly what: string | null;
  readonly atMs: number;
  readonly gotForIt: 'yes' | 'no' | null;
  readonly newcomer: { readonly id: string; readonly name: string } | null;
}

interface ThanksPage {
  readonly viewer: Viewer;
  readonly sinceMs: number;
  readonly after: { readonly atMs: number; readonly interactionId: string; readonly kind: string } | null;
  readonly limit: number;
}

/** The kinds are those of the index benefits_owed. */
export async function listThanksRows(db: Db, { viewer, sinceMs, after, limit }: ThanksPage): Promise<ThanksRow[]> {
  const { rows } = await sql<ThanksRow>`
    select g.interaction_id as "interactionId", g.kind, g.at_ms as "atMs", p.id as "partyId", p.name as "partyName",
      o.id as "colleagueId", o.name as "colleagueName", coalesce(i.subject, left(i.snippet, 300)) as what,
      ${gotForItOf} as "gotForIt",
      (select json_build_object('id', n.id, 'name', n.name) from introduced_benefits b
        join parties n on n.id = b.newcomer_id and n.deleted_at is null and ${isVisibleTo(viewer, 'n')}
        where b.interaction_id = i.id limit 1) as newcomer
    from benefits g join ties t on t.id = g.tie_id
    join parties o on o.is_own and o.id = case when g.direction = 1 then t.party_a else t.party_b end
    join parties p on p.id = case when g.direction = 1 then t.party_b else t.party_a end
    join interactions i on i.id = g.interaction_id
    where g.kind in ('help', 'referral', 'introduction', 'idea') and g.at_ms > ${sinceMs}
      and ${after === null ? sql`true` : sql`(g.at_ms, g.interaction_id, g.kind) < (${after.atMs}, ${after.interactionId}::uuid, ${after.kind}::text)`}
      and not p.is_own and p.deleted_at is null and not 'ignore' = any(p.roles) and ${isVisibleTo(viewer, 'p')}
      and ${isTextReadBy(viewer, 'i')} and ${isStillOwed}
      and not exists (
        select from ties tt join benefits back on back.tie_id = tt.id
        where p.id in (tt.party_a, tt.party_b) and back.at_ms > g.at_ms
          and back.direction = case when tt.party_a = p.id then 1 else 0 end
          and back.kind in ('thanks', 'gift', 'discount', 'early-access', 'help'))
    order by g.at_ms desc, g.interaction_id desc, g.kind desc limit ${limit}`.execute(db);
  return rows;
}

/** Of the benefit `b` or `g` what was said of it in its interaction `i`. */
export const gotForItOf = sql.raw(`(select said->>'gotForIt' from jsonb_array_elements(i.benefits) said
  where said->>'kind' = g.kind and said ? 'gotForIt' limit 1)`);
