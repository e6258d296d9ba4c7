/** What else is derived from interactions beside tie events: the ledger's lines, and faults of ours. */
import { sql } from 'kysely';
import type { Tx } from './database.ts';

export interface BenefitRow {
  readonly tieId: string;
  readonly interactionId: string;
  readonly direction: 0 | 1;
  readonly kind: string;
  readonly weight: number;
  readonly atMs: number;
}

export async function insertBenefits(tx: Tx, rows: readonly BenefitRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into benefits (tie_id, interaction_id, direction, kind, weight, at_ms)
    select * from unnest(
      ${rows.map((row) => row.tieId)}::uuid[], ${rows.map((row) => row.interactionId)}::uuid[],
      ${rows.map((row) => row.direction)}::smallint[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.weight)}::float8[], ${rows.map((row) => row.atMs)}::float8[])
    on conflict do nothing`.execute(tx);
}

export interface DerivedFault {
  readonly tieId: string;
  /** That of the interaction it lies in: the same fault again is the same row. */
  readonly id: string;
  readonly bySide: 0 | 1;
  readonly facet: number;
  readonly weight: number;
  readonly what: string;
  readonly at: Date;
}

/** A fault that was made good stays so when its interaction is derived again. */
export async function upsertFaults(tx: Tx, rows: readonly DerivedFault[]): Promise<void> {
  for (const row of rows) {
    await tx
      .insertInto('faults')
      .values({
        tie_id: row.tieId,
        id: row.id,
        by_side: row.bySide,
        facet: row.facet,
        weight: row.weight,
        what: row.what,
        at: row.at,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['tie_id', 'id'])
          .doUpdateSet({ facet: row.facet, weight: row.weight, what: row.what, at: row.at }),
      )
      .execute();
  }
}

/** Of interactions that are gone, or that no longer say so. */
export async function deleteDerivedFaults(
  tx: Tx,
  input: { interactionIds: readonly string[]; kept: readonly { tieId: string; id: string }[] },
): Promise<void> {
  await sql`
    delete from faults f where id = any(${[...input.interactionIds]}::uuid[])
      and not exists (
        select from unnest(${input.kept.map((row) => row.tieId)}::uuid[], ${input.kept.map((row) => row.id)}::uuid[])
          as k(tie_id, id) where k.tie_id = f.tie_id and k.id = f.id)`.execute(tx);
}
