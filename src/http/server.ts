/** Door 1: one Fastify with everything that stands before a use case, in the order in which a request meets it. */
import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Db } from '#store/database.ts';
import type { Actors } from './actors.ts';
import { serveApi } from './api.ts';
import type { Auth } from './auth.ts';
import { serveAuth } from './auth-api.ts';
import { bodyMaxBytes, limitBodies, slowAfterMs } from './body-limits.ts';
import { serveCalendar } from './calendar.ts';
import { serveConnectionFiles } from './connection-files.ts';
import { serveDocs } from './docs.ts';
import { answerError, answerFor } from './error-body.ts';
import { serveFiles } from './files.ts';
import { serveForumHooks } from './forum-hooks.ts';
import { serveHealth } from './health.ts';
import { serveHooks } from './hooks.ts';
import { serveImportFiles } from './import-files.ts';
import { serveLive } from './live.ts';
import { serveMailPages } from './mail-pages.ts';
import { serveOAuth } from './oauth.ts';
import { servePartyExport } from './party-export.ts';
import { watchPressure } from './pressure.ts';
import { publicPageList } from './public-page-list.ts';
import { servePublicPages } from './public-pages.ts';
import { limitRates } from './rate-limits.ts';
import { serveReportPreview } from './report-preview.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { ContextFor, HttpSettings } from './settings.ts';
import { serveUploads } from './uploads.ts';
import { asksForPage, serveWeb } from './web.ts';

export interface HttpParts {
  readonly settings: HttpSettings;
  readonly db: Db;
  /** Where it is told what other processes write. */
  readonly databaseUrl: string;
  readonly auth: Auth;
  readonly actors: Actors;
  readonly contextFor: ContextFor;
}

export async function buildServer(parts: HttpParts): Promise<FastifyInstance> {
  const { settings, db, databaseUrl, auth, actors, contextFor } = parts;
  const app = Fastify({
    bodyLimit: bodyMaxBytes,
    http: { headersTimeout: slowAfterMs, connectionsCheckingInterval: 3_000 },
    requestTimeout: 0,
    keepAliveTimeout: 65_000,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    routerOptions: { maxParamLength: 600 },
    genReqId: () => randomBytes(6).toString('hex'),
    requestIdHeader: false,
    // Addresses hold names and search words: nothing of a request is logged unless it went wrong.
    logger: settings.logLevel === 'silent' ? false : { level: settings.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
  });

  app.setErrorHandler((error, request, reply) => {
    const { status, body } = answerError(error, request.id, request.log);
    if (status === 503) reply.header('retry-after', 5);
    return reply.code(status).send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    if (app.sendWebPage && asksForPage(request)) return app.sendWebPage(request, reply);
    const { status, body } = answerFor('not-found', request.id);
    return reply.code(status).send(body);
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });

  await setSecurityHeaders(app, settings.publicUrl);
  await limitRates(app, actors, settings);
  await watchPressure(app);
  limitBodies(app);
  serveHealth(app, db);
  serveAuth(app, { auth, db, actors, settings });
  await serveUploads(app, { actors, settings });
  serveFiles(app, { actors, contextFor });
  serveMailPages(app, { actors, contextFor });
  serveReportPreview(app, { actors, contextFor });
  serveImportFiles(app, { actors, contextFor });
  serveConnectionFiles(app, { actors, contextFor });
  servePartyExport(app, { actors, contextFor });
  serveCalendar(app, { contextFor });
  servePublicPages(app, { contextFor, pages: publicPageList });
  serveHooks(app, { contextFor });
  serveForumHooks(app, { contextFor });
  serveLive(app, { actors, db, databaseUrl });
  serveOAuth(app, { actors, contextFor, settings });
  await serveDocs(app, settings.publicUrl);
  serveApi(app, { actors, contextFor, settings });
  if (settings.webFolder) await serveWeb(app, settings.webFolder);
  return app;
}
