/** Files come in here, streamed to disk under a random name; only the id goes on to the contract. */
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { v4 as randomUuid } from 'uuid';
import { AppError } from '#services/app-error.ts';
import type { Actors } from './actors.ts';
import { letIn, originsOf, refuseForeignPage } from './let-in.ts';
import type { HttpSettings } from './settings.ts';
import { uploadPath } from './upload-path.ts';

const mostFiles = 20_000;
const idleAfterMs = 30_000;

interface Options {
  readonly actors: Actors;
  readonly settings: HttpSettings;
}

export async function serveUploads(app: FastifyInstance, { actors, settings }: Options): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: settings.uploadMaxBytes, files: mostFiles, fields: 0, parts: mostFiles, headerPairs: 100 },
  });
  app.post('/api/uploads', { config: { streams: true }, bodyLimit: settings.uploadMaxBytes }, async (request) => {
    const { caller } = await actors.find(request.headers);
    letIn({ access: 'user' }, caller);
    refuseForeignPage(request, caller, originsOf(settings));
    if (!request.isMultipart()) throw new AppError('wrong-type');
    const uploadId = randomUuid();
    const path = uploadPath(settings.uploadFolder, { userId: caller?.actor.userId ?? '', uploadId });
    return { uploadId, ...(await receive(request, path, settings.uploadMaxBytes)) };
  });
}

interface Received {
  readonly fileName: string;
  readonly files: number;
  readonly bytes: number;
}

/** Everything arrives in a folder beside its place and moves there only when it is whole. */
async function receive(request: FastifyRequest, path: string, bytesMax: number): Promise<Received> {
  const folder = `${path}.part`;
  const idle = setTimeout(() => request.raw.destroy(), idleAfterMs);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const received = await writeAll(request, { folder, bytesMax, onChunk: () => idle.refresh() });
    const [only] = received.files === 1 ? await readdir(folder) : [];
    await rename(only === undefined ? folder : join(folder, only), path);
    return received;
  } catch (error) {
    throw isStorageTrouble(error) ? new AppError('unavailable') : error;
  } finally {
    clearTimeout(idle);
    await rm(folder, { recursive: true, force: true });
  }
}

interface Writing {
  readonly folder: string;
  readonly bytesMax: number;
  readonly onChunk: () => void;
}

async function writeAll(request: FastifyRequest, { folder, bytesMax, onChunk }: Writing): Promise<Received> {
  let [files, bytes, fileName] = [0, 0, ''];
  for await (const { file, filename } of request.files()) {
    files += 1;
    if (files === 1) fileName = filename;
    const target = join(folder, `${String(files).padStart(6, '0')}-${storableName(filename)}`);
    bytes += await writeOne(file, target, { bytesLeft: bytesMax - bytes, onChunk });
  }
  if (files === 0)
    throw new AppError('bad-input', { problems: [{ path: 'body', code: 'no-file', message: 'No file' }] });
  return { fileName: files === 1 ? fileName : `${fileName} + ${files - 1}`, files, bytes };
}

interface WritingOne {
  readonly bytesLeft: number;
  readonly onChunk: () => void;
}

async function writeOne(file: Readable, target: string, { bytesLeft, onChunk }: WritingOne): Promise<number> {
  let bytes = 0;
  await pipeline(
    file,
    async function* measured(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        onChunk();
        if (bytes > bytesLeft) throw new AppError('too-large');
        yield chunk;
      }
    },
    createWriteStream(target, { flags: 'wx', mode: 0o600 }),
  );
  if ('truncated' in file && file.truncated === true) throw new AppError('too-large');
  return bytes;
}

/** Connectors look at endings (.eml, a Maildir flag); everything else in a name is only trouble. */
function storableName(name: string): string {
  return (
    (name.split(/[\\/]/).at(-1) ?? '')
      .replaceAll(/[^\w.,=@+-]/g, '_')
      .replace(/^\.+/, '')
      .slice(-100) || 'file'
  );
}

const storageCodes = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE']);
function isStorageTrouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && storageCodes.has(String(error.code));
}
