/** What is open between us and all relations together, page by page. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isTextReadBy } from './mail-sharing.ts';
import { findOwedFloor, isStillOwed, nothingWentBack } from './owed-thanks.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

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

const stretch = 1_000;
const firstId = '00000000-0000-0000-0000-000000000000';

/** The latest first, gone through in stretches: most of what was given long ago has been thanked for. */
export async function listThanksRows(db: Db, page: ThanksPage): Promise<ThanksRow[]> {
  const found: ThanksRow[] = [];
  for (let { after } = page; ; ) {
    const beforeMs = after?.atMs ?? null;
    const end = await findOwedFloor(db, { sinceMs: page.sinceMs, beforeMs, most: stretch });
    // Where more than a stretch is of one instant, all the rest is gone through at once.
    const floor = end !== null && beforeMs !== null && end > beforeMs - 0.001 ? null : end;
    const limit = page.limit - found.length;
    found.push(...(await listThanksSince(db, { ...page, sinceMs: floor ?? page.sinceMs, after, limit })));
    if (floor === null || found.length >= page.limit) return found;
    // All of the floor's own instant comes with the next.
    after = { atMs: floor + 0.0005, interactionId: firstId, kind: '' };
  }
}

/** The kinds are those of the index benefits_owed. */
async function listThanksSince(db: Db, { viewer, sinceMs, after, limit }: ThanksPage): Promise<ThanksRow[]> {
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
      and ${nothingWentBack}
    order by g.at_ms desc, g.interaction_id desc, g.kind desc limit ${limit}`.execute(db);
  return rows;
}

/** Of the benefit `b` or `g` what was said of it in its interaction `i`. */
export const gotForItOf = sql.raw(`(select said->>'gotForIt' from jsonb_array_elements(i.benefits) said
  where said->>'kind' = g.kind and said ? 'gotForIt' limit 1)`);
