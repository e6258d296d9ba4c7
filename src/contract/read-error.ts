/**
 * What the server said went wrong, read without the library of schemas: every page fetches this, and the one shape is the
 * server's own. A test holds it to `errorBody`.
 */
import { type ErrorCode, errorCodes } from './error-codes.ts';
import type { ErrorBody } from './errors.ts';

/** Null when it is not an error of ours. */
export function readError(value: unknown): ErrorBody | null {
  if (!isRecord(value) || !isCode(value.code) || typeof value.message !== 'string') return null;
  const { code, message, problems = [], requestId = null, current = null } = value;
  if (!Array.isArray(problems) || !problems.every(isProblem)) return null;
  if (requestId !== null && typeof requestId !== 'string') return null;
  if (current !== null && !isRecord(current)) return null;
  return { code, message, problems: problems.map(pickProblem), requestId, current };
}

type Problem = ErrorBody['problems'][number];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCode(value: unknown): value is ErrorCode {
  return errorCodes.some((code) => code === value);
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && [value.path, value.code, value.message].every((part) => typeof part === 'string');
}

function pickProblem({ path, code, message }: Problem): Problem {
  return { path, code, message };
}
