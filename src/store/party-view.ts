/** All that the page of one party shows, in one trip to the database. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { type PartyRecordRow, selectParty } from './parties.ts';
import { dress, type PartyListRow, type Viewer } from './party-rows.ts';
import { type RelationRow, selectRelations } from './relations.ts';
import { type ShownStrand, selectShownStrands } from './shown-strands.ts';

export interface PartyView {
  /** Instants as text: it came as JSON. */
  readonly record: Omit<PartyRecordRow, 'createdAt' | 'updatedAt' | 'deletedAt'> & {
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly deletedAt: string | null;
  };
  readonly listed: PartyListRow;
  /** Nobody asks how we hang together with ourselves. */
  readonly strands: readonly ShownStrand[];
  readonly relations: readonly RelationRow[];
}

export async function findPartyView(
  db: Db,
  find: { partyId: string; viewer: Viewer; viewerPartyId: string | null; on: string },
): Promise<PartyView | undefined> {
  const { partyId, viewer } = find;
  const itself = sql`select ${partyId}::uuid as id, 1 as place, '' as sort_key`;
  const { rows } = await sql<PartyView>`
    select to_json(record) as record, (select to_json(l) from (${dress(viewer, itself)}) l) as listed,
      case when record."isOwn" then '[]' else ${allOf(selectShownStrands(find))} end as strands,
      ${allOf(selectRelations({ partyId, viewer }))} as relations
    from (${selectParty(partyId)}) record`.execute(db);
  return rows[0];
}

function allOf(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(r), '[]') from (${rows}) r)`;
}
