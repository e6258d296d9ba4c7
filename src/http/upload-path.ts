import { join } from 'node:path';

/** An upload is its sender's own: another user who guesses the id looks in another folder. */
export function uploadPath(uploadFolder: string, { userId, uploadId }: { userId: string; uploadId: string }): string {
  return join(uploadFolder, userId, uploadId);
}
