/** The bytes of attached files: each under a random key in the data folder, written whole before its row is. */
import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileMaxBytes } from '#contract/file-limits.ts';
import { AppError } from '../app-error.ts';
import { sniffType } from './sniff-type.ts';

const headBytes = 4096;
const chunkBytes = 1 << 20;

export interface KeptFile {
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/** Files lie spread over 256 folders by the beginning of their key. */
export function keptPath(folder: string, storageKey: string): string {
  return join(folder, storageKey.slice(0, 2), storageKey);
}

/** Copies an upload to its place, safe on disk, and says what it is. The upload stays: a repeated request finds it. */
export async function keepFile(folder: string, upload: { path: string; name: string }): Promise<KeptFile> {
  const found = await stat(upload.path).catch(() => null);
  if (!found?.isFile()) throw noUpload();
  if (found.size > fileMaxBytes) throw new AppError('too-large');
  const storageKey = randomBytes(24).toString('hex');
  const path = keptPath(folder, storageKey);
  try {
    await mkdir(join(folder, storageKey.slice(0, 2)), { recursive: true, mode: 0o700 });
    await copyFile(upload.path, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    return { storageKey, ...(await settle(path, upload.name)) };
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof AppError ? error : new AppError('unavailable');
  }
}

/** Reads it once from the disk it will stay on, and waits until it is there for good. */
async function settle(path: string, name: string): Promise<Omit<KeptFile, 'storageKey'>> {
  const file = await open(path, 'r+');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.alloc(chunkBytes);
    let head = Buffer.alloc(0);
    let sizeBytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, sizeBytes);
      if (bytesRead === 0) break;
      if (sizeBytes === 0) head = Buffer.from(buffer.subarray(0, Math.min(bytesRead, headBytes)));
      hash.update(buffer.subarray(0, bytesRead));
      sizeBytes += bytesRead;
    }
    await file.sync();
    return { sizeBytes, sha256: hash.digest('hex'), mediaType: sniffType(head, name) };
  } finally {
    await file.close();
  }
}

/** Every file older than that, by key, some hundreds at a time. */
export async function* listKeptBefore(folder: string, before: Date): AsyncGenerator<string[]> {
  for (const part of await readdir(folder).catch(() => [])) {
    const keys: string[] = [];
    for (const key of await readdir(join(folder, part)).catch(() => [])) {
      const written = await stat(join(folder, part, key)).catch(() => null);
      if (written && written.mtime < before) keys.push(key);
    }
    if (keys.length > 0) yield keys;
  }
}

export async function removeKept(folder: string, storageKey: string): Promise<void> {
  await rm(keptPath(folder, storageKey), { force: true });
}

function noUpload(): AppError {
  const problem = { path: 'body.uploadId', code: 'unknown-upload', message: 'no file was uploaded under this id' };
  return new AppError('bad-input', { problems: [problem] });
}
