import type { ErrorBody, ErrorCode } from '#contract/errors.ts';

export type Problem = ErrorBody['problems'][number];

interface Details {
  /** Numbers and names for the sentence that messages make of the code. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly problems?: readonly Problem[];
  /** With 'stale': the row as it is now. */
  readonly current?: Readonly<Record<string, unknown>>;
}

/** Everything a use case refuses; the doors turn the code into a status, messages turn it into words. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly problems: readonly Problem[];
  readonly current: Readonly<Record<string, unknown>> | null;

  constructor(code: ErrorCode, details: Details = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = details.params ?? {};
    this.problems = details.problems ?? [];
    this.current = details.current ?? null;
  }
}

/** What one may not see answers exactly like what does not exist. */
export function notFound(): AppError {
  return new AppError('not-found');
}
