/** GET /api/live: what changes elsewhere, told to an open screen as server-sent events, for as long as its session lasts. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LiveChange } from '#contract/live.ts';
import { AppError } from '#services/app-error.ts';
import { createLiveHub } from '#services/live/live-hub.ts';
import { findOpenSessions } from '#services/live/open-sessions.ts';
import type { Db } from '#store/database.ts';
import { type Actors, sessionTokenOf } from './actors.ts';

interface Options {
  readonly actors: Actors;
  readonly db: Db;
  readonly databaseUrl: string;
}

interface Stream {
  readonly userId: string;
  readonly token: string;
  readonly response: ServerResponse;
  readonly leave: () => void;
}

/** Many windows, and then some: who opens more asks now and then instead. */
const mostPerUser = 24;
const checkEveryMs = 3_000;
/** Proxies cut what says nothing for a minute. */
const beatEveryMs = 20_000;
/** Of a screen that stopped listening no more is kept than this. */
const mostUnsentBytes = 256 * 1024;
const longestAgoMs = 300_000;

export function serveLive(app: FastifyInstance, { actors, db, databaseUrl }: Options): void {
  const hub = createLiveHub({ databaseUrl, db });
  const streams = new Set<Stream>();
  const end = (stream: Stream, lastWord?: string) => {
    if (!streams.delete(stream)) return;
    stream.leave();
    if (lastWord && !stream.response.writableEnded) stream.response.write(lastWord);
    stream.response.end();
  };

  const check = setInterval(() => void endClosedSessions().catch(() => undefined), checkEveryMs).unref();
  const beat = setInterval(() => {
    for (const { response } of streams) response.write('event: beat\ndata: {}\n\n');
  }, beatEveryMs).unref();
  const endClosedSessions = async () => {
    if (streams.size === 0) return;
    const open = await findOpenSessions(db, { tokens: [...streams].map(({ token }) => token), at: new Date() });
    for (const stream of [...streams]) if (!open.has(stream.token)) end(stream, 'event: ended\ndata: {}\n\n');
  };

  app.get<{ Querystring: { ago?: string } }>('/api/live', async (request, reply) => {
    const { caller } = await actors.find(request.headers);
    if (caller === null) throw new AppError('not-signed-in');
    const token = sessionTokenOf(request.headers);
    if (caller.by !== 'session' || token === null) throw new AppError('not-allowed');
    const { userId } = caller.actor;
    if ([...streams].filter((stream) => stream.userId === userId).length >= mostPerUser) throw new AppError('too-many');
    const agoMs = readAgo(request);
    reply.hijack();
    const response = reply.raw;
    request.raw.socket.setTimeout(0);
    request.raw.socket.setNoDelay(true);
    response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      connection: 'keep-alive',
      // nginx would keep it until there is enough.
      'x-accel-buffering': 'no',
    });
    response.write('retry: 3000\nevent: open-stream\ndata: {}\n\n');
    const tell = (change: LiveChange) => {
      if (response.writableLength > mostUnsentBytes) return end(stream);
      response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
    };
    const stream: Stream = { userId, token, response, leave: () => leave() };
    streams.add(stream);
    const leave = hub.join({ userId, agoMs }, tell);
    response.on('close', () => end(stream));
    response.on('error', () => end(stream));
  });

  app.addHook('preClose', async () => {
    clearInterval(check);
    clearInterval(beat);
    for (const stream of [...streams]) end(stream);
  });
  app.addHook('onClose', () => hub.stop());
}

/** How long ago the page was read; what happened since is told at once. */
function readAgo(request: FastifyRequest<{ Querystring: { ago?: string } }>): number {
  const ago = Number(request.query.ago ?? 0);
  return Number.isFinite(ago) && ago >= 0 ? Math.min(ago, longestAgoMs) : longestAgoMs;
}
