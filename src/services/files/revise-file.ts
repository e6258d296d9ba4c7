/** A file that was taken away comes back; one that was hung up by mistake goes. */
import { findFile } from '#store/files.ts';
import type { Reviser } from '../changes/reviser.ts';
import { removeFile, restoreFile } from './attach-file.ts';

export const fileReviser: Reviser = {
  async read(_ctx, tx, recordId) {
    const row = await findFile(tx, recordId);
    return row && row.deletedAt === null ? { name: row.name } : null;
  },
  async write() {
    // A file is never changed: another one takes its place.
  },
  async remove(ctx, _tx, recordId) {
    await removeFile(ctx, { fileId: recordId });
  },
  async restore(ctx, tx, recordId) {
    await restoreFile(ctx, tx, recordId);
  },
};
