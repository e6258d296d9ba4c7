/** All that the page of one party shows, in one trip to the database. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { type KeptLine, selectKeptLine } from './kept-lines.ts';
import { type PartyRecordRow, selectParty } from './parties.ts';
import { dress, isVisibleTo, type PartyListRow, type Viewer } from './party-rows.ts';
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
  readonly keptLine: KeptLine | null;
  /** Parties that its fields name, as far as this viewer may see them; and users by id. */
  readonly named: readonly { readonly id: string; readonly name: string }[];
  readonly noters: Readonly<Record<string, string>>;
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
      ${allOf(selectRelations({ partyId, viewer }))} as relations,
      case when record."isOwn" then null else (select to_json(k) from (${selectKeptLine(find)}) k) end as "keptLine",
      ${allOf(selectNamed(find))} as named, ${noters} as noters
    from (${selectParty(partyId)}) record`.execute(db);
  return rows[0];
}

/** Who brought us together, and the parties in own fields. */
function selectNamed({ viewer }: { viewer: Viewer }): RawBuilder<unknown> {
  return sql`select o.id, o.name from parties o
    where o.id = any(record."metThrough" || array(
      select v.party_value from field_values v where v.party_id = record.id and v.party_value is not null))
    and o.deleted_at is null and ${isVisibleTo(viewer, 'o')}`;
}

const noters = sql.raw(`case when record.preferences = '[]' then '{}' else (
  select coalesce(json_object_agg(u.id, u.name), '{}') from users u
  where u.id = any(array(select (said ->> 'notedBy')::uuid from jsonb_array_elements(record.preferences) said))) end`);

function allOf(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(r), '[]') from (${rows}) r)`;
}
