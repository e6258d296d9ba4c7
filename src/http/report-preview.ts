/** What the customer would see, for a frame in the report: the very page, written by the same hand, in which nothing can be sent. */
import type { FastifyInstance } from 'fastify';
import { isLocale } from '#messages/locales.ts';
import { AppError } from '#services/app-error.ts';
import { getFirm } from '#services/firm.ts';
import { previewReportPage } from '#services/reports/report-page.ts';
import type { Actors } from './actors.ts';
import { knownId } from './known-id.ts';
import { publicPagePolicy, writePublicPage } from './public-page-frame.ts';
import { writeReportPage } from './report-page.ts';
import type { ContextFor } from './settings.ts';

interface Options {
  readonly actors: Actors;
  readonly contextFor: ContextFor;
}

export function serveReportPreview(app: FastifyInstance, { actors, contextFor }: Options): void {
  app.get<{ Params: { reportId: string }; Querystring: { l?: string } }>(
    '/api/reports/:reportId/page',
    async (request, reply) => {
      const { caller } = await actors.find(request.headers);
      if (caller === null) throw new AppError('not-signed-in');
      const ctx = contextFor(caller.actor);
      const content = await previewReportPage(ctx, { reportId: knownId(request.params.reportId) });
      const { name: firmName, timeZone } = await getFirm(ctx.db);
      const locale = isLocale(request.query.l) ? request.query.l : 'nl';
      const view = { locale, timeZone, said: null, problem: null, typed: {}, isPreview: true };
      return reply
        .removeHeader('origin-agent-cluster')
        .header('content-security-policy', publicPagePolicy({ inFrame: true }))
        .header('x-frame-options', 'SAMEORIGIN')
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'private, no-store')
        .type('text/html; charset=utf-8')
        .send(writePublicPage({ ...writeReportPage(content, view), locale, firmName, other: null }));
    },
  );
}
