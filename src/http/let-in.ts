/** Who gets past the door at all; what they may do with which row is for services/allow.ts. */
import type { FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';
import type { Caller } from './actors.ts';
import type { HttpSettings } from './settings.ts';

export function letIn({ access }: { access: 'public' | 'user' | 'owner' }, caller: Caller | null): void {
  if (access === 'public') return;
  if (caller === null) throw new AppError('not-signed-in');
  if (access === 'owner' && caller.actor.role !== 'owner') throw new AppError('not-allowed');
}

/** A cookie travels with whatever page asks; a browser says which page that was. An API key is sent by nobody unasked. */
export function refuseForeignPage(request: FastifyRequest, caller: Caller | null, ownOrigins: readonly string[]): void {
  if (request.method === 'GET' || caller?.by === 'api-key') return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  const foreign = origin !== undefined && !ownOrigins.includes(origin);
  if (!foreign && site !== 'cross-site' && site !== 'same-site') return;
  request.log.warn({ origin }, 'refused a write from a page of another address; is PUBLIC_URL what people type?');
  throw new AppError('not-allowed', { params: { origin: origin ?? String(site) } });
}

export function originsOf({ publicUrl, otherOrigins }: Pick<HttpSettings, 'publicUrl' | 'otherOrigins'>): string[] {
  return [new URL(publicUrl).origin, ...otherOrigins];
}
