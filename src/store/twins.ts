/** The same mail read from several mailboxes: copies to read, of which one makes the ties. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

export interface Original {
  readonly id: string;
  readonly sourceKey: string;
  readonly fromParty: string;
  /** Its owner shows nothing of it. */
  readonly isHidden: boolean;
}

/** What other mailboxes brought under these keys before. The caller holds lockMailboxes. */
export async function listOriginals(
  db: Db,
  find: { sourceNumber: number; sourceKeys: readonly string[] },
): Promise<Original[]> {
  const others = await sql<{ number: number }>`
    select number from sources where (is_private or kind = 'mailbox') and number <> ${find.sourceNumber}`.execute(db);
  if (others.rows.length === 0) return [];
  const { rows } = await sql<Original>`
    select i.id, i.source_key as "sourceKey", i.from_party as "fromParty",
      i.owner_user_id is not null and i.sharing is not distinct from 'nothing' as "isHidden"
    from unnest(${others.rows.map((row) => row.number)}::smallint[]) as s(number)
    cross join unnest(${[...find.sourceKeys]}::text[]) as k(key)
    cross join lateral (
      select id, source_key, from_party, twin_of, owner_user_id, sharing from interactions
      where source_number = s.number and source_key = k.key offset 0
    ) i where i.twin_of is null`.execute(db);
  return rows;
}

/** Before originals go: of each one's copies the first takes its place, and is answered, to be derived from now on. */
export async function promoteTwins(tx: Tx, originals: readonly string[]): Promise<string[]> {
  const gone = [...originals];
  const { rows } = await sql<{ id: string; twinOf: string | null }>`
    with orphan as (
      select id, twin_of, first_value(id) over (partition by twin_of order by recorded_at, id) as heir
      from interactions where twin_of = any(${gone}::uuid[]) and not id = any(${gone}::uuid[])
    )
    update interactions i set twin_of = nullif(o.heir, i.id) from orphan o where i.id = o.id
    returning i.id, i.twin_of as "twinOf"`.execute(tx);
  return rows.filter((row) => row.twinOf === null).map((row) => row.id);
}

/** One that nothing is shown of gives way to a copy that may be known of: that makes the ties from now on. */
export async function adoptTwins(
  tx: Tx,
  adopted: readonly { readonly original: string; readonly heir: string }[],
): Promise<void> {
  if (adopted.length === 0) return;
  await sql`
    update interactions i set twin_of = nullif(r.heir, i.id)
    from json_to_recordset(${JSON.stringify(adopted)}::json) as r(original uuid, heir uuid)
    where i.id in (r.original, r.heir) or i.twin_of = r.original`.execute(tx);
}

/** Where one that now shows nothing makes the ties of a mail that another mailbox does show, that one does. Answers both. */
export async function giveWayTwins(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ original: string; heir: string }>`
    select distinct on (o.id) o.id as original, t.id as heir
    from interactions i join interactions o on o.id = coalesce(i.twin_of, i.id) and o.twin_of is null
    join interactions t on t.twin_of = o.id and (t.owner_user_id is null or t.sharing is distinct from 'nothing')
    where i.id = any(${[...ids]}::uuid[]) and o.owner_user_id is not null and o.sharing = 'nothing'
    order by o.id, t.recorded_at, t.id`.execute(tx);
  await adoptTwins(tx, rows);
  return rows.flatMap(({ original, heir }) => [original, heir]);
}

/** A mail and its copies in other mailboxes, the one that makes the ties first; of anything else only itself. */
export async function listCopies(db: Db, recordId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with original as (select coalesce(twin_of, id) as id from interactions where id = ${recordId}::uuid)
    select id from original
    union all select i.id from interactions i join original o on i.twin_of = o.id`.execute(db);
  return rows.length === 0 ? [recordId] : rows.map(({ id }) => id);
}
