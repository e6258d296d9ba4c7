/** What went wrong, in the reader's words. */
import { apiErrorOf } from '#contract/client.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Words } from '#messages/en/words.ts';

export interface Failure {
  readonly code: ErrorCode | 'offline';
  readonly sentence: string;
  readonly requestId: string | null;
  /** Problems by field name. */
  readonly fields: Readonly<Record<string, string>>;
}

export function describeFailure(error: unknown, words: Words): Failure {
  const told = apiErrorOf(error) ?? (error instanceof RequestFailed ? error.body : null);
  if (!told) return { code: 'offline', sentence: words.errors.offline, requestId: null, fields: {} };
  const fields = Object.fromEntries(
    told.problems.map(({ path, code, message }) => {
      return [path.split('.').at(-1) ?? path, words.errors.problems[code] ?? message] as const;
    }),
  );
  const requestId = told.code === 'internal' ? told.requestId : null;
  return { code: told.code, sentence: words.errors.codes[told.code], requestId, fields };
}

export function isSignedOut(error: unknown): boolean {
  return apiErrorOf(error)?.code === 'not-signed-in';
}

export function isNotFound(error: unknown): boolean {
  return apiErrorOf(error)?.code === 'not-found';
}

/** An answer of the routes beside the contract (sign-in, uploads) that was no. */
export class RequestFailed extends Error {
  readonly body: NonNullable<ReturnType<typeof apiErrorOf>>;
  constructor(body: NonNullable<ReturnType<typeof apiErrorOf>>) {
    super(body.message);
    this.body = body;
  }
}
