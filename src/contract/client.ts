/** The typed client of the API: the browser, the tests and third parties call the same table. */
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { ErrorBody } from './errors.ts';
import { type Contract, contract } from './index.ts';
import { readError } from './read-error.ts';

export type ApiClient = ContractRouterClient<Contract>;

interface ClientOptions {
  /** The address of the house, e.g. https://crm.example.nl; the browser passes its own origin. */
  readonly url: string;
  /** For programs; a browser has its session. */
  readonly apiKey?: string;
  readonly headers?: () => Readonly<Record<string, string>>;
  readonly fetch?: (request: Request) => Promise<Response>;
}

export function createClient(options: ClientOptions): ApiClient {
  const send = options.fetch ?? ((request: Request) => fetch(request));
  const link = new OpenAPILink(contract, {
    url: `${options.url.replace(/\/+$/, '')}/api`,
    headers: () => ({ ...(options.apiKey ? { 'x-api-key': options.apiKey } : {}), ...options.headers?.() }),
    fetch: (request) => send(request),
    customErrorResponseBodyDecoder: (body, response) => toApiError(body, response.status),
  });
  return createORPCClient(link);
}

/** What the server said, for whoever caught an error; null when it is not an answer of the server at all. */
export function apiErrorOf(error: unknown): (ErrorBody & { readonly status: number }) | null {
  if (!(error instanceof ORPCError)) return null;
  const told = readError(error.data);
  return told && { ...told, status: error.status };
}

function toApiError(body: unknown, status: number): ORPCError<string, ErrorBody> | null {
  const told = readError(body);
  return told && new ORPCError(told.code, { status, message: told.message, data: told });
}
