/** The calendar that follows along: an iCalendar file behind a secret link, without a session. */
import type { FastifyInstance } from 'fastify';
import { AppError } from '#services/app-error.ts';
import { findFeedOwner } from '#services/calendar/calendar-feed.ts';
import { gatherCalendar } from '#services/calendar/gather-calendar.ts';
import { systemActor } from '#services/context.ts';
import { writeCalendar } from './calendar-file.ts';
import type { ContextFor } from './settings.ts';

/** Calendars ask a few times an hour; who asks more often is guessing. */
const asksPerMinute = 30;

export function serveCalendar(app: FastifyInstance, { contextFor }: { contextFor: ContextFor }): void {
  const countAsk = app.createRateLimit({
    max: asksPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => `calendar ${request.ip}`,
  });
  app.get<{ Params: { file: string } }>('/api/calendar/:file', async (request, reply) => {
    const counted = await countAsk(request);
    if (!counted.isAllowed && counted.isExceeded) {
      reply.header('retry-after', counted.ttlInSeconds);
      throw new AppError('too-many');
    }
    const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1];
    if (token === undefined) throw new AppError('not-found');
    const owner = await findFeedOwner(contextFor(systemActor), token);
    const calendar = await gatherCalendar(contextFor(owner));
    return reply
      .header('content-disposition', 'inline; filename="hecht.ics"')
      .header('cache-control', 'private, no-store')
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex')
      .type('text/calendar; charset=utf-8')
      .send(writeCalendar(calendar));
  });
}
