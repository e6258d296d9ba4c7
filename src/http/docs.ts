/** /api/openapi.json for programs, /api/docs for people: one page, written once from the same document, without a script. */
import type { OpenAPI } from '@orpc/contract';
import type { FastifyInstance } from 'fastify';
import { docsPage, docsStyle } from './docs-page.ts';
import { describeApi } from './openapi.ts';

interface Written {
  readonly json: string;
  readonly page: string;
}

export async function serveDocs(app: FastifyInstance, publicUrl: string): Promise<void> {
  let written: Promise<Written> | null = null;
  const write = () => {
    written ??= describeApi(publicUrl).then(render);
    return written;
  };
  app.get('/api/openapi.json', async (_, reply) => reply.type('application/json').send((await write()).json));
  app.get('/api/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send((await write()).page));
  app.get('/api/docs/style.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(docsStyle));
}

function render(document: OpenAPI.Document): Written {
  return { json: JSON.stringify(document), page: docsPage(document) };
}
