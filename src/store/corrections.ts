/** A user's own word over the model's: never written over, only withdrawn. */
import { sql } from 'kysely';
import type { BlockName } from '#engine/reading.ts';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';

export interface CorrectionRow {
  readonly id: string;
  readonly tieId: string;
  readonly block: BlockName | null;
  readonly value: number | null;
  readonly mutedCode: string | null;
  readonly note: string | null;
  readonly author: string;
  readonly at: Date;
}

/** Those in force, newest first. */
export async function listCorrections(db: Db, tieId: string): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select c.id, c.tie_id as "tieId", c.block, c.value, c.muted_code as "mutedCode", c.note,
      coalesce(u.name, '') as author, c.at
    from corrections c left join users u on u.id = c.author_id
    where c.tie_id = ${tieId} and c.withdrawn_at is null order by c.at desc, c.id desc`.execute(db);
  return rows;
}

export async function insertCorrection(
  tx: Tx,
  tie: Allowed<{ readonly id: string }>,
  row: Omit<CorrectionRow, 'tieId' | 'author'> & { authorId: string },
): Promise<void> {
  await sql`
    insert into corrections (tie_id, id, block, value, muted_code, note, author_id, at)
    values (${tie.id}, ${row.id}, ${row.block}, ${row.value}, ${row.mutedCode}, ${row.note}, ${row.authorId}, ${row.at})
  `.execute(tx);
}

/** Withdrawn too soon: in force again. */
export async function reinstateCorrection(
  tx: Tx,
  tie: Allowed<{ readonly id: string }>,
  correctionId: string,
): Promise<void> {
  await sql`update corrections set withdrawn_at = null where tie_id = ${tie.id} and id = ${correctionId}`.execute(tx);
}

export async function findTieOfCorrection(db: Db, correctionId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select tie_id as id from corrections where id = ${correctionId}`.execute(
    db,
  );
  return rows[0]?.id;
}

/** False when there is none in force under this id. */
export async function withdrawCorrection(
  tx: Tx,
  tie: Allowed<{ readonly id: string }>,
  withdraw: { id: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update corrections set withdrawn_at = ${withdraw.at}
    where tie_id = ${tie.id} and id = ${withdraw.id} and withdrawn_at is null returning id`.execute(tx);
  return rows.length > 0;
}
