/** By what a relation was found: the words to show beside it. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import type { Viewer } from './party-rows.ts';

export interface MatchTexts {
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  readonly tags: readonly { readonly name: string; readonly key: string }[];
}

/** What the row `p` of parties may have been found by beside its name, as json. */
export function matchTexts(): RawBuilder<MatchTexts> {
  return sql<MatchTexts>`json_build_object(
    'identities', coalesce((
      select json_agg(json_build_object('kind', i.kind, 'value', i.value) order by i.is_primary desc, i.created_at)
      from identities i where i.party_id = p.id), '[]'),
    'tags', coalesce((
      select json_agg(json_build_object('name', g.name, 'key', g.key))
      from party_tags t join tags g on g.id = t.tag_id and g.deleted_at is null where t.party_id = p.id), '[]'))`;
}

/** The newest note of each with this word in it, cut out around the word. */
export async function listNoteSnippets(
  db: Db,
  find: { ids: readonly string[]; word: string; viewer: Viewer },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ partyId: string; snippet: string }>`
    select distinct on (n.party_id) n.party_id as "partyId",
      substring(n.plain_text from greatest(1, position(${find.word} in n.search_text) - 40) for 120) as snippet
    from notes n
    where n.party_id = any(${[...find.ids]}::uuid[]) and n.deleted_at is null
      and (not n.is_private or n.author_id = ${find.viewer}::uuid) and position(${find.word} in n.search_text) > 0
    order by n.party_id, n.created_at desc`.execute(db);
  return new Map(rows.map((row) => [row.partyId, row.snippet]));
}
