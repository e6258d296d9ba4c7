/** A stretch of the line that was understood as something. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Found<T> extends Span {
  readonly value: T;
}

/** The first place where this pattern fits, with what its parts say. */
export function findIn(text: string, pattern: RegExp): (Span & { readonly parts: readonly string[] }) | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const parts = match.map((part) => part ?? '');
  return { start: match.index, end: match.index + match[0].length, parts };
}

/** The line without these stretches, tidied where they were. */
export function cut(line: string, spans: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (start > at) rest += `${line.slice(at, start)} `;
    at = Math.max(at, end);
  }
  rest += line.slice(at);
  return rest
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/([,.;:])[,.;:]+/g, '$1')
    .replace(/^[\s,.;:–—-]+|[\s,;:–—-]+$/g, '')
    .trim();
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
