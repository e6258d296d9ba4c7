import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** An upload is its sender's own: another user who guesses the id looks in another folder. */
export function uploadPath(uploadFolder: string, { userId, uploadId }: { userId: string; uploadId: string }): string {
  return join(uploadFolder, userId, uploadId);
}

/** Uploads that were never imported, or whose import is done. */
export async function removeUploads(
  uploadFolder: string,
  { olderThan, keep }: { olderThan: Date; keep: (path: string) => boolean },
): Promise<void> {
  for (const userId of await namesIn(uploadFolder)) {
    for (const name of await namesIn(join(uploadFolder, userId))) {
      const path = join(uploadFolder, userId, name);
      const written = await stat(path).catch(() => null);
      if (written && written.mtime < olderThan && !keep(path)) await rm(path, { recursive: true, force: true });
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
