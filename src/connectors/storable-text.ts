/** Text a database and JSON can hold: no NUL or other control characters, no lone surrogates (quality.md). */
export function makeStorable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what goes out here
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\ufffe\uffff]/g, '');
}

/** One line, single spaces, at most `maxLength` characters; null when nothing is left. */
export function makeLine(text: string | null | undefined, maxLength: number): string | null {
  if (text === null || text === undefined) return null;
  const line = makeStorable(text.slice(0, maxLength * 4))
    .replace(/\s+/g, ' ')
    .trim();
  return cutText(line, maxLength).trimEnd() || null;
}

/** Cuts without tearing a character outside the basic plane in two. */
export function cutText(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
}
