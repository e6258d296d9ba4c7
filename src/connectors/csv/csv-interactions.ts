import { stat } from 'node:fs/promises';
import type { Connector, ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import { type CsvRow, parseHeader, readCsvRows } from '../rows/csv-rows.ts';
import { findInteractionColumn, hasInteractionHeader, type InteractionCells } from '../rows/interaction-columns.ts';
import { makeInteraction, type RowContext } from '../rows/interaction-row.ts';
import { nameRowProblem } from '../rows/row-values.ts';
import { readHeaderLine } from './header-line.ts';

export const csvInteractions: Connector = {
  name: 'csv-interactions',
  brings: 'interactions',
  isPrivate: false,
  recognise: ({ head, isFolder }) =>
    !isFolder && hasInteractionHeader(parseHeader(readHeaderLine(head)).header) ? 0.9 : 0,
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
  const resumed = from ? { offset: Number(from['offset']), line: Number(from['line']) } : null;
  const { size } = await stat(path);
  for await (const row of readCsvRows({ path, from: resumed, signal })) {
    signal.throwIfAborted();
    yield { ...toItem(row, { nowMs, defaultCountry }), doneBytes: Math.min(row.endOffset, size) };
  }
}

function toItem(row: CsvRow, context: RowContext): ConnectorItem {
  const place = { cursor: { offset: row.endOffset, line: row.nextLine }, doneBytes: row.endOffset };
  try {
    if (row.cells === null) throw new Error(row.problem ?? 'row-unreadable');
    return { ...place, type: 'interaction', record: makeInteraction(nameCells(row.cells), context) };
  } catch (error) {
    return {
      ...place,
      type: 'failed',
      position: String(row.line),
      problem: nameRowProblem(error, row.problem),
      raw: Buffer.from(row.raw),
    };
  }
}

function nameCells(cells: Readonly<Record<string, string>>): InteractionCells {
  const named: Record<string, string> = {};
  for (const [heading, value] of Object.entries(cells)) {
    const column = findInteractionColumn(heading);
    if (column !== null && value !== '') named[column] ??= value;
  }
  return named;
}
