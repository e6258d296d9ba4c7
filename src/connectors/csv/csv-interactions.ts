import { stat } from 'node:fs/promises';
import type { Connector, ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import { parseHeader } from '../rows/csv-rows.ts';
import { findInteractionColumn, hasInteractionHeader, type InteractionCells } from '../rows/interaction-columns.ts';
import { makeInteraction } from '../rows/interaction-row.ts';
import { readCsvItems } from './csv-items.ts';
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

function read(input: ReadInput): AsyncIterable<ConnectorItem> {
  const context = { nowMs: input.nowMs ?? Date.now(), defaultCountry: input.defaultCountry };
  return readCsvItems(input, (cells) => ({ type: 'interaction', record: makeInteraction(nameCells(cells), context) }));
}

function nameCells(cells: Readonly<Record<string, string>>): InteractionCells {
  const named: Record<string, string> = {};
  for (const [heading, value] of Object.entries(cells)) {
    const column = findInteractionColumn(heading);
    if (column !== null && value !== '') named[column] ??= value;
  }
  return named;
}
