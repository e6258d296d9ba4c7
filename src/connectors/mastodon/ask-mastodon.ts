/** One question to a Mastodon server, or to any that speaks its API, as the account whose token this is. */
import type { z } from 'zod';
import { type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { askJson } from '../web-api/ask-json.ts';

export interface MastodonQuery<Answer> {
  readonly path: string;
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
  readonly schema: z.ZodType<Answer>;
  readonly place?: string;
}

export function askMastodon<Answer>(
  reach: Reach<'mastodon'>,
  { path, params = {}, schema, place }: MastodonQuery<Answer>,
): Promise<Answer> {
  const { secret, settings } = reach;
  if (secret === null) throw new ReaderProblem('wrong-password');
  const token = secret.type === 'token' ? secret.accessToken : secret.password;
  const url = new URL(path, settings.server);
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === 'string' ? [value] : value) url.searchParams.append(name, one);
  }
  const headers = { authorization: `Bearer ${token.trim()}` };
  return askJson(reach, { url, schema, headers, ...(place === undefined ? {} : { place }) });
}
