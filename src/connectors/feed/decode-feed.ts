/** Which letters the bytes of a feed are: by its byte order mark, its own first line, or what the server says of it. */

export function decodeFeed(bytes: Buffer, contentType: string): string {
  const bom =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const head = bytes.subarray(0, 200).toString('latin1');
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  const told = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];
  for (const name of [bom, told, declared]) {
    if (!name) continue;
    try {
      return new TextDecoder(name).decode(bytes);
    } catch {
      // A name that nobody knows.
    }
  }
  return new TextDecoder().decode(bytes);
}
