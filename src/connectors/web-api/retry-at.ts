/** When a server that asked to wait may be asked again. */

/** Longer than this nobody waits without asking once more. */
const longestMs = 24 * 3_600_000;

/** Null: it does not say. Retry-After in seconds or as a date; else the moment at which the allowance is filled up again. */
export function readRetryAt(headers: Headers, nowMs: number): number | null {
  const after = headers.get('retry-after')?.trim() ?? '';
  const reset = (headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset'))?.trim() ?? '';
  const atMs = readAfter(after, nowMs) ?? readReset(reset, nowMs);
  if (atMs === null || !Number.isFinite(atMs)) return null;
  return Math.min(Math.max(atMs, nowMs), nowMs + longestMs);
}

function readAfter(written: string, nowMs: number): number | null {
  if (written === '') return null;
  if (/^\d+(\.\d+)?$/.test(written)) return nowMs + Number(written) * 1_000;
  const date = Date.parse(written);
  return Number.isNaN(date) ? null : date;
}

/** Unix time in seconds, a date, or seconds from now. */
function readReset(written: string, nowMs: number): number | null {
  if (written === '') return null;
  if (/^\d+$/.test(written))
    return Number(written) > 1_000_000_000 ? Number(written) * 1_000 : nowMs + Number(written) * 1_000;
  const date = Date.parse(written);
  return Number.isNaN(date) ? null : date;
}
