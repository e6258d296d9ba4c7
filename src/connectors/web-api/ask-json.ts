/** A question to another server's API, answered in JSON of a known shape, or a ReaderProblem that says what is the matter. */
import type { z } from 'zod';
import type { ConnectionProblem } from '#contract/connection-kinds.ts';
import { type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { makeLine } from '../storable-text.ts';
import { readRetryAt } from './retry-at.ts';

export interface Asked<Answer> {
  readonly url: string | URL;
  readonly schema: z.ZodType<Answer>;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly place?: string;
}

export type Asking = Pick<Reach, 'net' | 'signal' | 'nowMs'>;

/** A refusal with the server's own code for it, where it gave one. */
export class ApiRefusal extends ReaderProblem {
  readonly status: number;
  readonly code: string | null;
  constructor(
    problem: ConnectionProblem,
    options: { status: number; code: string | null; detail?: string; place?: string; retryAtMs?: number },
  ) {
    super(problem, options);
    this.name = 'ApiRefusal';
    this.status = options.status;
    this.code = options.code;
  }
}

export async function askJson<Answer>(
  { net, signal, nowMs }: Asking,
  { url, schema, method = 'GET', headers = {}, body, place }: Asked<Answer>,
): Promise<Answer> {
  const at = place === undefined ? {} : { place };
  const response = await net.fetch(url, {
    method,
    signal,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw refusalOf({ response, text, nowMs, place });
  const parsed = schema.safeParse(parseJson(text, at));
  if (!parsed.success) throw new ReaderProblem('garbage', at);
  return parsed.data;
}

function parseJson(text: string, at: { place?: string }): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReaderProblem('garbage', { ...at, cause });
  }
}

const byStatus: Readonly<Record<number, ConnectionProblem>> = {
  401: 'wrong-password',
  403: 'not-allowed',
  404: 'garbage',
  408: 'too-slow',
  429: 'throttled',
};

interface Refused {
  readonly response: Response;
  readonly text: string;
  readonly nowMs: number;
  readonly place: string | undefined;
}

function refusalOf({ response, text, nowMs, place }: Refused): ApiRefusal {
  const { status, headers } = response;
  const { code, words } = wordsOf(text);
  const retryAtMs = status === 429 || status === 503 ? readRetryAt(headers, nowMs) : null;
  return new ApiRefusal(byStatus[status] ?? (status >= 500 ? 'server-trouble' : 'garbage'), {
    ...{ status, code },
    ...(words === null ? {} : { detail: words }),
    ...(place === undefined ? {} : { place }),
    ...(retryAtMs === null ? {} : { retryAtMs }),
  });
}

/** The three ways of saying no: `error` and `message`, `error` and `error_description`, `errors` and `error_type`. */
function wordsOf(text: string): { code: string | null; words: string | null } {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return { code: null, words: null };
  }
  if (said === null || typeof said !== 'object') return { code: null, words: null };
  const told: Record<string, unknown> = { ...said };
  const line = (value: unknown) => (typeof value === 'string' ? makeLine(value, 300) : null);
  const first = Array.isArray(told['errors']) ? line(told['errors'][0]) : null;
  return {
    code: line(told['error_type']) ?? line(told['error']),
    words: line(told['message']) ?? line(told['error_description']) ?? first ?? line(told['error']),
  };
}
