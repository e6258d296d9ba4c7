import { AppError } from '#services/app-error.ts';

/** If-Match names the version that was changed, as ETag gave it; `*` is any version that exists. */
export function readIfMatch(header: string | undefined): { ifVersion?: number } {
  if (header === undefined || header === '*') return {};
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1] ?? /^(\d{1,9})$/.exec(header.trim())?.[1];
  if (version !== undefined) return { ifVersion: Number(version) };
  throw new AppError('bad-input', {
    problems: [{ path: 'headers.if-match', code: 'not-a-version', message: 'If-Match is the version, as in ETag' }],
  });
}
