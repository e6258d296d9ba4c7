/** What PostgreSQL refuses is, nearly always, something wrong with the input or a passing condition; this says which. */
import type { ErrorCode } from '#contract/errors.ts';

/** Exact SQLSTATEs first, then their classes. */
const byState: Readonly<Record<string, ErrorCode>> = {
  '23505': 'conflict',
  '23503': 'conflict',
  '23P01': 'conflict',
  '23502': 'bad-input',
  '23514': 'bad-input',
  '40001': 'conflict',
  '40P01': 'conflict',
  '55P03': 'unavailable',
  '57014': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '25006': 'unavailable',
  '08P01': 'bad-input',
  '42601': 'bad-input',
};
const byClass: Readonly<Record<string, ErrorCode>> = {
  '08': 'unavailable',
  '22': 'bad-input',
  '53': 'unavailable',
  '54': 'too-large',
};

/** Errors of the connection itself carry a code of the system or only a sentence of the driver. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);
const connectionSentences =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|query read timeout|cannot use a pool after calling end/i;

/** Null: not an error of the database at all. */
export function databaseErrorCode(error: unknown): ErrorCode | null {
  if (!(error instanceof Error)) return null;
  if (connectionSentences.test(error.message)) return 'unavailable';
  const state = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (connectionCodes.has(state) && 'syscall' in error && error.syscall === 'connect') return 'unavailable';
  if (['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(state)) return 'unavailable';
  if (!/^[0-9A-Z]{5}$/.test(state) || !('severity' in error)) return null;
  return byState[state] ?? byClass[state.slice(0, 2)] ?? null;
}
