/** The one table from a code to an HTTP status. */
import type { ErrorCode } from '#contract/errors.ts';

export const errorStatus: Readonly<Record<ErrorCode, number>> = {
  malformed: 400,
  'not-signed-in': 401,
  'wrong-password': 401,
  'not-allowed': 403,
  'wrong-token': 403,
  'not-found': 404,
  conflict: 409,
  'setup-done': 409,
  'identity-taken': 409,
  'import-not-ready': 409,
  'import-busy': 409,
  'last-owner': 409,
  'in-use': 409,
  'not-set-up': 409,
  'mail-gone': 409,
  'unwilling-receiver': 409,
  stale: 412,
  'too-large': 413,
  'wrong-type': 415,
  'bad-input': 422,
  'idempotency-mismatch': 422,
  'future-event': 422,
  'unknown-source': 422,
  'import-unknown-format': 422,
  'too-many': 429,
  internal: 500,
  unavailable: 503,
};

/** For statuses that Fastify or a plugin chose. */
const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'not-found',
  406: 'wrong-type',
  408: 'malformed',
  409: 'conflict',
  412: 'stale',
  413: 'too-large',
  414: 'too-large',
  415: 'wrong-type',
  422: 'bad-input',
  429: 'too-many',
  503: 'unavailable',
  507: 'unavailable',
};

export function codeForStatus(status: number): ErrorCode {
  return codeOfStatus[status] ?? (status < 500 ? 'bad-input' : 'internal');
}
