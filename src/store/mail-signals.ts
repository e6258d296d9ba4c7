import { sql } from 'kysely';
import type { Tx } from './database.ts';

export interface NewSignal {
  readonly id: string;
  readonly interactionId: string;
  readonly ownerUserId: string;
  readonly kind: 'promise' | 'thanks' | 'help' | 'question';
  readonly text: string;
  readonly dueAt: Date | null;
}

export async function insertSignals(tx: Tx, rows: readonly NewSignal[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into mail_signals (id, interaction_id, owner_user_id, kind, text, due_at)
    select id, "interactionId", "ownerUserId", kind, text, "dueAt"
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, "interactionId" uuid, "ownerUserId" uuid, kind text, text text, "dueAt" timestamptz)
    on conflict do nothing`.execute(tx);
}
