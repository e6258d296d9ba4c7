/** The last line that was kept of a contact with this party, or with somebody who works there, as far as the viewer may read it. */
import { type RawBuilder, sql } from 'kysely';
import { isTextReadBy } from './mail-sharing.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface KeptLine {
  readonly interactionId: string;
  readonly text: string;
  readonly at: string;
}

/** So many are looked through for one that this viewer may read. */
const mostLookedAt = 50;

interface Find {
  readonly partyId: string;
  readonly viewer: Viewer;
  readonly viewerPartyId: string | null;
}

/**
 * Private to a mailbox: its owner's. Of somebody whom only some may see: what is between them and the viewer.
 * The few lines there are get picked first, from their own small indexes, and only then put in order: asked for in one
 * go the planner walks the whole log by date, for lines that hardly anything has.
 */
export function selectKeptLine({ partyId, viewer, viewerPartyId }: Find): RawBuilder<KeptLine> {
  const who = sql`(select who.ids from who)::uuid[]`;
  return sql<KeptLine>`
    with who as materialized (
      select ${partyId}::uuid || array(
        select r.from_party from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
        where r.to_party = ${partyId}::uuid) as ids
    ), sent as materialized (
      select i.id from interactions i where i.kept_line is not null and i.from_party = any(${who})
    ), received as materialized (
      select i.id from interactions i where i.kept_line is not null and i.to_parties && ${who}
    ), kept as materialized (
      select i.* from interactions i
      where i.id = any(array(select id from sent union all select id from received))
        and ${isTextReadBy(viewer, 'i')}
      order by i.happened_at desc limit ${mostLookedAt}
    )
    select kept.id as "interactionId", kept.kept_line as text, kept.happened_at as at from kept
    where (select bool_and(${isVisibleTo(viewer, 'o')}
        and (o.visibility <> 'private' or ${viewerPartyId}::uuid = any(kept.to_parties || kept.from_party)))
      from unnest(kept.to_parties || kept.from_party) as between_them(id) join parties o on o.id = between_them.id)
    order by kept.happened_at desc limit 1`;
}
