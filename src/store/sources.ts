/** Where input comes from, and until when it was heard: mailboxes, files, the hand. */
import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import { forgetGround, readGround } from './ground.ts';

export interface SourceRow {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly label: string;
  readonly ownerUserId: string | null;
  readonly isPrivate: boolean;
  readonly coveredFrom: Date | null;
  readonly coveredUntil: Date | null;
  readonly isLive: boolean;
}

const columns = sql.raw(`id, number, kind, label, owner_user_id as "ownerUserId", is_private as "isPrivate",
  covered_from as "coveredFrom", covered_until as "coveredUntil", is_live as "isLive"`);

/** The source of this kind and label, made when it is new; two that ask at once get the same. */
export async function ensureSource(
  db: Db,
  wanted: Pick<SourceRow, 'id' | 'kind' | 'label' | 'ownerUserId' | 'isPrivate' | 'isLive'> & { createdAt: Date },
): Promise<SourceRow> {
  const find = async () =>
    (await readGround(db)).sources.find(({ kind, label }) => kind === wanted.kind && label === wanted.label) ??
    (await findNamedSource(db, wanted));
  const known = await find();
  if (known) return known;
  await sql`
    insert into sources (id, kind, label, owner_user_id, is_private, is_live, created_at)
    values (${wanted.id}, ${wanted.kind}, ${wanted.label}, ${wanted.ownerUserId}, ${wanted.isPrivate},
      ${wanted.isLive}, ${wanted.createdAt})
    on conflict (kind, label) do nothing`.execute(db);
  forgetGround(db);
  const made = await find();
  if (!made) throw new Error(`source ${wanted.kind} ${wanted.label} was neither found nor made`);
  return made;
}

/** Beyond the thousand that every use case reads along. */
async function findNamedSource(db: Db, named: Pick<SourceRow, 'kind' | 'label'>): Promise<SourceRow | undefined> {
  const { rows } = await sql<SourceRow>`
    select ${columns} from sources where kind = ${named.kind} and label = ${named.label}`.execute(db);
  return rows[0];
}

export async function listSources(db: Db): Promise<readonly SourceRow[]> {
  return (await readGround(db)).sources;
}

export async function findSource(db: Db, number: number): Promise<SourceRow | undefined> {
  const { rows } = await sql<SourceRow>`select ${columns} from sources where number = ${number}`.execute(db);
  return rows[0];
}

/** Coverage only grows: an older file read later takes nothing back. */
export async function widenCoverage(tx: Tx, number: number, heard: { from: Date; until: Date }): Promise<void> {
  await sql`
    update sources set covered_from = least(covered_from, ${heard.from}),
      covered_until = greatest(covered_until, ${heard.until})
    where number = ${number}`.execute(tx);
  forgetGround(tx);
}

/** After an undo: what is still in the log is all that was heard. */
export async function remeasureCoverage(tx: Tx, number: number): Promise<void> {
  await sql`
    update sources set covered_from = heard.first, covered_until = heard.last
    from (select min(happened_at) as first, max(happened_at) as last from interactions where source_number = ${number})
      as heard
    where number = ${number} and not is_live`.execute(tx);
  forgetGround(tx);
}

/** What a source now says about silence changes every tie that is read from it. */
export async function markTiesOfSourceStale(tx: Tx, mark: { sourceNumber: number; at: Date }): Promise<void> {
  await sql`
    insert into stale_ties (tie_id, at)
    select distinct tie_id, ${mark.at}::timestamptz from tie_states where ${mark.sourceNumber}::smallint = any(sources)
    on conflict (tie_id) do update set at = excluded.at`.execute(tx);
}

/** Whoever says until when a source was read no longer claims to hear everything as it happens. */
export async function closeCoverage(tx: Tx, number: number, heard: { from: Date; until: Date }): Promise<void> {
  await sql`update sources set is_live = false where number = ${number} and is_live`.execute(tx);
  await widenCoverage(tx, number, heard);
  await markTiesOfSourceStale(tx, { sourceNumber: number, at: heard.until });
}

/** From now on it is heard as it happens. True when it was not before: then ties that are read from it may stand otherwise. */
export async function openCoverage(tx: Tx, number: number, heard: { from: Date; until: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update sources set is_live = true where number = ${number} and not is_live`.execute(tx);
  await widenCoverage(tx, number, heard);
  return (numAffectedRows ?? 0n) > 0n;
}
