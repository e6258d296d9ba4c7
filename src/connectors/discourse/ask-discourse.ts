/** One question to a Discourse forum as the account whose key this is. */
import type { z } from 'zod';
import { type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { ApiRefusal, askJson } from '../web-api/ask-json.ts';

export interface DiscourseQuery<Answer> {
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<Answer>;
  readonly place?: string;
}

export async function askDiscourse<Answer>(
  reach: Reach<'discourse'>,
  { path, params = {}, schema, place }: DiscourseQuery<Answer>,
): Promise<Answer> {
  const { secret, settings } = reach;
  if (secret === null) throw new ReaderProblem('wrong-password');
  const key = secret.type === 'token' ? secret.accessToken : secret.password;
  const url = urlOf(settings.server, path);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  const headers = { 'api-key': key.trim(), 'api-username': settings.userName };
  try {
    return await askJson(reach, { url, schema, headers, ...(place === undefined ? {} : { place }) });
  } catch (error) {
    // A key that is not known, or no longer, is "not permitted" here.
    const isUnknown = error instanceof ApiRefusal && error.status === 403 && error.code === 'invalid_access';
    throw isUnknown
      ? new ReaderProblem('wrong-password', { ...(error.detail ? { detail: error.detail } : {}) })
      : error;
  }
}

/** A forum may live in a folder of a site. */
export function urlOf(server: string, path: string): URL {
  return new URL(path.replace(/^\//, ''), server.endsWith('/') ? server : `${server}/`);
}
