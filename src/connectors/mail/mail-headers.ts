/** Headers by lower-case name, every value in document order. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

export function groupHeaders(headers: readonly { readonly key: string; readonly value: string }[]): MailHeaders {
  const grouped = new Map<string, string[]>();
  for (const { key, value } of headers) {
    const values = grouped.get(key);
    if (values) values.push(value.trim());
    else grouped.set(key, [value.trim()]);
  }
  return grouped;
}

export function firstHeader(headers: MailHeaders, name: string): string {
  return headers.get(name)?.[0] ?? '';
}

/** Only the header block of a raw mail, without parsing its body: cheap enough to sample thousands. */
export function scanHeaders(raw: Uint8Array): MailHeaders {
  const block = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 32_768)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(block)?.index ?? block.length;
  const unfolded = block.slice(0, end).replace(/\r?\n[ \t]+/g, ' ');
  return groupHeaders(
    unfolded.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [{ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1) }];
    }),
  );
}
