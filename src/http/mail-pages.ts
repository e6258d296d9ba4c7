/**
 * The page of a mail, for a frame: whatever is in it can run nothing, reach nothing and read nothing of ours. And its files, to
 * be saved. Beside the contract, because a frame asks for it by its address: a frame with its own text would have our policy.
 */
import type { FastifyInstance } from 'fastify';
import { AppError } from '#services/app-error.ts';
import { openMailFile, openMailPage, openMailSource } from '#services/mailroom/open-mail.ts';
import type { Actors } from './actors.ts';
import { attachmentOf } from './files.ts';
import { knownId } from './known-id.ts';
import type { ContextFor } from './settings.ts';

interface Options {
  readonly actors: Actors;
  readonly contextFor: ContextFor;
}

export function serveMailPages(app: FastifyInstance, { actors, contextFor }: Options): void {
  const enter = async (headers: Parameters<Actors['find']>[0], mailId: string) => {
    const { caller } = await actors.find(headers);
    if (caller === null) throw new AppError('not-signed-in');
    knownId(mailId);
    return contextFor(caller.actor);
  };

  app.get<{ Params: { mailId: string }; Querystring: { images?: string } }>(
    '/api/mails/:mailId/page',
    async (request, reply) => {
      const { mailId } = request.params;
      const ctx = await enter(request.headers, mailId);
      const withRemote = request.query.images === '1';
      const { html, locale } = await openMailPage(ctx, { mailId, withRemote });
      return reply
        .removeHeader('origin-agent-cluster')
        .header('content-security-policy', framePolicy(withRemote))
        .header('x-frame-options', 'SAMEORIGIN')
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'private, no-store')
        .type('text/html; charset=utf-8')
        .send(framePage(html, locale));
    },
  );

  app.get<{ Params: { mailId: string; at: string } }>('/api/mails/:mailId/files/:at', async (request, reply) => {
    const { mailId, at } = request.params;
    const ctx = await enter(request.headers, mailId);
    if (!/^\d{1,3}$/.test(at)) throw new AppError('not-found');
    const { name, mediaType, bytes } = await openMailFile(ctx, { mailId, at: Number(at) });
    return reply
      .header('content-disposition', attachmentOf(name === '' ? `bestand-${at}` : name))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'private, no-store')
      .type(mediaType.startsWith('text/') || mediaType.includes('xml') ? 'application/octet-stream' : mediaType)
      .send(Buffer.from(bytes));
  });

  app.get<{ Params: { mailId: string } }>('/api/mails/:mailId/source.eml', async (request, reply) => {
    const { mailId } = request.params;
    const source = await openMailSource(await enter(request.headers, mailId), { mailId });
    return reply
      .header('content-disposition', attachmentOf('mail.eml'))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'private, no-store')
      .type('application/octet-stream')
      .send(source);
  });
}

/** Pictures from elsewhere only where the reader asked for them: then the reader's own browser fetches them, nobody else. */
export function framePolicy(withRemote: boolean): string {
  return [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data:${withRemote ? ' https:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

const style = `:root{color-scheme:light}body{margin:12px;background:#fff;color:#1d1d1b;font:15px/1.5 system-ui,sans-serif;
overflow-wrap:break-word}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}
details>summary{cursor:pointer;width:max-content;padding:0 .6em;border-radius:4px;background:#eee;list-style:none}
a{color:#14507a}`;

/** What is between is cleaned (connectors/mail-view); the frame holds it shut besides. */
export function framePage(html: string, locale: 'nl' | 'en'): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mail</title><style>${style}</style></head><body>${html}</body></html>`;
}
