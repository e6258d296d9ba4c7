/**
 * Whom a mailbox made and nobody looked for is folded away in lists: the firm behind a mail domain that is only one person,
 * and who only ever sent mailings. The mark is kept, not worked out while listing, and is only ever taken away.
 */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** There is more to these: somebody was in contact with them or wrote about them. A firm of which that makes two people too. */
export async function unfoldParties(tx: Tx, partyIds: readonly string[]): Promise<void> {
  if (partyIds.length === 0) return;
  const ids = [...partyIds];
  await sql`
    with shown as (
      update parties set is_folded = false where id = any(${ids}::uuid[]) and is_folded
    )
    update parties o set is_folded = false
    from (
      select distinct r.to_party as id from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      where r.from_party = any(${ids}::uuid[])
    ) employer
    where o.id = employer.id and o.is_folded and not o.id = any(${ids}::uuid[]) and (
      select count(*) from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      join parties p on p.id = r.from_party
      where r.to_party = o.id and r.until_on is null and p.deleted_at is null
        and (not p.is_folded or p.id = any(${ids}::uuid[]))) > 1`.execute(tx);
}
