/** One change to thousands of relations with one statement: locked, written, and noted in their histories. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

/** Whom it concerns, the id of each one's line in the history, and which line that undoes. */
export interface BulkTarget {
  readonly partyIds: readonly string[];
  readonly changeIds: readonly string[];
  readonly undoes?: readonly string[];
}

export interface BulkStamp {
  readonly viewer: Viewer;
  readonly userId: string | null;
  readonly origin: 'web' | 'api' | 'command' | 'house';
  readonly batchId: string;
  readonly at: Date;
}

interface BulkChange {
  readonly act: 'update' | 'remove' | 'restore';
  /** The field by its name in the contract; none where somebody goes into the bin or out of it. */
  readonly field?: string;
  /** How the field is (of `p`), and will be (of `t`, where it stands as `was`); as jsonb. */
  readonly was: RawBuilder<unknown>;
  readonly becomes: RawBuilder<unknown>;
  /** Whom it changes at all. */
  readonly where: RawBuilder<unknown>;
  /** What is written to `p`, from `t` (`was`, `becomes`). */
  readonly set?: RawBuilder<unknown>;
  /** What is written elsewhere, as further parts of the statement, from `aimed`. */
  readonly beside?: RawBuilder<unknown>;
}

/** Answers who was changed. Others' private relations, ourselves and who lies in the bin are passed by. */
export async function changeManyParties(
  tx: Tx,
  { target, stamp, change }: { target: BulkTarget; stamp: BulkStamp; change: BulkChange },
): Promise<string[]> {
  const { act, field } = change;
  const undoes = target.undoes ?? target.partyIds.map(() => null);
  const side = (value: string) =>
    field === undefined ? sql`'{}'::jsonb` : sql`jsonb_build_object(${field}::text, t.${sql.raw(value)})`;
  // Each is looked up by its key: what was written a moment ago no statistics know of yet, and a table that is taken for
  // small would be read whole for every one of them.
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    with target as materialized (
      select p.id, p.name, n.change_id, n.undoes, ${change.was} as was
      from unnest(${[...target.partyIds]}::uuid[], ${[...target.changeIds]}::uuid[], ${[...undoes]}::uuid[])
        as n(id, change_id, undoes)
      join parties p on p.id = n.id left join changes c on c.id = n.undoes
      where p.deleted_at is ${sql.raw(act === 'restore' ? 'not null' : 'null')} and not p.is_own
        and ${isVisibleTo(stamp.viewer, 'p')} and ${change.where}
      for no key update of p
    ), aimed as materialized (
      select t.*, ${change.becomes} as becomes from target t left join changes c on c.id = t.undoes
    ), written as (
      update parties p set ${change.set ? sql`${change.set},` : sql``} version = p.version + 1,
        updated_at = ${stamp.at}, is_folded = false
      from aimed t where p.id = t.id returning p.id, p.version
    ) ${change.beside ?? sql``}
    insert into changes (id, noun, record_id, party_id, act, label, before, after, version, user_id, origin, batch_id,
      at, undoes)
    select t.change_id, 'party', t.id, t.id, ${act}, t.name, ${side('was')}, ${side('becomes')}, w.version,
      ${stamp.userId}::uuid, ${stamp.origin}, ${stamp.batchId}::uuid, ${stamp.at}, t.undoes
    from aimed t join written w on w.id = t.id
    returning record_id as id`.execute(tx);
  await sql`select set_config('enable_seqscan', 'on', true)`.execute(tx);
  return rows.map(({ id }) => id);
}

const textsOf = (list: string) => `array(select jsonb_array_elements_text(${list}))`;

export const rolesNow = sql`to_jsonb(p.roles)`;
export const setRoles = (at: Date) =>
  sql`roles = ${sql.raw(textsOf('t.becomes'))}, triaged_at = case when t.becomes = '[]'::jsonb then null else ${at}::timestamptz end`;

export const wishNow = sql`coalesce(to_jsonb(p.contact_wish), 'null'::jsonb)`;
export const setWish = sql`contact_wish = t.becomes #>> '{}'`;

/** Names by their key, as findParty has them. */
export const tagsNow = sql`to_jsonb(array(select g.name from party_tags o join tags g on g.id = o.tag_id
  where o.party_id = p.id and g.deleted_at is null order by g.key))`;
export const groupsNow = sql`to_jsonb(array(select g.name from group_members o join groups g on g.id = o.group_id
  where o.party_id = p.id and g.deleted_at is null order by g.key))`;

/** Memberships follow the difference between the names that were and the names that become. */
export function writeTags(): RawBuilder<unknown> {
  return sql`, untagged as (
      delete from party_tags o using aimed t cross join lateral jsonb_array_elements_text(t.was) as n(name)
        join tags g on g.name = n.name and g.deleted_at is null
      where o.party_id = t.id and o.tag_id = g.id and not t.becomes ? n.name
    ), tagged as (
      insert into party_tags (tag_id, party_id)
      select g.id, t.id from aimed t cross join lateral jsonb_array_elements_text(t.becomes) as n(name)
      join tags g on g.name = n.name and g.deleted_at is null where not t.was ? n.name
      on conflict do nothing
    )`;
}

export function writeGroups(at: Date): RawBuilder<unknown> {
  return sql`, left_group as (
      delete from group_members o using aimed t cross join lateral jsonb_array_elements_text(t.was) as n(name)
        join groups g on g.name = n.name and g.deleted_at is null
      where o.party_id = t.id and o.group_id = g.id and not t.becomes ? n.name
    ), joined as (
      insert into group_members (group_id, party_id, added_at)
      select g.id, t.id, ${at}::timestamptz from aimed t cross join lateral jsonb_array_elements_text(t.becomes) as n(name)
      join groups g on g.name = n.name and g.deleted_at is null where not t.was ? n.name
      on conflict do nothing
    )`;
}
