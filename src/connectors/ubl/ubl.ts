/** Sales invoices as UBL: one file, or a folder of them. */
import { readFile, stat } from 'node:fs/promises';
import type { Connector, ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import { walkFiles } from '../mail-folder/walk-files.ts';
import { parseInOrder } from '../parsing/parse-in-order.ts';
import type { ParseOutcome } from '../parsing/parse-protocol.ts';

/** An attached PDF stands in the file as text; beyond this it is no invoice. */
const maxBytes = 8 * 1024 * 1024;

export const ubl: Connector = {
  name: 'ubl',
  brings: 'interactions',
  isPrivate: false,
  recognise: ({ isFolder, fileName, head }) => {
    if (isFolder) return /\.xml$/im.test(head) && !/\.(?:emlx?|mbox)$/im.test(head) ? 0.9 : 0;
    if (/<(?:\w+:)?(?:Invoice|CreditNote)\b[^>]*urn:oasis:names:specification:ubl:/s.test(head)) return 0.98;
    return /\.xml$/i.test(fileName) ? 0.4 : 0;
  },
  totalBytes: async (path) => {
    let bytes = 0;
    for await (const file of listInvoices(path, null)) bytes += file.size;
    return bytes;
  },
  read,
};

interface InvoiceFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly doneBytes: number;
}

interface Loaded extends InvoiceFile {
  /** Null: too large. */
  readonly raw: Uint8Array | null;
}

async function* listInvoices(root: string, from: { after: string; done: number } | null): AsyncIterable<InvoiceFile> {
  let doneBytes = from?.done ?? 0;
  const isFolder = (await stat(root)).isDirectory();
  if (!isFolder && from !== null) return;
  for await (const { relativePath, path } of walkFiles(root, from?.after ?? null)) {
    if (isFolder && !/\.xml$/i.test(relativePath)) continue;
    const { size } = await stat(path);
    doneBytes += size;
    yield { name: relativePath || 'invoice.xml', path, size, doneBytes };
  }
}

async function* load(files: AsyncIterable<InvoiceFile>): AsyncIterable<Loaded> {
  for await (const file of files) yield { ...file, raw: file.size <= maxBytes ? await readFile(file.path) : null };
}

function read(input: ReadInput): AsyncIterable<ConnectorItem> {
  const from = input.from ? { after: String(input.from['after']), done: Number(input.from['done']) } : null;
  return parseInOrder({
    input,
    things: load(listInvoices(input.path, from)),
    sizeOf: ({ size }) => size,
    toParseItem: ({ raw }) => raw && { type: 'ubl', raw },
    toItem,
  });
}

function toItem({ name, raw, doneBytes }: Loaded, outcome: ParseOutcome | null): ConnectorItem {
  const place = { cursor: { after: name, done: doneBytes }, doneBytes };
  if (outcome?.type === 'invoice') return { ...place, type: 'interaction', record: outcome.record };
  const problem = outcome?.type === 'failed' ? outcome.problem : 'ubl-too-large';
  return { ...place, type: 'failed', position: name, problem, raw };
}
