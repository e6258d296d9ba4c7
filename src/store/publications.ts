/** What relations published to everybody, as their feeds told it. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

export interface NewPublication {
  readonly id: string;
  readonly sourceKey: string;
  readonly publishedAt: Date;
  readonly title: string;
  readonly summary: string | null;
  readonly link: string | null;
}

interface Keeping {
  readonly partyId: string;
  readonly connectionId: string;
  readonly at: Date;
  readonly publications: readonly NewPublication[];
}

/** How many were new and how many said something else than before; when something was published does not change. */
export async function keepPublications(tx: Tx, keeping: Keeping): Promise<{ stored: number; corrected: number }> {
  const { partyId, connectionId, at, publications } = keeping;
  if (publications.length === 0) return { stored: 0, corrected: 0 };
  const { rows } = await sql<{ isNew: boolean }>`
    insert into publications as b (id, party_id, connection_id, source_key, published_at, fetched_at, title, summary, link)
    select r.id, ${partyId}::uuid, ${connectionId}::uuid, r."sourceKey", r."publishedAt", ${at}, r.title, r.summary, r.link
    from json_to_recordset(${JSON.stringify(publications)}::json)
      as r(id uuid, "sourceKey" text, "publishedAt" timestamptz, title text, summary text, link text)
    order by r."sourceKey"
    on conflict (party_id, source_key) do update
      set title = excluded.title, summary = excluded.summary, link = excluded.link
      where (b.title, b.summary, b.link) is distinct from (excluded.title, excluded.summary, excluded.link)
    returning xmax = 0 as "isNew"`.execute(tx);
  const stored = rows.filter(({ isNew }) => isNew).length;
  return { stored, corrected: rows.length - stored };
}
