/** Cursors of pages: opaque outside, a short JSON array inside; one that was tampered with is bad input. */
import { AppError } from './app-error.ts';

type Part = string | number | boolean | null;

export function writeCursor(parts: readonly Part[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts, each of the type asked for ('at' = an instant, 'id' = a uuid); null for the first page. */
export function readCursor(cursor: string | undefined, shape: readonly CursorPart[]): Part[] | null {
  if (cursor === undefined) return null;
  const parts = parse(cursor);
  const fits =
    Array.isArray(parts) && parts.length === shape.length && parts.every((part, at) => isPart(part, shape[at]));
  if (fits) return parts as Part[];
  const problem = { path: 'query.cursor', code: 'unknown-cursor', message: 'not a cursor of this list' };
  throw new AppError('bad-input', { problems: [problem] });
}

export type CursorPart = 'at' | 'id' | 'text' | 'number' | 'boolean';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isPart(value: unknown, part: CursorPart | undefined): boolean {
  if (part === 'at') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  if (part === 'id') return typeof value === 'string' && uuid.test(value);
  if (part === 'text') return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
  if (part === 'number') return value === null || (typeof value === 'number' && Number.isFinite(value));
  return typeof value === 'boolean';
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
