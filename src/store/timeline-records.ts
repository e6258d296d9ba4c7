/** What stands beside the log on a relation's timeline: notes, tasks, promises, faults, files, changes; newest first. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { isFileReadBy } from './files.ts';
import { listMembers } from './members.ts';
import { isReadBy } from './notes.ts';

export type RecordNoun = 'note' | 'task' | 'promise' | 'fault' | 'idea' | 'file' | 'publication' | 'change';

/** Its data came as JSON: instants in it are text. */
export interface TimelineRecord {
  readonly noun: RecordNoun;
  readonly id: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Find {
  readonly partyId: string;
  /** Only what is between them and this party of ours; null = anybody of ours. */
  readonly onlyOurs: string | null;
  readonly on: string;
  readonly viewer: string | null;
  readonly nouns: readonly RecordNoun[];
  readonly after: { readonly at: Date; readonly id: string } | null;
  /** These alone, as far as they belong to it. */
  readonly only?: readonly string[] | null;
  /** All but these: they stand elsewhere on the page. */
  readonly without?: readonly string[];
  readonly limit: number;
}

/** Each kind by its own index, no more of it than the page could show. */
export async function listTimelineRecords(db: Db, find: Find): Promise<TimelineRecord[]> {
  const { partyId, on, nouns, limit } = find;
  if (nouns.length === 0) return [];
  const members = (await listMembers(db, { partyIds: [partyId], on })).map((row) => row.memberId);
  const parts = nouns.map((noun) => sql`(select * from (${branches[noun](find, members)}) part)`);
  const { rows } = await sql<TimelineRecord>`
    select noun, id, at, data from (${sql.join(parts, sql` union all `)}) every_kind
    order by at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

type Branch = (find: Find, members: readonly string[]) => RawBuilder<unknown>;

const branches: Readonly<Record<RecordNoun, Branch>> = {
  note: (find, members) => sql`
    select 'note' as noun, x.* from unnest(${[...members]}::uuid[]) as m(id) cross join lateral (
      select n.id, n.created_at as at, json_build_object('partyId', n.party_id, 'partyName', p.name,
        'authorId', n.author_id, 'authorName', u.name, 'body', n.body, 'plainText', n.plain_text,
        'isPrivate', n.is_private, 'version', n.version, 'updatedAt', n.updated_at) as data
      from notes n join parties p on p.id = n.party_id join users u on u.id = n.author_id
      where n.party_id = m.id and ${isReadBy(find.viewer)}
        ${before(find, 'n.created_at', 'n.id')}
      order by n.created_at desc, n.id desc limit ${find.limit}) x`,
  task: (find, members) => sql`
    select 'task' as noun, x.* from unnest(${[...members]}::uuid[]) as m(id) cross join lateral (
      select k.id, k.created_at as at, json_build_object('partyId', k.party_id, 'title', k.title, 'assigneeId', k.assignee_id,
        'assigneeName', u.name, 'dueOn', k.due_on, 'dueTime', k.due_time, 'doneAt', k.done_at, 'doneById', k.done_by,
        'doneByName', d.name) as data
      from tasks k join users u on u.id = k.assignee_id left join users d on d.id = k.done_by
      where k.party_id = m.id and k.deleted_at is null ${before(find, 'k.created_at', 'k.id')}
      order by k.created_at desc, k.id desc limit ${find.limit}) x`,
  file: (find, members) => sql`
    select 'file' as noun, x.* from unnest(${[...members]}::uuid[]) as m(id) cross join lateral (
      select f.id, f.created_at as at, json_build_object('partyId', f.party_id, 'partyName', p.name, 'noun', f.noun,
        'recordId', f.record_id, 'name', f.name, 'sizeBytes', f.size_bytes, 'mediaType', f.media_type,
        'sha256', encode(f.sha256, 'hex'), 'uploadedBy', f.uploaded_by, 'uploaderName', u.name) as data
      from files f join parties p on p.id = f.party_id left join users u on u.id = f.uploaded_by
      where f.party_id = m.id and ${isFileReadBy(find.viewer)}
        ${find.nouns.length === 1 || find.only ? sql`` : sql`and f.noun = 'party'`} ${before(find, 'f.created_at', 'f.id')}
      order by f.created_at desc, f.id desc limit ${find.limit}) x`,
  publication: (find, members) => sql`
    select 'publication' as noun, x.* from unnest(${[...members]}::uuid[]) as m(id) cross join lateral (
      select b.id, b.published_at as at, json_build_object('partyId', b.party_id, 'partyName', p.name, 'title', b.title,
        'summary', b.summary, 'link', b.link, 'through', c.name, 'foundAt', b.fetched_at) as data
      from publications b join parties p on p.id = b.party_id left join connections c on c.id = b.connection_id
      where b.party_id = m.id ${before(find, 'b.published_at', 'b.id')}
      order by b.published_at desc, b.id desc limit ${find.limit}) x`,
  idea: (find, members) => sql`
    select 'idea' as noun, x.* from unnest(${[...members]}::uuid[]) as m(id) cross join lateral (
      select i.id, i.delivered_on::timestamptz as at, json_build_object('partyId', i.party_id, 'partyName', p.name,
        'text', i.text, 'deliveredIn', i.delivered_in, 'isTold', i.told_at is not null,
        'isThanked', i.thanked_at is not null, 'naming', i.naming) as data
      from ideas i join parties p on p.id = i.party_id
      where i.party_id = m.id and i.delivered_on is not null and i.deleted_at is null
        ${before(find, 'i.delivered_on::timestamptz', 'i.id')}
      order by i.delivered_on desc, i.id desc limit ${find.limit}) x`,
  promise: (find, members) => sql`
    select 'promise' as noun, r.id, r.created_at as at, json_build_object('partyId', s.theirs, 'partyName', s."theirName",
      'colleagueId', s.ours, 'colleagueName', s."ourName", 'isOurs', (r.owed_by = 0) = (s.ours = s.party_a),
      'text', r.text, 'dueAt', r.due_at, 'settledAt', r.settled_at, 'outcome', r.outcome,
      'privateTo', r.private_to) as data
    from (${sidesOf(find, members)}) s join promises r on r.tie_id = s.id and r.kind = 'promise'
    where (r.private_to is null or r.private_to = ${find.viewer}::uuid) ${before(find, 'r.created_at', 'r.id')}`,
  fault: (find, members) => sql`
    select 'fault' as noun, r.id, r.at, json_build_object('partyId', s.theirs, 'partyName', s."theirName",
      'what', r.what, 'madeGoodAt', r.made_good_at, 'madeGoodHow', r.made_good_how) as data
    from (${sidesOf(find, members)}) s join faults r on r.tie_id = s.id and (r.by_side = 0) = (s.ours = s.party_a)
    where true ${before(find, 'r.at', 'r.id')}`,
  change: (find) => sql`
    select 'change' as noun, c.id, c.at, json_build_object('byId', c.user_id, 'byName', u.name, 'of', c.noun,
      'act', c.act, 'fields', (select coalesce(json_agg(k), '[]') from jsonb_object_keys(c.after) as k),
      'origin', c.origin) as data
    from changes c left join users u on u.id = c.user_id
    where c.party_id = ${find.partyId}::uuid and c.noun in ('party', 'relation') and c.undone_at is null
      and c.undoes is null and (c.private_to is null or c.private_to = ${find.viewer}::uuid)
      ${before(find, 'c.at', 'c.id')}
    order by c.at desc, c.id desc limit ${find.limit}`,
};

/** Ties of the members with people of ours, as we see them. */
function sidesOf(find: Find, members: readonly string[]): RawBuilder<unknown> {
  return sql`
    select t.id, t.party_a, o.id as ours, o.name as "ourName", m.id as theirs, q.name as "theirName"
    from unnest(${[...members]}::uuid[]) as m(id) join parties q on q.id = m.id
    cross join lateral (
      select id, party_a, party_b as other from ties where party_a = m.id
      union all select id, party_a, party_a from ties where party_b = m.id
    ) t join parties o on o.id = t.other and o.is_own
    where (${find.onlyOurs}::uuid is null or o.id = ${find.onlyOurs}::uuid)`;
}

function before({ after, only = null, without = [] }: Find, at: string, id: string): RawBuilder<unknown> {
  const parts = [
    ...(after === null ? [] : [sql`and (${sql.raw(at)}, ${sql.raw(id)}) < (${after.at}, ${after.id}::uuid)`]),
    ...(only === null ? [] : [sql`and ${sql.raw(id)} = any(${[...only]}::uuid[])`]),
    ...(without.length === 0 ? [] : [sql`and ${sql.raw(id)} <> all(${[...without]}::uuid[])`]),
  ];
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `);
}
