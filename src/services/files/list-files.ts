/** Files as one actor may see them. */
import type { AttachedFile } from '#contract/files.ts';
import type { Db } from '#store/database.ts';
import { type FileRow, listFilesOf, pageFiles } from '#store/files.ts';
import { findParty } from '#store/parties.ts';
import { allow, viewerOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';

const pageSize = 50;

export async function listFiles(
  ctx: Context,
  input: { partyId: string; cursor?: string; limit?: number },
): Promise<{ items: AttachedFile[]; nextCursor: string | null }> {
  allow(ctx.actor, 'see', await findParty(ctx.db, input.partyId));
  const limit = input.limit ?? pageSize;
  const [at, id] = readCursor(input.cursor, ['at', 'id']) ?? [];
  const after = id === undefined ? null : { at: new Date(String(at)), id: String(id) };
  const { partyId } = input;
  const rows = await pageFiles(ctx.db, { partyId, viewer: viewerOf(ctx.actor), after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { items: shown.map(describeFile), nextCursor };
}

/** Of records that the reader may read, as the caller knows. */
export async function listAttached(db: Db, recordIds: readonly string[]): Promise<Map<string, AttachedFile[]>> {
  const byRecord = new Map<string, AttachedFile[]>();
  for (const row of await listFilesOf(db, recordIds)) {
    const known = byRecord.get(row.recordId);
    if (known) known.push(describeFile(row));
    else byRecord.set(row.recordId, [describeFile(row)]);
  }
  return byRecord;
}

export function describeFile(row: Omit<FileRow, 'storageKey' | 'deletedAt'>): AttachedFile {
  return {
    id: row.id,
    noun: row.noun,
    recordId: row.recordId,
    party: { id: row.partyId, name: row.partyName },
    name: row.name,
    sizeBytes: row.sizeBytes,
    mediaType: row.mediaType,
    sha256: row.sha256,
    uploadedBy: row.uploadedBy === null ? null : { id: row.uploadedBy, name: row.uploaderName ?? '' },
    createdAt: row.createdAt.toISOString(),
  };
}
