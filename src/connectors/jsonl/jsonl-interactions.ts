import { stat } from 'node:fs/promises';
import type { Connector, ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import { plainHead } from '../file-head.ts';
import { splitLines } from '../rows/byte-lines.ts';
import { findInteractionColumn, type InteractionCells } from '../rows/interaction-columns.ts';
import { makeInteraction, type RowContext } from '../rows/interaction-row.ts';
import { nameRowProblem, RowProblem } from '../rows/row-values.ts';
import { openTextSource } from '../rows/text-source.ts';

const maxLineBytes = 1_048_576;

export const jsonlInteractions: Connector = {
  name: 'jsonl-interactions',
  brings: 'interactions',
  isPrivate: false,
  recognise: ({ head, isFolder, fileName }) => {
    const first = plainHead(head).trimStart();
    if (isFolder || !first.startsWith('{')) return 0;
    const named = ['at', 'from', 'to'].every((column) => new RegExp(`"${column}"\\s*:`).test(first.slice(0, 20_000)));
    return named ? 0.9 : /\.(?:jsonl|ndjson)$/i.test(fileName) ? 0.5 : 0;
  },
  totalBytes: async (path) => (await stat(path)).size,
  read,
};

async function* read({
  path,
  from,
  signal,
  defaultCountry,
  nowMs = Date.now(),
}: ReadInput): AsyncIterable<ConnectorItem> {
  const source = await openTextSource(path, signal);
  const { size } = await stat(path);
  const offset = Number(from?.['offset'] ?? 0);
  let line = Number(from?.['line'] ?? 1);
  for await (const { bytes, isCut, endOffset } of splitLines(source.open(offset), offset, maxLineBytes)) {
    signal.throwIfAborted();
    const text = source.decode(bytes).replace(/^\ufeff/, '');
    const position = String(line);
    line += 1;
    if (text.trim() === '') continue;
    const place = { cursor: { offset: endOffset, line }, doneBytes: Math.min(endOffset, size) };
    yield { ...place, ...parseLine({ text, isCut, position }, { nowMs, defaultCountry }) };
  }
}

interface JsonLine {
  readonly text: string;
  readonly isCut: boolean;
  readonly position: string;
}

type Parsed =
  | { readonly type: 'interaction'; readonly record: ReturnType<typeof makeInteraction> }
  | { readonly type: 'failed'; readonly position: string; readonly problem: string; readonly raw: Uint8Array };

function parseLine({ text, isCut, position }: JsonLine, context: RowContext): Parsed {
  try {
    if (isCut) throw new RowProblem('row-too-long');
    return { type: 'interaction', record: makeInteraction(nameCells(parseObject(text)), context) };
  } catch (error) {
    return { type: 'failed', position, problem: nameRowProblem(error), raw: Buffer.from(text) };
  }
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RowProblem('row-json-unreadable');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new RowProblem('row-json-no-object');
  return Object.fromEntries(Object.entries(value));
}

function nameCells(object: Readonly<Record<string, unknown>>): InteractionCells {
  const named: Record<string, string> = {};
  for (const [key, value] of Object.entries(object)) {
    const column = findInteractionColumn(key);
    if (column === null || value === null || value === undefined) continue;
    named[column] ??= toCell(value, column);
  }
  return named;
}

/** Lists become "a;b", offers stay JSON; anything deeper is no cell. */
function toCell(value: unknown, column: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && Number.isFinite(value)) return toPlainNumber(value);
  if (column === 'offers' && typeof value === 'object') return JSON.stringify(value);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number'))
    return value.join(';');
  throw new RowProblem('row-value-unreadable', column);
}

function toPlainNumber(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(10) : plain;
}
