/** Attached files go out here: always to be saved, never to be shown, whatever is in them. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#services/app-error.ts';
import { openFile } from '#services/files/attach-file.ts';
import type { Actors } from './actors.ts';
import { knownId } from './known-id.ts';
import type { ContextFor } from './settings.ts';

interface Options {
  readonly actors: Actors;
  readonly contextFor: ContextFor;
}

export function serveFiles(app: FastifyInstance, { actors, contextFor }: Options): void {
  app.get<{ Params: { fileId: string } }>('/api/files/:fileId/content', async (request, reply) => {
    const { caller } = await actors.find(request.headers);
    if (caller === null) throw new AppError('not-signed-in');
    const { fileId } = request.params;
    knownId(fileId);
    const { name, mediaType, path } = await openFile(contextFor(caller.actor), { fileId });
    const found = await stat(path).catch(() => null);
    if (found === null) {
      request.log.error({ fileId }, 'the bytes of a file are gone from the data folder');
      throw new AppError('unavailable');
    }
    return reply
      .header('content-disposition', attachmentOf(name))
      .header('content-length', found.size)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'private, no-store')
      .type(mediaType)
      .send(createReadStream(path));
  });
}

/** The name twice: in plain letters for old programs, whole for all others (RFC 6266). */
export function attachmentOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\w .,()+@=-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
