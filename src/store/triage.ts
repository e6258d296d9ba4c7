/** Relations of which nobody has said yet what they are. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

const isOpen = (viewer: Viewer) => sql`
  p.kind = 'person' and p.triaged_at is null and p.deleted_at is null and not p.is_own and ${isVisibleTo(viewer, 'p')}`;

export interface TriageRow {
  readonly id: string;
  readonly contactCount: number;
  readonly ordersCount: number;
  readonly isPrivate: boolean;
}

/** Most contact first. Only who was really in contact: a name in a copy line is no question worth asking. */
export async function listTriage(
  db: Db,
  page: { viewer: Viewer; after: { contactCount: number; id: string } | null; limit: number },
): Promise<TriageRow[]> {
  const { after } = page;
  const { rows } = await sql<TriageRow>`
    select p.id, f.contact_count as "contactCount", p.visibility = 'private' as "isPrivate",
      (select count(*) from ties t join tie_states s on s.tie_id = t.id
        where (t.party_a = p.id or t.party_b = p.id) and s.purchase_contact > 0) as "ordersCount"
    from party_figures f join parties p on p.id = f.party_id
    where ${isOpen(page.viewer)} and f.contact_count > 0
      and ${after === null ? sql`true` : sql`(f.contact_count, p.id) < (${after.contactCount}, ${after.id}::uuid)`}
    order by f.contact_count desc, p.id desc limit ${page.limit}`.execute(db);
  return rows;
}

export async function countTriage(db: Db, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*) as "left" from party_figures f join parties p on p.id = f.party_id
    where ${isOpen(viewer)} and f.contact_count > 0`.execute(db);
  return rows[0]?.left ?? 0;
}
