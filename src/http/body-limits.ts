/** What a request may look like before anybody reads it: JSON only, 1 MB, 32 deep, each key once, and not too slow. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';
import { findJsonProblem } from './json-text.ts';

export const bodyMaxBytes = 1_048_576;
export const slowAfterMs = 15_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Streams its body to disk and so may take longer than the others. */
    streams?: boolean;
  }
}

export function limitBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: bodyMaxBytes },
    async (_request: FastifyRequest, text: string) => parseJson(text),
  );
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.streams) return;
    closeWhenSlow(request, reply);
  });
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  const found = findJsonProblem(text);
  if (found) {
    throw new AppError('bad-input', {
      problems: [{ path: found.key || 'body', code: found.problem, message: found.problem }],
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('malformed', { problems: [{ path: 'body', code: 'not-json', message: 'Not JSON' }] });
  }
}

/** Node's own request timeout counts for uploads too, so the others are timed here. */
function closeWhenSlow({ raw }: FastifyRequest, { raw: answer }: FastifyReply): void {
  if (raw.method === 'GET' || raw.method === 'HEAD' || raw.complete) return;
  const timer = setTimeout(() => raw.complete || raw.destroy(), slowAfterMs);
  timer.unref();
  const stop = () => clearTimeout(timer);
  raw.once('end', stop);
  answer.once('close', stop);
}
