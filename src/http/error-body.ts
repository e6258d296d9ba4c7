/** Any error becomes one status and one body; what nobody expected is logged with the number that the user sees. */
import { ORPCError, ValidationError } from '@orpc/server';
import type { FastifyBaseLogger } from 'fastify';
import type { ErrorBody, ErrorCode } from '#contract/errors.ts';
import { AppError } from '#services/app-error.ts';
import { databaseErrorCode } from './database-error.ts';
import { codeForStatus, errorStatus } from './error-status.ts';
import { listProblems } from './input-problems.ts';

export interface ErrorAnswer {
  readonly status: number;
  readonly body: ErrorBody;
}

type Details = Partial<Pick<ErrorBody, 'message' | 'problems' | 'current'>>;

export function answerFor(code: ErrorCode, requestId: string, details: Details = {}): ErrorAnswer {
  const body = { code, message: details.message ?? code, problems: details.problems ?? [], requestId };
  return { status: errorStatus[code], body: { ...body, current: details.current ?? null } };
}

export function answerError(error: unknown, requestId: string, log: FastifyBaseLogger): ErrorAnswer {
  if (error instanceof AppError) return answerFor(error.code, requestId, detailsOf(error));
  const problems = findInputProblems(error);
  if (problems) return answerFor('bad-input', requestId, { problems });
  const databaseCode = databaseErrorCode(error);
  if (databaseCode) {
    log.warn({ err: error, requestId }, 'the database refused');
    return answerFor(databaseCode, requestId);
  }
  const status = statusOf(error);
  if (status !== null && status < 500)
    return answerFor(codeForStatus(status), requestId, { message: sentenceOf(error) });
  if (status === 503) return answerFor('unavailable', requestId);
  log.error({ err: error, requestId }, 'nobody expected this');
  return answerFor('internal', requestId);
}

function detailsOf(error: AppError): Details {
  const told = Object.entries(error.params).map(([path, value]) => ({
    path,
    code: error.code,
    message: String(value),
  }));
  return { problems: [...error.problems, ...told], current: error.current };
}

/** Only what the caller sent counts: a bad output is our own mistake. */
function findInputProblems(error: unknown): ErrorBody['problems'] | null {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return null;
  return error.cause instanceof ValidationError ? listProblems(error.cause.issues) : null;
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  if ('status' in error && typeof error.status === 'number') return error.status;
  return null;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'refused';
}
