/** The text of a chat export: a text file, or the one text file in a zip as telephones send it. */
import { readFile, stat } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

/** A telephone exports some ten thousand messages at a time: a megabyte or two. */
const mostTextBytes = 64 * 1024 * 1024;
const mostZipBytes = 512 * 1024 * 1024;

/** Null: too large, or no text in it. */
export async function readChatText(path: string): Promise<string | null> {
  const { size } = await stat(path);
  if (size > mostZipBytes) return null;
  const bytes = await readFile(path);
  const text = isZip(bytes) ? readZippedText(bytes) : bytes.length > mostTextBytes ? null : bytes;
  return text === null ? null : decode(text);
}

export function isZip(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;
}

function decode(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** By the list at the end of the file, as the format wants it; the first text at the top is the chat. */
function readZippedText(zip: Buffer): Buffer | null {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length) return null;
  let at = zip.readUInt32LE(end + 16);
  const count = zip.readUInt16LE(end + 10);
  for (let entry = 0; entry < count && at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50; entry += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (/^[^/]+\.txt$/i.test(name)) return readEntry(zip, at);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return null;
}

function readEntry(zip: Buffer, at: number): Buffer | null {
  const [method, packed, header] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  if (header + 30 > zip.length) return null;
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start, start + packed);
  if (method === 0) return bytes.length <= mostTextBytes ? bytes : null;
  try {
    // What would grow beyond measure is stopped while it grows.
    return method === 8 ? inflateRawSync(bytes, { maxOutputLength: mostTextBytes }) : null;
  } catch {
    return null;
  }
}
