/** The firm that lives in this house: one row, made at the first run. */
import type { Firm } from '#contract/me.ts';
import type { FieldValues } from '#store/changes.ts';
import type { Db } from '#store/database.ts';
import { type FirmChange, type FirmRow, findFirmRow, updateFirmRow } from '#store/firm.ts';
import { markAllTiesStale } from '#store/stale-ties.ts';
import { transact } from '#store/transact.ts';
import { allow } from './allow.ts';
import { AppError } from './app-error.ts';
import { noteChange } from './changes/note-change.ts';
import type { Context } from './context.ts';
import { isTimeZone } from './firm-days.ts';
import { setTimeZone } from './set-time-zone.ts';

export async function getFirm(db: Db): Promise<FirmRow> {
  const row = await findFirmRow(db);
  // Before the first run nothing can be measured: there is no "us" yet.
  if (!row) throw new AppError('unavailable');
  return row;
}

/** By which everything that happens at a time of day tells the time. */
export async function findTimeZone(db: Db, { beforeFirstRun }: { beforeFirstRun: string }): Promise<string> {
  return (await findFirmRow(db))?.timeZone ?? beforeFirstRun;
}

export async function updateFirm(ctx: Context, input: FirmChange): Promise<Firm> {
  const row = allow(ctx.actor, 'govern', await getFirm(ctx.db));
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone)) {
    throw new AppError('bad-input', {
      problems: [{ path: 'body.timeZone', code: 'unknown-time-zone', message: 'not a time zone' }],
    });
  }
  return transact(ctx.db, async (tx) => {
    await updateFirmRow(tx, row, input);
    // Its days and weeks begin at other moments in another zone.
    if (input.closures !== undefined || input.timeZone !== undefined) await markAllTiesStale(tx, ctx.now());
    const now = await getFirm(tx);
    if (now.timeZone !== row.timeZone) await setTimeZone(ctx, tx, now.timeZone);
    await noteChange(ctx, tx, {
      ...{ noun: 'firm', recordId: row.partyId, partyId: null, act: 'update', label: now.name },
      ...{ before: firmFieldsOf(row), after: firmFieldsOf(now) },
    });
    return describeFirm(now);
  });
}

/** What people set, by the names of the contract. */
export function firmFieldsOf({ name, timeZone, defaultCountry, closures, quarterGoal }: FirmRow): FieldValues {
  return { name, timeZone, defaultCountry, closures, quarterGoal };
}

export function describeFirm(row: FirmRow): Firm {
  return {
    name: row.name,
    timeZone: row.timeZone,
    defaultCountry: row.defaultCountry,
    closures: [...row.closures],
    partyId: row.partyId,
    isDemo: row.isDemo,
    quarterGoal: row.quarterGoal,
  };
}
