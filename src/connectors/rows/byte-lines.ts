/** One line of a file as bytes, without its line end. */
export interface ByteLine {
  readonly bytes: Buffer;
  /** Longer than allowed: only the beginning is kept. */
  readonly isCut: boolean;
  readonly endOffset: number;
}

const newline = 10;

/** Lines of any file with a bounded memory; a last line without line end counts. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  startOffset: number,
  maxBytes: number,
): AsyncIterable<ByteLine> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = startOffset;
  let droppedOfLine = 0;
  const toLine = (bytes: Buffer, endOffset: number): ByteLine => {
    const isCut = droppedOfLine > 0 || bytes.length > maxBytes;
    droppedOfLine = 0;
    const end = bytes[bytes.length - 1] === 13 ? bytes.length - 1 : bytes.length;
    return { bytes: bytes.subarray(0, Math.min(end, maxBytes)), isCut, endOffset };
  };
  for await (const chunk of chunks) {
    const window = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let at = window.indexOf(newline); at >= 0; at = window.indexOf(newline, from)) {
      yield toLine(window.subarray(from, at), offset + at + 1);
      from = at + 1;
    }
    rest = window.subarray(from);
    offset += from;
    if (rest.length > maxBytes) {
      // The start of an endless line is kept for the quarantine; the rest runs through.
      droppedOfLine += rest.length - maxBytes;
      offset += rest.length - maxBytes;
      rest = rest.subarray(0, maxBytes);
    }
  }
  if (rest.length > 0) yield toLine(rest, offset + rest.length);
}
