/** Who reads a connection now: one worker at a time, by name, for as long as it is heard of. */
import { v7 as uuidv7 } from 'uuid';
import { type ConnectionRow, extendLease, findConnection, updateConnection } from '#store/connections.ts';
import type { Db, Tx } from '#store/database.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';

/** A worker that is silent for longer has died; another may take over. */
export const leaseMs = 45_000;
const saidEveryMs = 15_000;
export interface Run {
  readonly connectionId: string;
  readonly lease: string;
  readonly startedAt: Date;
  /** Places that could not be read, while the others could. */
  readonly lost: Set<string>;
}

/** Another took over, or a person stopped it: nothing of this worker is stored any more. */
export class LeaseLost extends Error {}

export async function askRun(ctx: Context, tx: Db, { id }: Pick<ConnectionRow, 'id'>): Promise<void> {
  await ctx.enqueue({ name: 'run-connection', data: { connectionId: id } }, tx);
}

/** Null: it is off, or somebody else reads it. */
export async function claim(house: Context, id: string): Promise<{ run: Run; row: ConnectionRow } | null> {
  return transact(house.db, async (tx) => {
    const found = await findConnection(tx, { id, lock: true });
    if (!found || found.deletedAt !== null || found.isPaused) return null;
    const row = allow(house.actor, 'see', found);
    const now = house.now();
    if (row.leasedUntil !== null && row.leasedUntil > now) {
      // Whoever reads it now looks again when done.
      await updateConnection(tx, row, { nextRunAt: now });
      return null;
    }
    const run = { connectionId: id, lease: uuidv7(), startedAt: now, lost: new Set<string>() };
    const leasedUntil = new Date(now.getTime() + leaseMs);
    await updateConnection(tx, row, { lease: run.lease, leasedUntil, triedAt: now, nextRunAt: leasedUntil });
    return { run, row };
  });
}

export async function lockRun(ctx: Context, tx: Tx, run: Run) {
  const row = await findConnection(tx, { id: run.connectionId, lock: true });
  if (!row || row.lease !== run.lease) throw new LeaseLost();
  return allow(ctx.actor, 'see', row);
}

/** Says every few seconds that this worker lives, also while a slow server lets it wait. Answers how to end that. */
export function holdLease(house: Context, run: Run): () => void {
  const say = () => {
    const until = new Date(house.now().getTime() + leaseMs);
    extendLease(house.db, { id: run.connectionId, lease: run.lease, until }).catch(() => undefined);
  };
  const timer = setInterval(say, saidEveryMs).unref();
  return () => clearInterval(timer);
}
