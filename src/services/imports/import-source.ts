/** Which source an import feeds: the same mailbox twice is one source, so that the same mail twice is one mail. */
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#store/database.ts';
import type { ImportRow } from '#store/import-runs.ts';
import { ensureSource, listSources, type SourceRow } from '#store/sources.ts';
import type { Context } from '../context.ts';
import { getUserRow } from '../user-row.ts';
import type { Connector } from './connector.ts';

interface SourceName {
  readonly kind: 'mailbox' | 'file';
  readonly label: string;
}

/** A mailbox is named after its owner, a file after itself, unless the user gave it a name. */
async function nameSource(db: Db, row: ImportRow, connector: Connector): Promise<SourceName> {
  if (!connector.isPrivate) return { kind: 'file', label: row.settings.sourceLabel ?? row.fileName };
  const { email } = await getUserRow(db, row.ownerUserId);
  const name = row.settings.sourceLabel;
  return { kind: 'mailbox', label: name === undefined || name === email ? email : `${name} (${email})` };
}

export async function findSourceOfImport(
  ctx: Context,
  row: ImportRow,
  connector: Connector,
): Promise<SourceRow | null> {
  const wanted = await nameSource(ctx.db, row, connector);
  const known = await listSources(ctx.db);
  return known.find(({ kind, label }) => kind === wanted.kind && label === wanted.label) ?? null;
}

export async function ensureSourceOfImport(
  db: Db,
  input: { row: ImportRow; connector: Connector; at: Date },
): Promise<SourceRow> {
  const { row, connector, at } = input;
  return ensureSource(db, {
    ...(await nameSource(db, row, connector)),
    id: uuidv7(),
    ownerUserId: connector.isPrivate ? row.ownerUserId : null,
    isPrivate: connector.isPrivate,
    isLive: false,
    createdAt: at,
  });
}
