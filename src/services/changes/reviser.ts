/** How a noun is put back to how it was. Each noun that notes its changes has one, named in revisers.ts. */
import type { ChangeRow, FieldValues } from '#store/changes.ts';
import type { Tx } from '#store/database.ts';
import type { Context } from '../context.ts';

/**
 * Every function goes through the noun's own use case, so access is asked, the change is noted and figures follow.
 * `ctx.db` is the transaction.
 */
export interface Reviser {
  /** These fields as they are now, the row locked; null when the record is gone for good or may not be seen. */
  read(ctx: Context, tx: Tx, recordId: string, fields: readonly string[]): Promise<FieldValues | null>;
  /** Some of its fields back to these values. */
  write(ctx: Context, tx: Tx, recordId: string, values: FieldValues): Promise<void>;
  /** Takes it away; undoes its making. */
  remove(ctx: Context, tx: Tx, recordId: string): Promise<void>;
  /** Brings it back; `values` are all its fields as they were when it was taken away. */
  restore(ctx: Context, tx: Tx, recordId: string, values: FieldValues): Promise<void>;
  /** For nouns with bulk acts: the same for thousands, set-based; answers how many were put back. Notes its changes with `undoes`. */
  reviseMany?(ctx: Context, tx: Tx, rows: readonly ChangeRow[]): Promise<number>;
}
