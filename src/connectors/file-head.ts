import { open } from 'node:fs/promises';

/** The first bytes of a file: what recognising goes by. */
export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, bytes));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/** The head as text without a byte order mark, read as Latin-1 or as what it is; of two-byte text only the letters. */
export function plainHead(head: string): string {
  return head.replaceAll('\u0000', '').replace(/^(?:\ufeff|\ufffe|ÿþ|þÿ|ï»¿|\ufffd\ufffd)/, '');
}
