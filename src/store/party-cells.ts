/** What a list shows of relations beside their row, when its columns ask for it. */
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface PartyCellsRow {
  readonly id: string;
  readonly jobTitle: string | null;
  readonly city: string | null;
  readonly birthday: string | null;
  readonly createdAt: Date;
  readonly employer: string | null;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly tags: readonly string[];
  readonly groups: readonly string[];
  /** Why they are with us, mostly: shipped ones by their key, own ones by their label. */
  readonly foundation: readonly string[] | null;
  readonly fields: readonly {
    readonly key: string;
    readonly type: string;
    readonly text: string | null;
    readonly number: number | null;
    readonly date: string | null;
    readonly choices: readonly string[] | null;
    readonly party: string | null;
  }[];
}

export async function listPartyCells(
  db: Db,
  { ids, viewer }: { ids: readonly string[]; viewer: Viewer },
): Promise<Map<string, PartyCellsRow>> {
  const { rows } = await sql<PartyCellsRow>`
    select p.id, p.job_title as "jobTitle", p.city, p.birthday, p.created_at as "createdAt",
      (select o.name from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
        join parties o on o.id = r.to_party
        where r.from_party = p.id and (r.until_on is null or r.until_on > current_date) and o.deleted_at is null
          and ${isVisibleTo(viewer, 'o')} order by r.from_on desc nulls last limit 1) as employer,
      (select value from identities i where i.party_id = p.id and i.kind = 'mail'
        order by is_primary desc, created_at limit 1) as mail,
      (select value from identities i where i.party_id = p.id and i.kind = 'phone'
        order by is_primary desc, created_at limit 1) as phone,
      array(select g.name from party_tags t join tags g on g.id = t.tag_id and g.deleted_at is null
        where t.party_id = p.id order by g.name) as tags,
      array(select g.name from group_members m join groups g on g.id = m.group_id and g.deleted_at is null
        where m.party_id = p.id order by g.name) as groups,
      (select array(select coalesce(k.label, k.key) from unnest(w.mostly) with ordinality m(key, place)
        join foundation_kinds k on k.key = m.key order by m.place) from party_foundations w where w.party_id = p.id)
        as foundation,
      coalesce((select json_agg(json_build_object('key', d.key, 'type', d.type, 'text', v.text_value, 'number', v.number_value,
          'date', v.date_value, 'choices', v.choices, 'party', o.name))
        from field_values v join fields d on d.id = v.field_id and d.archived_at is null
        left join parties o on o.id = v.party_value and o.deleted_at is null and ${isVisibleTo(viewer, 'o')}
        where v.party_id = p.id), '[]') as fields
    from parties p where p.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
