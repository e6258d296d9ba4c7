/** Carry it out, stop it, take it back: what a user says; the work itself is done by run-import and undo-import. */
import type { ImportRun } from '#contract/imports.ts';
import { mailAddress } from '#contract/mail-values.ts';
import { type ImportStatus, updateImport } from '#store/import-runs.ts';
import { transact } from '#store/transact.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import type { Connector } from './connector.ts';
import { describeImport } from './describe-import.ts';
import { connectorOf, getOwnImport, lockOwnImport } from './get-import.ts';
import { ensureSourceOfImport } from './import-source.ts';
import { claimOwnAddresses, claimOwnChats } from './own-addresses.ts';

const mayStart: readonly ImportStatus[] = ['previewed', 'cancelled', 'failed'];
const mayStop: readonly ImportStatus[] = ['waiting', 'running'];
const mayUndo: readonly ImportStatus[] = ['done', 'cancelled', 'failed'];

export async function startImport(
  ctx: Context,
  input: { importId: string; ownAddresses?: readonly string[] | undefined; sourceLabel?: string | undefined },
): Promise<ImportRun> {
  return transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, input.importId);
    if (!mayStart.includes(row.status)) throw new AppError('import-not-ready');
    // What a resumed import was told at its first start still holds.
    const ownAddresses = (input.ownAddresses ?? row.settings.ownAddresses ?? []).map((address) =>
      address.toLowerCase(),
    );
    const sourceLabel = input.sourceLabel?.trim() || row.settings.sourceLabel;
    const settings = { ...row.settings, ownAddresses, ...(sourceLabel !== undefined && { sourceLabel }) };
    const connector = connectorOf(ctx, row);
    const named = { ...row, settings };
    const source = await ensureSourceOfImport(tx, { row: named, connector, at: ctx.now() });
    const claim = { userId: row.ownerUserId, addresses: mailAddressesOf(connector, ownAddresses), at: ctx.now() };
    await claimOwnAddresses(tx, claim);
    if (connector.brings === 'chats') await claimOwnChats(tx, claim);
    await updateImport(tx, row, {
      status: 'waiting',
      settings,
      sourceNumber: row.sourceNumber ?? source.number,
      problem: null,
      heartbeatAt: ctx.now(),
      finishedAt: null,
    });
    await ctx.enqueue({ name: 'run-import', data: { importId: row.id, userId: row.ownerUserId } }, tx);
    return describeImport(await getOwnImport({ ...ctx, db: tx }, row.id), ctx.now());
  });
}

/** Somebody knows better which column is which: it is looked at once more with that. */
export async function setImportColumns(
  ctx: Context,
  input: { importId: string; columns: Readonly<Record<string, string>> },
): Promise<ImportRun> {
  return transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, input.importId);
    if (row.status !== 'previewed' || !connectorOf(ctx, row).listColumns) throw new AppError('import-not-ready');
    const settings = { ...row.settings, columns: input.columns };
    await updateImport(tx, row, { status: 'uploaded', settings, heartbeatAt: ctx.now() });
    await ctx.enqueue({ name: 'preview-import', data: { importId: row.id, userId: row.ownerUserId } }, tx);
    return describeImport(await getOwnImport({ ...ctx, db: tx }, row.id), ctx.now());
  });
}

/** In a chat one is called by a name, which is no address of anybody's. */
function mailAddressesOf({ brings }: Connector, own: readonly string[]): readonly string[] {
  if (brings === 'chats') return [];
  const wrong = own.findIndex((address) => !mailAddress.safeParse(address).success);
  if (wrong < 0) return own;
  const problem = { path: `body.ownAddresses.${wrong}`, code: 'email', message: 'not a mail address' };
  throw new AppError('bad-input', { problems: [problem] });
}

export async function cancelImport(ctx: Context, input: { importId: string }): Promise<ImportRun> {
  return transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, input.importId);
    if (mayStop.includes(row.status)) {
      await updateImport(tx, row, { status: row.status === 'waiting' ? 'cancelled' : 'cancelling' });
    } else if (row.status !== 'cancelling' && row.status !== 'cancelled') throw new AppError('import-not-ready');
    return describeImport(await getOwnImport({ ...ctx, db: tx }, row.id), ctx.now());
  });
}

export async function askUndoOfImport(ctx: Context, input: { importId: string }): Promise<ImportRun> {
  return transact(ctx.db, async (tx) => {
    const row = await lockOwnImport(ctx, tx, input.importId);
    if (!mayUndo.includes(row.status)) throw new AppError('import-not-ready');
    await updateImport(tx, row, { status: 'undoing', heartbeatAt: ctx.now(), doneBytes: 0 });
    await ctx.enqueue({ name: 'undo-import', data: { importId: row.id, userId: row.ownerUserId } }, tx);
    return describeImport(await getOwnImport({ ...ctx, db: tx }, row.id), ctx.now());
  });
}
