/** Who turned to whom in one tie, with what the screen tells of it. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isSubjectReadBy, isTextReadBy } from './mail-sharing.ts';

export interface TieTurnRow {
  readonly ref: string;
  readonly direction: 0 | 1;
  readonly atMs: number;
  readonly contact: number;
  readonly benefit: number;
  readonly channel: string;
  readonly kind: string;
  readonly subject: string | null;
  /** It answers something that the other end of the tie wrote. */
  readonly isAnswer: boolean;
}

export async function listTieTurns(
  db: Db,
  find: { tieId: string; sinceMs: number; viewer: string | null; most: number },
): Promise<TieTurnRow[]> {
  const { rows } = await sql<TieTurnRow>`
    select e.interaction_id as ref, e.direction, e.at_ms as "atMs", e.contact, e.benefit, i.channel,
      case when ${isTextReadBy(find.viewer, 'i')} then i.kind else 'message' end as kind,
      case when ${isSubjectReadBy(find.viewer, 'i')} then i.subject end as subject,
      i.answered_from is not null and i.answered_from in (t.party_a, t.party_b) and i.answered_from <> i.from_party
        and i.from_party = case when e.direction = 0 then t.party_a else t.party_b end as "isAnswer"
    from tie_events e join interactions i on i.id = e.interaction_id join ties t on t.id = e.tie_id
    where e.tie_id = ${find.tieId}::uuid and e.at_ms >= ${find.sinceMs} and e.contact + e.benefit > 0
    order by e.at_ms desc limit ${find.most}`.execute(db);
  return rows;
}
