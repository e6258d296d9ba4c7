import { sql } from 'kysely';
import type { Tx } from './database.ts';

export interface DemoPromiseRow {
  readonly tieId: string;
  readonly id: string;
  readonly kind: string;
  readonly owedBy: 0 | 1;
  readonly text: string;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  readonly outcome: 'kept' | 'late' | null;
  readonly createdAt: Date;
}

export async function insertDemoPromises(tx: Tx, rows: readonly DemoPromiseRow[]): Promise<void> {
  await sql`
    insert into promises (tie_id, id, kind, owed_by, text, due_at, settled_at, outcome, created_at)
    select "tieId", id, kind, "owedBy", text, "dueAt", "settledAt", outcome, "createdAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r("tieId" uuid, id uuid, kind text, "owedBy" smallint,
      text text, "dueAt" timestamptz, "settledAt" timestamptz, outcome text, "createdAt" timestamptz)`.execute(tx);
}

export interface DemoFaultRow {
  readonly tieId: string;
  readonly id: string;
  readonly bySide: 0 | 1;
  readonly facet: number;
  readonly weight: number;
  readonly what: string;
  readonly at: Date;
}

export async function insertDemoFaults(tx: Tx, rows: readonly DemoFaultRow[]): Promise<void> {
  await sql`
    insert into faults (tie_id, id, by_side, facet, weight, what, at)
    select "tieId", id, "bySide", facet, weight, what, at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r("tieId" uuid, id uuid, "bySide" smallint,
      facet smallint, weight float8, what text, at timestamptz)`.execute(tx);
}

/** Makes good what went wrong in a tie before the remedy. */
export async function remedyDemoFaults(
  tx: Tx,
  rows: readonly { tieId: string; at: Date; how: string }[],
): Promise<void> {
  await sql`
    update faults f set made_good_at = r.at, made_good_how = r.how
    from json_to_recordset(${JSON.stringify(rows)}::json) as r("tieId" uuid, at timestamptz, how text)
    where f.tie_id = r."tieId" and f.at < r.at and f.made_good_at is null`.execute(tx);
}
