/** Takes what is understood out of a line, piece by piece; the rest stays text. */

/** A pattern that stands by itself between spaces and signs; `B` in it is such an edge. */
export function phrase(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d.@/:-])(?:${pattern})(?![\\p{L}\\d@/]|[.:-]\\d)`, 'iu');
}

export interface Taken<T> {
  readonly value: T;
  readonly rest: string;
}

interface Rule<T> {
  readonly pattern: RegExp;
  /** Null: it looked like it, and is something else. */
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => T | null;
}

/** The first rule that understands something takes it out. */
export function take<T>(line: string, rules: readonly Rule<T>[]): Taken<T> | null {
  for (const { pattern, read } of rules) {
    const match = pattern.exec(line);
    const value = match && read(match.groups ?? {});
    if (!match || value === null) continue;
    return { value, rest: `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}` };
  }
  return null;
}

export function tidy(line: string): string {
  return line
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.;:!?])/g, '$1')
    .replaceAll(/^[\s,;:.-]+|[\s,;:-]+$/g, '');
}
