/** What could not be read in an import, for its owner to look at: a sheet of reasons, and the raw bytes of one item. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';
import type { Context } from '#services/context.ts';
import { getOwnImport } from '#services/imports/get-import.ts';
import { getImportErrorRaw, type ImportErrorLine, readImportErrors } from '#services/imports/import-errors.ts';
import type { Actors } from './actors.ts';
import { csvLine } from './csv-line.ts';
import { knownId } from './known-id.ts';
import type { ContextFor } from './settings.ts';

interface Options {
  readonly actors: Actors;
  readonly contextFor: ContextFor;
}

export function serveImportFiles(app: FastifyInstance, { actors, contextFor }: Options): void {
  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const { caller } = await actors.find(request.headers);
    if (caller === null) throw new AppError('not-signed-in');
    return contextFor(caller.actor);
  };

  app.get<{ Params: { importId: string } }>('/api/imports/:importId/errors.csv', async (request, reply) => {
    const ctx = await contextOf(request);
    const importId = knownId(request.params.importId);
    // Before the first byte, so that a refusal is still a status.
    await getOwnImport(ctx, importId);
    return reply
      .header('content-disposition', `attachment; filename="import-${importId.slice(0, 8)}.csv"`)
      .header('cache-control', 'no-store')
      .type('text/csv; charset=utf-8')
      .send(Readable.from(csvOf(readImportErrors(ctx, { importId }))));
  });

  app.get<{ Params: { importId: string; position: string } }>(
    '/api/imports/:importId/quarantine/:position',
    async (request, reply) => {
      const ctx = await contextOf(request);
      const { importId, position } = request.params;
      const raw = await getImportErrorRaw(ctx, { importId: knownId(importId), position });
      return reply
        .header('content-disposition', 'attachment; filename="item.bin"')
        .header('cache-control', 'no-store')
        .type('application/octet-stream')
        .send(raw);
    },
  );
}

async function* csvOf(lines: AsyncIterable<ImportErrorLine>): AsyncGenerator<string> {
  // A spreadsheet reads UTF-8 only when told so.
  yield `\u{feff}${csvLine(['position', 'problem', 'bytes'])}`;
  for await (const { position, problem, bytes } of lines) {
    yield csvLine([position, problem, bytes === null ? '' : String(bytes)]);
  }
}
