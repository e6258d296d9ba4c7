/** A foreign message as data: JSON, or the form some programs send; no deeper than a person could mean. */
import type { HookProblem } from '#contract/hook-mapping.ts';

const deepest = 32;

export type Payload = { readonly data: unknown } | { readonly problem: HookProblem };

export function parsePayload(raw: Uint8Array, contentType: string): Payload {
  const text = Buffer.from(raw)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return { data: parseForm(text) };
  if (isTooDeep(text)) return { problem: 'too-deep' };
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? { data } : { problem: 'not-json' };
  } catch {
    return { problem: 'not-json' };
  }
}

/** A form whose one field is JSON is that JSON. */
function parseForm(text: string): unknown {
  const fields = Object.fromEntries([...new URLSearchParams(text)].slice(0, 1_000));
  const { payload } = fields;
  if (payload === undefined || isTooDeep(payload)) return fields;
  try {
    return JSON.parse(payload);
  } catch {
    return fields;
  }
}

/** Before parsing, so that nothing is built that cannot be written again. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
