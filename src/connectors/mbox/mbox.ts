import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Probe } from '#services/imports/connector.ts';
import { plainHead } from '../file-head.ts';
import { createMailConnector, maxMailBytes, type OpenInput, type RawMail } from '../mail/mail-connector.ts';
import { parseSeparatorDate } from '../mail/mail-dates.ts';
import { readFolderNames } from '../mail/mail-folders.ts';
import { firstHeader, scanHeaders } from '../mail/mail-headers.ts';
import { decodeLabels } from './mail-labels.ts';
import { type MboxPart, splitMbox } from './split-mbox.ts';

export const mbox = createMailConnector({
  name: 'mbox',
  recognise: recogniseMbox,
  totalBytes: measureMbox,
  openMails: openMbox,
});

function recogniseMbox({ head, fileName, isFolder }: Probe): number {
  if (isFolder) return 0;
  const start = plainHead(head).trimStart();
  if (/^From [^\r\n]*\r?\n(?:>?From |[!-9;-~]+\s?:)/.test(start)) return 0.95;
  if (/\.mbox\.gz$/i.test(fileName)) return 0.95;
  if (/\.mbox$/i.test(fileName)) return start === '' ? 0.6 : 0.5;
  return 0;
}

export async function* openMbox({ path, from, signal }: OpenInput): AsyncIterable<RawMail> {
  const startOffset = Number(from?.['offset'] ?? 0);
  const totalBytes = await measureMbox(path);
  const meaning = readFolderNames([basename(path).replace(/(?:\.mbox)?(?:\.gz)?$/i, '')]);
  for await (const part of splitMbox({
    chunks: openChunks(path, startOffset, signal),
    startOffset,
    maxBytes: maxMailBytes,
  })) {
    const ofLabels = readLabels(part.raw);
    yield {
      raw: part.separator === '' ? part.raw : unquoteFromLines(part.raw),
      hints: {
        envelopeMs: parseSeparatorDate(part.separator),
        isDraft: meaning.isDraft || ofLabels.isDraft,
        isInSpamFolder: meaning.isInSpamFolder || ofLabels.isInSpamFolder,
      },
      isSent: ofLabels.isSent ?? meaning.isSent,
      position: `@${part.offset}`,
      cursor: { offset: part.endOffset },
      doneBytes: Math.min(part.endOffset, totalBytes),
      problem: findProblem(part),
    };
  }
}

function findProblem(part: MboxPart): string | null {
  if (part.separator === '') return 'mbox-without-separator';
  const mozillaStatus = /^X-Mozilla-Status: ([0-9a-f]{4})\r?$/im.exec(part.raw.toString('latin1', 0, 400))?.[1];
  return mozillaStatus !== undefined && (Number.parseInt(mozillaStatus, 16) & 8) !== 0 ? 'mail-is-deleted' : null;
}

function readLabels(raw: Buffer): ReturnType<typeof readFolderNames> {
  const start = raw.subarray(0, 4_096);
  if (start.indexOf('X-Gmail-Labels') < 0) return { isDraft: false, isInSpamFolder: false, isSent: null };
  const labels = decodeLabels(firstHeader(scanHeaders(raw), 'x-gmail-labels'));
  const { isDraft, isInSpamFolder, isSent } = readFolderNames(labels);
  return { isDraft, isInSpamFolder, isSent: isSent ?? false };
}

/** mboxo and mboxrd put ">" before a "From " in the text; the mail itself had one less. */
function unquoteFromLines(raw: Buffer): Buffer {
  if (raw.indexOf('\n>From ') < 0 && raw.indexOf('\n>>') < 0) return raw;
  return Buffer.from(raw.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}

/** A compressed file cannot be entered half-way: what was read before is inflated again and skipped. */
async function* openChunks(path: string, startOffset: number, signal: AbortSignal): AsyncIterable<Buffer> {
  const isCompressed = await hasGzipMagic(path);
  const file = createReadStream(path, { start: isCompressed ? 0 : startOffset, highWaterMark: 1_048_576 });
  const stream = isCompressed ? file.pipe(createGunzip({ chunkSize: 262_144 })) : file;
  file.on('error', (error) => stream.destroy(error));
  let toSkip = isCompressed ? startOffset : 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      const skipped = Math.min(toSkip, chunk.length);
      toSkip -= skipped;
      if (skipped < chunk.length) yield chunk.subarray(skipped);
    }
  } finally {
    file.destroy();
  }
}

/** Of a compressed file the size it says it inflates to (its last four bytes), so progress counts what is read. */
async function measureMbox(path: string): Promise<number> {
  const { size } = await stat(path);
  if (!(await hasGzipMagic(path)) || size < 18) return size;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, size - 4);
    return Math.max(size, buffer.readUInt32LE());
  } finally {
    await file.close();
  }
}

async function hasGzipMagic(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
