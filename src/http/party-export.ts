/** A list of relations as a sheet, streamed: only what one may see, with the columns one looks at. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { exportQuery } from '#contract/party-lists.ts';
import { AppError } from '#services/app-error.ts';
import { type ExportLine, exportParties } from '#services/parties/export-parties.ts';
import type { Actors } from './actors.ts';
import { csvLine } from './csv-line.ts';
import { listProblems } from './input-problems.ts';
import type { ContextFor } from './settings.ts';

interface Options {
  readonly actors: Actors;
  readonly contextFor: ContextFor;
}

export function servePartyExport(app: FastifyInstance, { actors, contextFor }: Options): void {
  app.get('/api/parties/export.csv', async (request, reply) => {
    const { caller } = await actors.find(request.headers);
    if (caller === null) throw new AppError('not-signed-in');
    const read = exportQuery.safeParse(request.query);
    if (!read.success) {
      const problems = listProblems(read.error.issues as Parameters<typeof listProblems>[0]);
      throw new AppError('bad-input', { problems: problems.map((one) => ({ ...one, path: `query.${one.path}` })) });
    }
    const given = Object.entries(read.data).filter(([, value]) => value !== undefined);
    // Before the first byte, so that a refusal is still a status.
    const lines = await exportParties(contextFor(caller.actor), Object.fromEntries(given));
    const day = new Date().toISOString().slice(0, 10);
    return reply
      .header('content-disposition', `attachment; filename="relations-${day}.csv"`)
      .header('cache-control', 'no-store')
      .type('text/csv; charset=utf-8')
      .send(Readable.from(csvOf(lines)));
  });
}

async function* csvOf(lines: AsyncIterable<ExportLine>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const line of lines) {
    // A spreadsheet reads UTF-8 only when told so.
    yield `${isFirst ? '\u{feff}' : ''}${csvLine(line)}`;
    isFirst = false;
  }
}
