/** The last line that was kept of a contact with this party, or with somebody who works there, as far as the viewer may read it. */
import { type RawBuilder, sql } from 'kysely';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface KeptLine {
  readonly interactionId: string;
  readonly text: string;
  readonly at: string;
}

/** Private to a mailbox: its owner's. Of somebody whom only some may see: what is between them and the viewer. */
export function selectKeptLine(find: {
  partyId: string;
  viewer: Viewer;
  viewerPartyId: string | null;
}): RawBuilder<KeptLine> {
  const { partyId, viewer, viewerPartyId } = find;
  const readable = sql`i.kept_line is not null
    and (i.owner_user_id is null or i.shared_at is not null or i.owner_user_id = ${viewer}::uuid)
    and not exists (select from parties o where o.id = any(i.to_parties || i.from_party)
      and (not ${isVisibleTo(viewer, 'o')} or (o.visibility = 'private'
        and not ${viewerPartyId}::uuid = any(i.to_parties || i.from_party))))`;
  return sql<KeptLine>`
    with who as materialized (
      select ${partyId}::uuid || array(
        select r.from_party from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
        where r.to_party = ${partyId}::uuid) as ids
    )
    select id as "interactionId", kept_line as text, happened_at as at from (
      (select i.id, i.kept_line, i.happened_at from interactions i, who
        where i.from_party = any(who.ids) and ${readable} order by i.happened_at desc limit 1)
      union all
      (select i.id, i.kept_line, i.happened_at from interactions i, who
        where i.to_parties && who.ids and ${readable} order by i.happened_at desc limit 1)
    ) kept order by happened_at desc limit 1`;
}
