import { createReadStream } from 'node:fs';
import { readHead } from '../file-head.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface TextSource {
  readonly encoding: TextEncoding;
  /** Bytes of the text from `offset` on; two-byte text and old Mac line ends become UTF-8 with Unix line ends on the way. */
  open(offset: number): AsyncIterable<Buffer>;
  decode(bytes: Buffer): string;
}

/** The whole file decides, not its start: one é on row 900,000 makes it windows-1252. */
export async function openTextSource(path: string, signal: AbortSignal): Promise<TextSource> {
  const head = await readHead(path, 65_536);
  const encoding = tellWideEncoding(head) ?? ((await isUtf8(path, signal)) ? 'utf-8' : 'windows-1252');
  const isRewritten = encoding.startsWith('utf-16') || (head.includes(13) && !head.includes(10));
  const decoder = new TextDecoder(encoding === 'windows-1252' && !isRewritten ? 'windows-1252' : 'utf-8');
  return {
    encoding,
    open: (offset) =>
      isRewritten ? skipBytes(rewrite(path, encoding, signal), offset) : readChunks(path, offset, signal),
    decode: (bytes) => decoder.decode(bytes),
  };
}

function tellWideEncoding(head: Buffer): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 512);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.3 && even < odd / 10) return 'utf-16le';
  return even > sample.length * 0.3 && odd < even / 10 ? 'utf-16be' : null;
}

async function isUtf8(path: string, signal: AbortSignal): Promise<boolean> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of readChunks(path, 0, signal)) strict.decode(chunk, { stream: true });
    strict.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function* readChunks(path: string, start: number, signal: AbortSignal): AsyncIterable<Buffer> {
  const stream = createReadStream(path, { start, highWaterMark: 262_144 });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      yield chunk;
    }
  } finally {
    stream.destroy();
  }
}

async function* rewrite(path: string, encoding: TextEncoding, signal: AbortSignal): AsyncIterable<Buffer> {
  const decoder = new TextDecoder(encoding);
  const toUnix = (text: string): Buffer =>
    Buffer.from(encoding.startsWith('utf-16') ? text : text.replace(/\r/g, '\n'));
  for await (const chunk of readChunks(path, 0, signal)) yield toUnix(decoder.decode(chunk, { stream: true }));
  yield toUnix(decoder.decode());
}

async function* skipBytes(chunks: AsyncIterable<Buffer>, count: number): AsyncIterable<Buffer> {
  let toSkip = count;
  for await (const chunk of chunks) {
    const skipped = Math.min(toSkip, chunk.length);
    toSkip -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}
