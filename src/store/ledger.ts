/** What each side gave the other, line by line. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface LedgerRow {
  readonly interactionId: string;
  readonly tieId: string;
  readonly direction: 0 | 1;
  readonly kind: string;
  readonly weight: number;
  readonly atMs: number;
  readonly channel: string;
}

/** Newest first; the key is what a cursor goes on from. */
export async function listLedger(
  db: Db,
  find: {
    tieIds: readonly string[];
    after: { atMs: number; interactionId: string; kind: string } | null;
    limit: number;
  },
): Promise<LedgerRow[]> {
  const { after } = find;
  const { rows } = await sql<LedgerRow>`
    select b.interaction_id as "interactionId", b.tie_id as "tieId", b.direction, b.kind, b.weight, b.at_ms as "atMs",
      i.channel
    from benefits b join interactions i on i.id = b.interaction_id
    where b.tie_id = any(${[...find.tieIds]}::uuid[])
      and ${
        after === null
          ? sql`true`
          : sql`(b.at_ms, b.interaction_id, b.kind) < (${after.atMs}, ${after.interactionId}::uuid, ${after.kind}::text)`
      }
    order by b.at_ms desc, b.interaction_id desc, b.kind desc limit ${find.limit}`.execute(db);
  return rows;
}
