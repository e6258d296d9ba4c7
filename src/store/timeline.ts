/** What happened between us and a relation, newest first, from the log itself. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import type { StoredBenefit } from './interactions.ts';
import { isBestCopyFor, isMomentSeenBy, type SharingLevel } from './mail-sharing.ts';
import { listMembers } from './members.ts';

export interface TimelineRow {
  readonly id: string;
  readonly tieId: string;
  readonly happenedAt: Date;
  readonly channel: string;
  readonly kind: string;
  readonly fromOurs: boolean;
  readonly ours: { readonly id: string; readonly name: string };
  readonly theirs: { readonly id: string; readonly name: string };
  readonly receiverCount: number;
  readonly subject: string | null;
  readonly snippet: string | null;
  readonly keptLine: string | null;
  readonly link: string | null;
  readonly recordedAt: Date;
  /** Whence it came. */
  readonly source: string;
  readonly benefits: readonly StoredBenefit[];
  readonly ownerUserId: string | null;
  readonly sharedAt: Date | null;
  readonly sharing: SharingLevel | null;
  readonly version: number;
}

interface Find {
  readonly partyId: string;
  /** Only what is between them and this party of ours; null = anybody of ours. */
  readonly onlyOurs: string | null;
  readonly on: string;
  /** Only what went through these; null = all. */
  readonly channels?: readonly string[] | null;
  /** Who reads: of a mail that several mailboxes hold, one's own copy. */
  readonly viewer: string | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  /** These alone, as far as they belong to it. */
  readonly only?: readonly string[] | null;
  /** All but these: they stand elsewhere on the page. */
  readonly without?: readonly string[];
  readonly limit: number;
}

/**
 * One line per interaction, also when several of them or of us were in it; bulk mail is no contact moment.
 * `offset 0`: what they received by its own index; walking the whole log backwards looks cheaper than it is.
 */
export async function listTimeline(db: Db, find: Find): Promise<TimelineRow[]> {
  const { partyId, onlyOurs, on, viewer, limit, channels = null, only = null } = find;
  const before = narrowing(find);
  const members = (await listMembers(db, { partyIds: [partyId], on })).map((row) => row.memberId);
  const { rows } = await sql<TimelineRow>`
    with sent as materialized (
      select s.id from unnest(${members}::uuid[]) as m(id) cross join lateral (
        select i.id from interactions i where i.from_party = m.id and i.mail_class = 'person' ${before}
        order by i.happened_at desc, i.id desc limit ${limit * 3}
      ) s
    ), received as materialized (
      select i.id from (
        select id, happened_at, mail_class, channel from interactions where to_parties && ${members}::uuid[] offset 0
      ) i where i.mail_class = 'person' ${before}
      order by i.happened_at desc, i.id desc limit ${limit * 3}
    ), seen as (
      select distinct on (i.happened_at, i.id) i.*, e.ours, e.theirs, e.from_ours, t.id as tie_id
      from (${only === null ? sql`select id from sent union select id from received` : oneByOne(only)}) x
      join interactions i using (id)
      cross join lateral (
        select i.from_party as theirs, o.id as ours, false as from_ours
        from unnest(i.to_parties) as o(id) where i.from_party = any(${members}::uuid[]) and o.id <> i.from_party
        union all
        select m.id, i.from_party, true from unnest(i.to_parties) as m(id)
        where m.id = any(${members}::uuid[]) and m.id <> i.from_party
      ) e
      join parties o on o.id = e.ours
        and (o.is_own or (o.visibility = 'firm' and i.owner_user_id is null)) and not o.id = any(${members}::uuid[])
      join ties t on t.party_a = least(e.ours, e.theirs) and t.party_b = greatest(e.ours, e.theirs)
      where i.mail_class = 'person' and (${onlyOurs}::uuid is null or e.ours = ${onlyOurs}::uuid)
        and (${channels === null} or i.channel = any(${[...(channels ?? [])]}::text[]))
        and ${isMomentSeenBy(viewer, 'i')} and ${isBestCopyFor(viewer, 'i')}
      order by i.happened_at desc, i.id desc, o.is_own desc, e.ours
    )
    select s.id, s.tie_id as "tieId", s.happened_at as "happenedAt", s.channel, s.kind, s.from_ours as "fromOurs",
      json_build_object('id', o.id, 'name', o.name) as ours, json_build_object('id', p.id, 'name', p.name) as theirs,
      cardinality(s.to_parties) as "receiverCount", s.subject, s.snippet, s.kept_line as "keptLine", s.link, s.recorded_at as "recordedAt",
      z.label as source, s.benefits, s.owner_user_id as "ownerUserId",
      s.shared_at as "sharedAt", s.sharing, s.version
    from seen s join parties o on o.id = s.ours join parties p on p.id = s.theirs
      join sources z on z.number = s.source_number
    order by s.happened_at desc, s.id desc limit ${limit}`.execute(db);
  return rows;
}

function narrowing({ after, channels = null, without = [] }: Find): RawBuilder<unknown> {
  const parts = [
    ...(after === null ? [] : [sql`and (i.happened_at, i.id) < (${after.at}, ${after.id}::uuid)`]),
    ...(channels === null ? [] : [sql`and i.channel = any(${[...channels]}::text[])`]),
    ...(without.length === 0 ? [] : [sql`and i.id <> all(${[...without]}::uuid[])`]),
  ];
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `);
}

function oneByOne(ids: readonly string[]): RawBuilder<unknown> {
  return sql`select id from unnest(${[...ids]}::uuid[]) as o(id)`;
}
