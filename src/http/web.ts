/** The built web: hashed files that never change, and one page for every address of the app. */
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from './security-headers.ts';

/** Where the build leaves room for the nonce of a page. */
const noncePlace = '__CSP_NONCE__';

export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    // As the build packed them, where the browser takes that.
    preCompressed: true,
    // The page itself is written per request, with its nonce.
    allowedPath: (path) => path !== '/index.html',
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${folder}/assets/`);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const readPage = pageReader(join(folder, 'index.html'));
  const answer = async (_: FastifyRequest, reply: FastifyReply) => sendPage(reply, await readPage());
  app.get('/', answer);
  app.decorate('sendWebPage', answer);
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Present when the web is served: answers an address of the app with its page. */
    sendWebPage?: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  }
}

/** Is this a person following a link into the app, rather than a program asking for a file that is not there? */
export function asksForPage(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '';
  if (request.method !== 'GET' || /^\/(api|health|assets|m|v)(\/|$)/.test(path)) return false;
  return (request.headers.accept ?? '').includes('text/html');
}

function sendPage(reply: FastifyReply, page: string | null): FastifyReply {
  if (page === null) return reply.code(503).type('text/plain; charset=utf-8').send('The web is still being built.');
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(noncePlace, nonce));
}

/** Reads the page again only when it was built again. */
function pageReader(path: string): () => Promise<string | null> {
  let kept = { page: '', writtenMs: -1 };
  return async () => {
    const writtenMs = (await stat(path).catch(() => null))?.mtimeMs ?? null;
    if (writtenMs === null) return null;
    if (writtenMs !== kept.writtenMs) kept = { page: await readFile(path, 'utf8'), writtenMs };
    return kept.page;
  };
}
