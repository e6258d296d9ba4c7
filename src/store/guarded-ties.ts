import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface GuardedTie {
  readonly id: string;
  /** Set when one of the two is somebody's private relation: who may see the tie. */
  readonly visibleTo: readonly string[] | null;
}

/**
 * Who may see a tie. One with a private party: those who may see that party and are in the tie themselves.
 * One between two outsiders that only a mailbox knows of: that mailbox's owner.
 */
export async function findGuardedTie(db: Db, id: string): Promise<GuardedTie | undefined> {
  const { rows } = await sql<GuardedTie>`
    select t.id, case
      when a.visibility = 'private' or b.visibility = 'private' then coalesce((
        select array_agg(v.user_id) from private_parties v join users u on u.id = v.user_id
        where v.party_id in (case when a.visibility = 'private' then a.id end, case when b.visibility = 'private' then b.id end)
          and u.party_id in (a.id, b.id)), '{}')
      when not a.is_own and not b.is_own then (
        select case when bool_and(c.is_private) then array_agg(distinct c.owner_user_id) end
        from tie_states s join sources c on c.number = any(s.sources) where s.tie_id = t.id)
      end as "visibleTo"
    from ties t join parties a on a.id = t.party_a join parties b on b.id = t.party_b
    where t.id = ${id}`.execute(db);
  return rows[0];
}
